import assert from 'node:assert/strict';
import { fullTokensOf, tokensOf } from '../../server/src/features/semanticTokens';
import { textOf } from '../../server/src/text/span';
import { seeds } from '../seeds';
import { readFixture } from './reading';

/** The tokens of the first file, or of its range: `text kind.modifier`. */
function checkTokens(text: string, ...expected: readonly string[]): void {
  const { file, reading } = readFixture(text);
  const range = file.ranges[0] ?? { start: 0, end: file.text.length };
  const shown = tokensOf(reading, range).map(token => {
    const kind = token.modifier ? `${token.kind}.${token.modifier}` : token.kind;
    return `${textOf(file.text, token).replaceAll('\n', '⏎')} ${kind}`;
  });
  assert.deepEqual(shown, expected);
}

const CABLE = (rest: string) => `
    § open.txt
    P 141412Z FEB 07
    CC O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    ${rest}
    § other.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000140
    SUBJECT: TALKS

    1. (C) Text.
`;
const CLASS_LINE = 'CC O N F I D E N T I A L classification.confidential';

describe('semantic tokens', () => {
  it('colour header, headings and signature for an editor without a grammar', () => {
    const { file, reading } = readFixture(`
      § open.txt
      P 141412Z FEB 07
      FM AMEMBASSY MUSCAT
      TO RUEHC/SECSTATE WASHDC PRIORITY 7917
      BT
      C O N F I D E N T I A L MUSCAT 000154
      E.O. 12958: DECL: 02/14/2017
      TAGS: PREL, MU
      SUBJECT: MORE TALKS

      SUMMARY
      -------

      1. (C) He came.
      GRAPPO
    `);
    const shown = fullTokensOf(reading, { start: 0, end: file.text.length }).map(
      token => `${textOf(file.text, token)} ${token.kind}`,
    );
    for (const expected of [
      'FM keyword',
      'TO keyword',
      '141412Z FEB 07 time',
      'AMEMBASSY MUSCAT address',
      'SECSTATE WASHDC address',
      'C O N F I D E N T I A L classification',
      'PREL tag',
      'SUMMARY heading',
      '1. paragraphNumber',
      'GRAPPO signature',
    ])
      assert.ok(shown.includes(expected), `${expected} in ${shown.join(' | ')}`);
    assert.ok(shown.some(token => /^SUBJECT:? keyword$/.test(token)));
  });

  it('part the number of a paragraph from what a copy put before it', () => {
    checkTokens(
      CABLE('\n    11. (U) One.\n\n    [1](#)2. (SBU) Two.\n\n    3. (S/NF) Three.\n\n    4. (TS) Four.'),
      CLASS_LINE,
      '1 artefact',
      '1 paragraphNumber',
      '(U) classification.unclassified',
      '[1](#) artefact',
      '2 paragraphNumber',
      '(SBU) classification.restricted',
      '(S/NF) classification.secret',
      '(TS) classification.topSecret',
    );
  });

  it('tell references that lead somewhere from those that do not', () => {
    checkTokens(
      CABLE(
        'REF: A. MUSCAT 140\n         B. MUSCAT 141\n         C. SMITH EMAIL OF 02/03/07\n\n    1. See ref A, ref C and 06 STATE 12345.',
      ),
      CLASS_LINE,
      'MUSCAT 140 reference.resolved',
      'MUSCAT 141 reference.absent',
      'ref A reference.resolved',
      '06 STATE 12345 reference.absent',
    );
  });

  it('cover the range that is asked for, and the class line', () => {
    checkTokens(
      CABLE('\n    1. (C) One.\n\n    ⟦2. (S) Two.⟧\n\n    3. (C) Three.'),
      CLASS_LINE,
      '(S) classification.secret',
    );
  });

  it('do not lie over each other', () => {
    for (const { text } of seeds) {
      const { reading } = readFixture(text);
      let end = 0;
      for (const token of tokensOf(reading, { start: 0, end: text.length })) {
        assert.ok(token.start >= end && token.end > token.start);
        end = token.end;
      }
      assert.ok(end > 0);
    }
  });
});
