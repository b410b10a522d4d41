import { deepEqual, equal, match } from 'node:assert/strict';
import { parseCable } from '../../../server/src/cable/parse';
import { compareCables } from '../../../server/src/features/compare/compare';
import { plainText } from '../../../server/src/features/compare/plain';
import { dedent } from '../../fixture';

const COPY = dedent(`
  R 241550Z FEB 07
  FM AMEMBASSY MUSCAT
  TO RUEHC/SECSTATE WASHDC 7816
  C O N F I D E N T I A L MUSCAT 000412
  SIPDIS
  E.O. 12958: DECL: 02/24/2017
  TAGS: PREL, MU
  SUBJECT: TALKS ON THE HARBOUR

  1. (C) The minister received the ambassador at noon
  and praised the work of the commission on the harbour.
  He said that Mr. Tarik would answer within the week.

  SECOND ROUND
  ------------

  2. (C) A second round - on cost-sharing - will follow
  in the spring, when the engineers have measured the bay.

  3. (U) The embassy will report.
  GRAPPO
`);

const compared = (a: string, b: string) => compareCables(parseCable(a), parseCable(b));

/** What the other copy says instead of `COPY`, as each difference is told. */
function checkDifferences(other: string, ...expected: readonly string[]): void {
  const { differences } = compared(COPY, other);
  deepEqual(
    differences.map(({ part, kind, text }) => `${part} ${kind}: ${text}`),
    expected,
  );
}

describe('two copies of a cable', () => {
  it('are alike where wraps, page lines, quotes, dashes and marks of copies differ', () => {
    checkDifferences(COPY);
    const web = COPY.replace('at noon\nand', 'at\nnoon and')
      .replace('- on cost-sharing -', '-- on cost-\nsharing --')
      .replace('1. (C)', '¶1. (C)')
      .replace('the bay.', 'the bay.\n\nMUSCAT 00000412  002 OF 002')
      .replace('PREL, MU', '[PREL](#), [MU](#)');
    checkDifferences(web);
    equal(compared(COPY, web).summary, 'The two copies say the same.');
    checkDifferences(COPY.replaceAll('\n', '\r\n'));
  });

  it('are alike where one has lost its small letters', () => {
    checkDifferences(COPY.toUpperCase());
  });

  it('differ in what one blacks out', () => {
    for (const black of ['XXXXXXXX', '██████', '[NAME REMOVED]', '(b)(1)'])
      checkDifferences(COPY.replace('Mr. Tarik', black), '¶1 redaction: B blacks out “Mr. Tarik”.');
    deepEqual(compared(COPY.replace('Tarik', 'XXX'), COPY.replace('Tarik', 'XXXXXXXX')).differences, []);
  });

  it('differ in lost lines and words', () => {
    checkDifferences(
      COPY.replace('and praised the work of the commission on the harbour.\n', ''),
      '¶1 lines: B lacks a line: “and praised the work of the commission on the harbour.”.',
    );
    checkDifferences(COPY.replace('within the week', 'within week'), '¶1 words: B lacks “the”.');
  });

  it('differ in readings, marks and numbers', () => {
    checkDifferences(COPY.replace('Tarik', 'Tariq'), '¶1 reading: A reads “Tarik”, B “Tariq”.');
    checkDifferences(COPY.replace('2. (C)', '2. (S)'), '¶2 marking: A is marked (C), B (S).');
    checkDifferences(COPY.replace('2. (C)', '2.'), '¶2 marking: A is marked (C), B has no mark.');
    checkDifferences(
      COPY.replace('SUBJECT: TALKS', 'SUBJECT: TALK'),
      'Subject reading: A reads “TALKS”, B “TALK”.',
    );
  });

  it('differ in whole parts', () => {
    const without = COPY.replace(/2\. \(C\)[\s\S]*?bay\.\n\n3\./, '2.');
    checkDifferences(
      without,
      '¶2 part: B does not have it: “A second round - on cost-sharing - will follow in the spring, when the engineers have measured the bay.”.',
      '¶3 number: A has the number 3, B 2.',
    );
    match(compared(without, COPY).differences[0]?.text ?? '', /^A does not have it/);
  });

  it('say where they differ', () => {
    const [difference] = compared(COPY, `\n\n${COPY.replace('bay', 'port')}`).differences;
    deepEqual([difference?.lineA, difference?.lineB], [17, 19]);
    equal(compared(COPY, COPY.replace('bay', 'port')).summary, '1 difference: 1 other reading');
  });

  it('need no longer than their lengths say, whatever they hold', () => {
    const many = (word: string) =>
      `UNCLAS MUSCAT 000412\nSUBJECT: X\n\n${Array.from({ length: 3000 }, (_, i) => `${i + 1}. (U) ${word}${i} and ${word} ${i * 7}.`).join('\n\n')}\n`;
    const { truncated } = compared(many('a'), many('b'));
    equal(truncated, true);
    const long = (word: string) =>
      `UNCLAS MUSCAT 000412\nSUBJECT: X\n\n1. (U) ${`${word} x `.repeat(100_000)}\n`;
    equal(compared(long('a'), long('b')).differences[0]?.kind, 'throughout');
    deepEqual(compared('', '').differences, []);
  });

  it('have a plain form to be shown side by side', () => {
    match(
      plainText(parseCable(COPY)),
      /\nSubject: TALKS ON THE HARBOUR\n\n1\. \(C\) The minister .* within the week\.\n\nSECOND ROUND\n\n2\. \(C\) A second/,
    );
  });
});
