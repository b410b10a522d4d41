import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { seeds } from '../seeds';

/** So often repeated, a text on which any step looks back without a bound does not end before the test does. */
const MANY = 100_000;

describe('a large text', () => {
  const longest = seeds.map(({ text }) => text).reduce((a, b) => (b.length > a.length ? b : a));

  for (const [name, unit] of Object.entries({
    'blank lines': '\n',
    'page lines': 'MUSCAT 00001065 003 OF 004\n',
    'lines in capitals': 'SOME CAPITALS\n',
    'subject keywords': 'SUBJECT: ',
    'subject lines': 'SUBJECT: A TITLE\n',
    'numbered lines': '1. (C) Text.\n',
    'marked lines': '(C) Text.\n\n',
    references: 'REF: A. MUSCAT 12\n',
    'routing lines': 'RR RUEHDE\n',
    rules: '-----\n',
    classifications: 'C O N F I D E N T I A L\n\n',
    'one line': 'A1 ',
  })) {
    it(`of ${name} is read to its end`, () => {
      const text = unit.repeat(Math.ceil(MANY / Math.sqrt(unit.length)));
      const cable = parseCable(text);
      equal(cable.text, text);
      equal(cable.lines.end(cable.lines.count - 1), text.length);
    });
  }

  it('keeps its identity when a thousand pages follow', () => {
    const cable = parseCable(longest + '\nMore text.\n'.repeat(10_000));
    deepEqual([cable.mrn, cable.paragraphs.length], ['07MUSCAT1065', 19]);
  });
});
