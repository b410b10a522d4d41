import { deepEqual } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';

/** The tags of a cable with this TAGS field, persons in angle brackets. */
function checkTags(field: string, expected: readonly string[]): void {
  const cable = parseCable(
    `C O N F I D E N T I A L MUSCAT 000012\n\n${field}\nSUBJECT: A SUBJECT\n\n1. (C) Text.\n`,
  );
  deepEqual(
    (cable.tags?.tags ?? []).map(({ kind, value }) => (kind === 'person' ? `<${value}>` : value)),
    expected,
  );
}

describe('TAGS', () => {
  it('are divided by blanks', () => checkTags('TAGS: PREL PGOV  MU', ['PREL', 'PGOV', 'MU']));
  it('are divided by commas and semicolons', () => checkTags('TAGS PREL, PGOV; MU', ['PREL', 'PGOV', 'MU']));
  it('go on over the next line of codes', () => checkTags('TAGS: PREL,\nPGOV, MU', ['PREL', 'PGOV', 'MU']));
  it('end before words', () => checkTags('TAGS: PREL\nThe Embassy', ['PREL']));
  it('are read from links', () => checkTags('TAGS: [PREL](#) [MU](http://example.org/mu)', ['PREL', 'MU']));
  it('are read in lower case', () => checkTags('tags: prel, mu', ['PREL', 'MU']));
  it('keep a misspelt code as printed', () => checkTags('TAGS: PREL MOPPS', ['PREL', 'MOPPS']));
  it('keep codes that were run together as printed', () =>
    checkTags('TAGS: PRELPGOV MU', ['PRELPGOV', 'MU']));
  it('take apart three codes and more that were run together, and then pairs too', () =>
    checkTags('TAGS: KFRDCVISCMGTBA PRELMU EFIS', ['KFRD', 'CVIS', 'CMGT', 'BA', 'PREL', 'MU', 'EFIS']));
  it('are read without the specks of a scanner', () => {
    checkTags('E.O. 12356: DECL: OADR • • a TAGS  • PARM„ PREL, .MU', ['PARM', 'PREL', 'MU']);
  });
  it('name persons in parentheses', () =>
    checkTags('TAGS: OVIP (DOE, JANE Q.) PREL', ['OVIP', '<DOE, JANE Q.>', 'PREL']));
  it('name persons behind the code for visits', () =>
    checkTags('TAGS: OVIP SAMPLE JONATHAN PREL', ['OVIP', '<SAMPLE, JONATHAN>', 'PREL']));
  it('keep a title of several words together', () =>
    checkTags('TAGS: ECON MU MARITIME AFFAIRS', ['ECON', 'MU', 'MARITIME AFFAIRS']));
  it('keep long words that are no codes apart from those that are', () =>
    checkTags('TAGS: PREL ABCDEF XYZZY MU', ['PREL', 'ABCDEF XYZZY', 'MU']));
  it('keep unknown words no longer than a code apart', () =>
    checkTags('TAGS: PREL QQQQQ XYZZY MU', ['PREL', 'QQQQQ', 'XYZZY', 'MU']));
  it('name several persons behind the code for visits', () =>
    checkTags('TAGS: OVIP SAMPLE JONATHAN EXAMPLE MARGARET', [
      'OVIP',
      '<SAMPLE, JONATHAN>',
      '<EXAMPLE, MARGARET>',
    ]));
  it('do not name a person by an odd number of words', () =>
    checkTags('TAGS: OVIP SAMPLE JONATHAN QUENTIN', ['OVIP', 'SAMPLE JONATHAN QUENTIN']));
  it('leave out a page heading inside the field', () =>
    checkTags('TAGS: PREL, IT          UNCLASSIFIED    PAGE 02        ROME  01059  01 OF 04  281501Z ECON', [
      'PREL',
      'IT',
      'ECON',
    ]));
  it('end at a keyword on the same line', () =>
    checkTags('TAGS: PREL\nPGOV MU REF: MUSCAT 11', ['PREL', 'PGOV', 'MU']));
});
