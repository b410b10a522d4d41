import assert from 'node:assert/strict';
import { ALL_HINTS as ALL, type HintChoice, hintsOf } from '../../server/src/features/inlayHints';
import { readFixture } from './reading';

/** The hints of the first file, each in braces at its place. */
function showHints(
  text: string,
  choice: Partial<HintChoice>,
  range?: { start: number; end: number },
): string {
  const { file, reading } = readFixture(text);
  const none = { paragraphNumbers: false, years: false, subjects: false };
  let shown = '';
  let last = 0;
  const whole = { start: 0, end: file.text.length };
  for (const { at, label } of hintsOf(reading, range ?? file.ranges[0] ?? whole, { ...none, ...choice })) {
    shown += `${file.text.slice(last, at)}{${label}}`;
    last = at;
  }
  return shown + file.text.slice(last);
}

const CABLE = (rest: string) => `
    § open.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    ${rest}
    § other.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000140
    SUBJECT: OMAN AND ISRAEL IN A LONG SUBJECT ABOUT NEARLY EVERYTHING

    1. (C) Text.
`;
const lineOf = (shown: string, word: string) => shown.split('\n').find(line => line.includes(word)) ?? '';

describe('inlay hints', () => {
  it('give the number that is meant where another one is printed', () => {
    const shown = showHints(
      CABLE('\n    11. (C) One.\n\n    2. (C) Two.\n\n    ¶3. (C) Three.\n\n    [1](#)4. (C) Four.'),
      ALL,
    );
    assert.equal(lineOf(shown, 'One'), '{¶1}11. (C) One.');
    assert.equal(lineOf(shown, 'Two'), '2. (C) Two.');
    assert.equal(lineOf(shown, 'Three'), '¶3. (C) Three.');
    assert.equal(lineOf(shown, 'Four'), '[1](#)4. (C) Four.');
    const dashed = showHints(CABLE('\n    - 11. (C) One.\n    - (C) Two.\n    - 13. (C) Three.'), ALL);
    assert.equal(lineOf(dashed, 'One'), '{¶1}- 11. (C) One.');
    assert.equal(lineOf(dashed, 'Two'), '{¶2}- (C) Two.');
  });

  it('give the year that is not printed with a reference', () => {
    const shown = showHints(
      CABLE(
        'REF: A. MUSCAT 140\n         B. 06 MUSCAT 1735\n         C. MUSCAT 1736\n\n    1. (C) See Muscat 141, (ref A).',
      ),
      { years: true },
    );
    assert.equal(lineOf(shown, 'REF'), 'REF: A. {2007}MUSCAT 140');
    assert.equal(lineOf(shown, '1735').trim(), 'B. 06 MUSCAT 1735');
    assert.equal(lineOf(shown, '1736').trim(), 'C. {2006}MUSCAT 1736');
    assert.equal(lineOf(shown, 'See'), '1. (C) See {2007}Muscat 141, (ref A).');
  });

  it('give the first words of the subject of a reference that is here', () => {
    const shown = showHints(CABLE('REF: A. MUSCAT 140\n         B. MUSCAT 141\n\n    1. (C) See ref A.'), {
      subjects: true,
    });
    assert.equal(lineOf(shown, 'REF'), 'REF: A. MUSCAT 140{OMAN AND ISRAEL IN A LONG SUBJECT ABOUT…}');
    assert.equal(lineOf(shown, 'B. MUSCAT').trim(), 'B. MUSCAT 141');
    assert.equal(lineOf(shown, 'See'), '1. (C) See ref A.');
  });

  it('give what is chosen, in the range that is asked for', () => {
    const text = CABLE('REF: MUSCAT 140\n\n    ⟦11. (C) One.\n\n    12. (C) Two.⟧');
    assert.match(showHints(text, ALL), /REF: MUSCAT 140\n\n\{¶1\}11/);
    assert.doesNotMatch(showHints(text, {}), /\{/);
  });
});
