import { deepEqual, equal, ok } from 'node:assert/strict';
import { beginningOf } from '../../server/src/cable/lines';
import { TrimmedLines } from '../../server/src/cable/trimmedLines';

describe('what a line begins with', () => {
  it('is a paragraph mark, a keyword or a designation, never two of them', () => {
    const kinds = [
      '1. (C) Text.',
      'E.O. 12958: DECL: 1/2/2017',
      'TAGS: PREL',
      'C O N F I D E N T I A L MUSCAT 000073',
    ];
    const found = kinds.map(beginningOf).map(({ mark, keyword, mayBeClassLine }) => ({
      digits: mark?.digits ?? null,
      keyword: keyword?.keyword ?? null,
      mayBeClassLine,
    }));
    deepEqual(found, [
      { digits: '1', keyword: null, mayBeClassLine: false },
      { digits: null, keyword: 'executive-order', mayBeClassLine: false },
      { digits: null, keyword: 'tags', mayBeClassLine: false },
      { digits: null, keyword: null, mayBeClassLine: true },
    ]);
  });

  it('is no paragraph where specks or the rest of a class line follow the number', () => {
    for (const line of ['0. • .', '1. SECTION 02 OF 03 MUSCAT 000250'])
      equal(beginningOf(line).mark, null, line);
    for (const line of ['1. . .', '1. SECTION 02 of the treaty', '2. • The envoy came.'])
      ok(beginningOf(line).mark, line);
  });

  it('is nothing for addressees and running text', () => {
    for (const line of ['FM AMEMBASSY MUSCAT', 'RUEHC/SECSTATE WASHDC 0123', 'The Minister agreed.', ''])
      deepEqual(beginningOf(line), { mark: null, keyword: null, mayBeClassLine: false }, line);
  });

  it('may be a designation with one letter doubled, lost, stray or changed', () => {
    for (const line of ['SS E C R E T', 'E C R E T', 'CONFIDENTIAL', 'CNFIDENTIAL', 'unclas'])
      ok(beginningOf(line).mayBeClassLine, line);
  });

  it('is the same in a text, where the first letters of another word spare the closer look', () => {
    const words = [
      'E.O. 12958:|E O 12958|EO 12958:|EO12958|EON/A|EOUNKNOWN|TAGS: PREL|TAG PREL|TAGES: PREL',
      'SUBJECT: Fees|SUBJ: Fees|SUBECT: Fees|UBJECT: Fees|REF: STATE 12|REFTEL: STATE 12|PROGRAM REF: STATE 12',
      'CLASSIFIED BY: X|CLASIFIED BY X|UNCLAS MUSCAT 12|UCNLAS MUSCAT 12|CNFIDENTIAL|OCNFIDENTIAL|ECRET|SCERET',
      'TOPSECRET|OPSECRET|LIMITEDOFFICIALUSE|IMITEDOFFICIALUSE|FM AMEMBASSY MUSCAT|RUEHC/SECSTATE|TO|A',
    ].flatMap(line => line.split('|'));
    for (const line of words.flatMap(word => [word, word.toLowerCase()]))
      deepEqual(new TrimmedLines(`  ${line}\nABC`).beginning(0), beginningOf(line), line);
  });

  it('is found once for each line, blanks before it left out', () => {
    const lines = new TrimmedLines('  SUBJECT: Port fees\n\n 12. Text.');
    equal(lines.beginning(0).keyword?.end, 8);
    equal(lines.beginning(0), lines.beginning(0));
    equal(lines.beginning(2).mark?.digits, '12');
  });
});
