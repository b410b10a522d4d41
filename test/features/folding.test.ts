import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseCable } from '../../server/src/cable/parse';
import { type Fold, foldsOf } from '../../server/src/features/folding';
import { dedent } from '../fixture';

const show = ({ kind, startLine, endLine }: Fold) => `${kind} ${startLine}-${endLine}`;

/** The folds of a text, lines from 0. */
function checkFolds(text: string, ...expected: readonly string[]): void {
  deepEqual(foldsOf(parseCable(dedent(text))).map(show), expected);
}

/** Editors drop folds that cross or that share their first line. */
function checkNesting(folds: readonly Fold[]): void {
  const open: Fold[] = [];
  let previous = -1;
  for (const fold of folds) {
    ok(fold.startLine > previous, `${show(fold)} begins on a line of its own`);
    ok(fold.endLine > fold.startLine, `${show(fold)} has several lines`);
    previous = fold.startLine;
    while ((open.at(-1)?.endLine ?? Number.POSITIVE_INFINITY) < fold.startLine) open.pop();
    const outer = open.at(-1);
    ok(!outer || fold.endLine <= outer.endLine, `${show(fold)} crosses ${outer && show(outer)}`);
    open.push(fold);
  }
}

describe('folding', () => {
  it('folds header, sections without the rule above, and paragraphs of several lines', () => {
    checkFolds(
      `
      P 141412Z FEB 07
      FM AMEMBASSY MUSCAT
      TO RUEHC/SECSTATE WASHDC PRIORITY 7816

      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: TALKS

      1. (C) They talked.

      -------
      SUMMARY
      -------

      2. (C) They ate,
      and talked.

      3. (C) They drank.

      COMMENT
      -------

      4. (C) Text.

      DOE
      `,
      'header 0-2',
      'section 10-16',
      'paragraph 13-14',
      'section 18-21',
    );
  });

  it('folds pages, and a paragraph up to the end of its page', () => {
    checkFolds(
      `
      C O N F I D E N T I A L SECTION 01 OF 02 MUSCAT 000154
      SUBJECT: TALKS

      1. (C) They talked,
      and ate,

      MUSCAT 00000154 002 OF 002

      and drank.

      2. (C) They slept.

      DOE
      `,
      'page 0-4',
      'paragraph 3-4',
      'page 6-12',
    );
  });

  it('leaves out a page that would cross a section', () => {
    checkFolds(
      `
      C O N F I D E N T I A L SECTION 01 OF 02 MUSCAT 000154
      SUBJECT: TALKS

      THE TALKS
      ---------

      1. (C) They talked,

      MUSCAT 00000154 002 OF 002

      and drank.

      DOE
      `,
      'section 3-10',
      'paragraph 6-10',
    );
  });

  it('has nothing to fold in an empty text', () => checkFolds(''));

  it('gives folds that editors keep, whatever happened to the lines', () => {
    const seeds = readdirSync('seeds')
      .filter(name => name.endsWith('.txt'))
      .map(name => readFileSync(`seeds/${name}`, 'utf8'));
    const move = fc.record({ from: fc.nat(200), count: fc.integer({ min: 0, max: 8 }), to: fc.nat(200) });
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(move, { maxLength: 6 }), (seed, moves) => {
        const lines = seed.split('\n');
        for (const { from, count, to } of moves) lines.splice(to, 0, ...lines.splice(from, count));
        checkNesting(foldsOf(parseCable(lines.join('\n'))));
      }),
      { numRuns: 200 },
    );
  });
});
