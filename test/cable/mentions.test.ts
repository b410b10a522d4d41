import { deepEqual } from 'node:assert/strict';
import { cableWith } from './made';

const ref = 'REF: A. SANAA 12\nB. 07 MUSCAT 34\nC. DOE EMAIL 3/4/08';

/** What the text of 08MUSCAT250 names, with the references above: words, then id. */
function checkMentions(text: string, expected: readonly string[]): void {
  const { mentions } = cableWith({ ref, body: `1. (C) ${text}` });
  deepEqual(
    mentions.map(({ value, mrn }) => `${value}: ${mrn ?? '-'}`),
    expected,
  );
}

describe('mentions', () => {
  it('name a reference by its letter', () => checkMentions('As said (ref B), no.', ['ref B: 07MUSCAT34']));
  it('name several', () => checkMentions('See refs A and B.', ['refs A: 08SANAA12', 'B: 07MUSCAT34']));
  it('name a range', () =>
    checkMentions('See refs A-C.', ['refs A-C: 08SANAA12', 'refs A-C: 07MUSCAT34', 'refs A-C: -']));
  it('go over the end of a line', () => checkMentions('See ref\nB.', ['ref B: 07MUSCAT34']));
  it('say reftel', () => checkMentions('Reftel demarche was delivered.', ['Reftel: -']));
  it('say reftel with a letter', () => checkMentions('(Reftel A).', ['Reftel A: 08SANAA12']));
  it('say septel, which is listed nowhere', () => checkMentions('More septels follow.', ['septels: -']));
  it('name a cable by its number', () => checkMentions('(08 MUSCAT 174).', ['08 MUSCAT 174: 08MUSCAT174']));
  it('name a cable without its year', () =>
    checkMentions('As told in Muscat 0123.', ['Muscat 0123: 08MUSCAT123']));
  it('name a cable by its id', () => checkMentions('See 07SANAA12, last page.', ['07SANAA12: 07SANAA12']));

  for (const text of [
    'He met 12 people on April 12, 2008.',
    'In Muscat 200 people came.',
    'At 241550Z JAN 07 it was over.',
    'The F 16 and the Tornado 123.',
    'See paragraph 12 and section 04.',
    'The referee had a preference.',
    'Reference was made to article 51.',
  ])
    it(`are not found in: ${text}`, () => checkMentions(text, []));
});
