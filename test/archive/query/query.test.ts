import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fits, wordsFit } from '../../../server/src/archive/query/fits';
import { type CableQuery, readQuery } from '../../../server/src/archive/query/query';
import type { CableEntry } from '../../../server/src/archive/snapshot';
import { type Made, madeFile } from '../made';

function entryOf(made: Partial<Made>): CableEntry {
  const [file] = madeFile({ uri: 'a', ...made });
  assert.ok(file);
  return file.entry;
}

function understood(text: string): CableQuery {
  const { query, problem } = readQuery(text);
  assert.ok(query, problem?.message);
  return query;
}

function checkFits(text: string, yes: readonly Partial<Made>[], no: readonly Partial<Made>[]): void {
  const { conditions } = understood(text);
  const holds = (made: Partial<Made>) => fits(conditions, entryOf(made), () => false);
  for (const made of yes) assert.equal(holds(made), true, `${text} fits ${JSON.stringify(made)}`);
  for (const made of no) assert.equal(holds(made), false, `${text} does not fit ${JSON.stringify(made)}`);
}

function checkWords(text: string, yes: readonly string[], no: readonly string[] = []): void {
  const { words } = understood(text);
  const holds = (body: string) => wordsFit(words, { mrn: null, subject: null }, body);
  for (const body of yes) assert.equal(holds(body), true, `${text} is in ${body}`);
  for (const body of no) assert.equal(holds(body), false, `${text} is not in ${body}`);
}

function checkProblem(text: string, message: string | RegExp): void {
  const { problem } = readQuery(text);
  assert.ok(problem, text);
  if (typeof message === 'string') assert.equal(problem.message, message);
  else assert.match(problem.message, message);
}

describe('a query', () => {
  it('knows the station by any of its names', () => {
    const tel = { mrn: '05TELAVIV12' };
    checkFits('post:"tel aviv"', [tel], [{ mrn: '05ROME1' }, {}]);
    checkFits('post:TelAviv', [tel], []);
    checkFits('post:kyiv', [{ mrn: '05KIEV4' }, { mrn: '06KYIV4' }], []);
    checkFits('-post:rome', [tel, {}], [{ mrn: '05ROME1' }]);
    checkFits('post:tel*', [tel], [{ mrn: '05ROME1' }]);
    checkFits('post:none', [{}], [tel]);
  });

  it('takes years alone, in a range and compared', () => {
    const at = (year: number) => ({ mrn: `${String(year).slice(2)}ROME1` });
    checkFits('year:2007', [at(2007)], [at(2006), {}]);
    checkFits('year:2005-2007', [at(2005), at(2007)], [at(2004), at(2008)]);
    checkFits('year:2005,2007', [at(2005), at(2007)], [at(2006)]);
    checkFits('year:>=2007', [at(2007), at(2009)], [at(2006), {}]);
    checkFits('year:2007', [{ instant: Date.UTC(2007, 5) }], [{ instant: Date.UTC(2008, 5) }]);
  });

  it('takes a classification exactly, or compared', () => {
    const secret = { classification: 'SECRET' } as const;
    const top = { classification: 'TOP SECRET' } as const;
    const plain = { classification: 'UNCLASSIFIED' } as const;
    checkFits('class:secret', [secret], [top, plain, {}]);
    checkFits('class:>=secret', [secret, top], [plain, {}]);
    checkFits('class:<secret', [plain], [secret, top, {}]);
    checkFits('classification:"top secret"', [top], [secret]);
    checkFits('class:ts,u', [top, plain], [secret]);
    checkFits('-class:>=secret', [plain, {}], [secret, top]);
  });

  it('takes one of several captions, TAGS, senders and addressees', () => {
    checkFits('caption:noforn,exdis', [{ captions: ['SIPDIS', 'NOFORN'] }], [{ captions: ['SIPDIS'] }, {}]);
    checkFits('tag:PREL,IR', [{ tags: ['IR'] }, { tags: ['PREL', 'IZ'] }], [{ tags: ['IZ'] }, {}]);
    checkFits('tag:prel tag:ir', [{ tags: ['PREL', 'IR'] }], [{ tags: ['IR'] }]);
    checkFits('tag:"steinberg, james b."', [{ tags: ['STEINBERG, JAMES B.'] }], [{ tags: ['STEINBERG'] }]);
    checkFits('from:ankara', [{ from: 'AMEMBASSY ANKARA' }], [{ from: 'AMEMBASSY ROME' }, {}]);
    checkFits('from:"amembassy ankara"', [{ from: 'AMEMBASSY ANKARA' }], [{ from: 'AMCONSUL ANKARA' }, {}]);
    checkFits(
      'to:secstate',
      [{ to: ['AMEMBASSY ROME', 'SECSTATE WASHDC'] }],
      [{ to: ['AMEMBASSY ROME'] }, {}],
    );
  });

  it('takes what was sent before a day begins, or from one on', () => {
    const noon = { instant: Date.UTC(2007, 5, 1, 12) };
    const day = { instant: Date.UTC(2007, 5, 1) };
    checkFits('before:2007-06-01', [{ instant: Date.UTC(2007, 4, 31, 23, 59) }], [day, noon, {}]);
    checkFits('after:2007-06-01', [day, noon], [{ instant: Date.UTC(2007, 4, 31, 23, 59) }, {}]);
    checkFits('after:2007-06 before:2007-07', [noon], [{ instant: Date.UTC(2007, 6, 1) }]);
    checkFits('after:2008', [], [noon]);
  });

  it('takes a value that follows behind a blank', () => {
    checkFits('post: rome  year: 2005', [{ mrn: '05ROME1' }], [{ mrn: '06ROME1' }, { mrn: '05KIEV1' }]);
  });

  it('finds words at their beginnings, side by side, whatever case and accents', () => {
    checkWords('iran', ['IRAN', 'the Iranian side', '(iran)'], ['TEHIRAN', 'Ira n']);
    checkWords('s-300', ['S-300', 'the S 300s', 's--\n300'], ['S300', 'MS-300', 's 3 00']);
    checkWords('"end summary"', ['END SUMMARY.', 'End\n  summary'], ['end of summary', 'summary end']);
    checkWords('francois', ['François', 'FRANÇOIS', 'Franc\u0327ois'], ['franco is']);
    checkWords('François', ['Francois'], []);
    checkWords('oil -gas', ['oil'], ['oil and gas', 'water']);
    checkWords('oil,gas', ['oil', 'gas'], ['water', 'turmoil']);
    checkWords('oil gas', ['gas, oil'], ['oil']);
    checkWords('“end summary”', ['END SUMMARY'], ['end']);
    checkWords('OMAN: OUTPUT', ['oman output'], ['oman']);
    checkWords(' - , "" & ', ['anything']);
  });

  it('counts a cable in that the words name by its id', () => {
    const { words } = understood('"07 muscat 73"');
    assert.equal(wordsFit(words, { mrn: '07MUSCAT73', subject: null }, ''), true);
    assert.equal(wordsFit(words, { mrn: '07MUSCAT74', subject: null }, ''), false);
  });

  it('asks for missing cables by is:missing', () => {
    assert.equal(understood('is:missing post:rome').missing, true);
    assert.equal(understood('-is:missing').missing, false);
    assert.equal(understood('rome').missing, false);
  });

  it('says what was probably meant', () => {
    checkProblem('calss:secret', 'There is no field calss; did you mean class:secret?');
    checkProblem('form:rome', 'There is no field form; did you mean from:rome?');
    checkProblem('zebra:rome', /^There is no field zebra\. There are id, post, .*quotation marks\.$/);
    checkProblem('class:secert', 'There is no classification secert; did you mean secret?');
    checkProblem('class:blue', /there are unclassified, /);
    checkProblem('year:07', /^07 is not a year/);
    checkProblem('before:yesterday', /^yesterday is not a date/);
    checkProblem('after:2007-02-30', /^2007-02-30 is not a date/);
    checkProblem('cites:muscat', /^muscat is not a cable id/);
    checkProblem('is:lost', 'There is no is:lost; is: takes missing or here.');
    checkProblem('post:', /^post: needs a value/);
    assert.deepEqual(readQuery('oil calss:x').problem?.start, 4);
  });

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const { query, problem } = readQuery(text);
        assert.equal(query === null, problem !== null);
      }),
    );
    const long = `${'"a-'.repeat(20_000)}:`;
    readQuery(long);
  });
});
