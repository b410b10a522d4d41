import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { parseCable } from '../../../server/src/cable/parse';
import { type CableRecord, recordOf } from '../../../server/src/cable/record';
import { csvFormat } from '../../../server/src/features/export/csv';
import { readCsv } from '../../cli/csv';
import { seeds } from '../../seeds';

const [seed] = seeds;
const sample = recordOf('sample.txt', parseCable(seed?.text ?? ''));

/** The cells of a record by the names of their columns. */
function cellsOf(record: Partial<CableRecord>): Record<string, string | undefined> {
  const { begin, cable } = csvFormat();
  const [head = [], row = [], ...more] = readCsv(begin + cable({ ...sample, ...record }));
  equal(row.length, head.length);
  deepEqual(more, []);
  return Object.fromEntries(head.map((name, i) => [name, row[i]]));
}

describe('export as CSV', () => {
  it('gives a column for each field, and a list as one cell', () => {
    const cells = cellsOf({});
    equal(cells.file, 'sample.txt');
    equal(cells.mrn, '07MUSCAT73');
    equal(cells.section, '1 of 2');
    equal(cells.captions, 'SIPDIS; NOFORN');
    equal(cells.to, 'SECSTATE WASHDC');
    equal(cells.references, 'A. 06STATE203034; B. 06MUSCAT1735');
    equal(cells.referenceIds, '06STATE203034; 06MUSCAT1735');
    equal(cells.mentions, '06MUSCAT1735');
    equal(cells.paragraphs, '6');
    equal(cells.yearInferred, 'false');
  });

  it('leaves the cell empty where nothing was found', () => {
    const cells = cellsOf({ mrn: null, section: null, references: [], tags: [] });
    deepEqual([cells.mrn, cells.section, cells.references, cells.tags], ['', '', '', '']);
  });

  it('prints a reference that is no cable by its text', () => {
    const email = {
      label: 'A',
      kind: 'email',
      mrn: null,
      yearInferred: false,
      text: 'E-MAIL',
      line: 9,
    } as const;
    equal(cellsOf({ references: [email, { ...email, label: null }] }).references, 'A. E-MAIL; E-MAIL');
  });

  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＠A',
    ' =1',
    '   @A',
    '-----',
  ];
  for (const text of formulas) {
    it(`does not let ${JSON.stringify(text)} begin a formula`, () => {
      equal(cellsOf({ subject: text }).subject, `'${text}`);
      equal(cellsOf({ tags: [text, 'PREL'] }).tags, `'${text}; PREL`);
    });
  }

  it('changes nothing else', () => {
    for (const text of ['A - B', 'A, "B"', "'A", 'A=B', ' A', 'A\nB', '"', 'É ¶ 😀'])
      equal(cellsOf({ subject: text }).subject, text);
  });

  it('keeps every row whole, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'",\r\n=;\t a') }),
    );
    fc.assert(
      fc.property(text, fc.array(text), text, (subject, tags, file) => {
        const cells = cellsOf({ subject, tags, file });
        for (const cell of Object.values(cells))
          ok(!/^\s*[=+\-@]/.test(cell ?? '') || /^\s{10}/.test(cell ?? ''));
        ok([subject, `'${subject}`].includes(cells.subject ?? ''));
        ok([tags.join('; '), `'${tags.join('; ')}`].includes(cells.tags ?? ''));
      }),
      { seed: 20070124 },
    );
  });

  it('is tested by a reader that does not forgive', () => {
    throws(() => readCsv('a"b\r\n'));
    throws(() => readCsv('"a\r\n'));
    throws(() => readCsv('a\n'));
    throws(() => readCsv('a'));
    deepEqual(readCsv('a,"b""c\r\n",\r\n'), [['a', 'b"c\r\n', '']]);
  });
});
