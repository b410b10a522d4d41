import { deepEqual, equal } from 'node:assert/strict';
import { hoverAt } from '../../server/src/features/hover';
import { caretOf, dedent, parseFixture } from '../fixture';
import { readingOf } from './reading';

/** The hover at the caret `▮`, as Markdown; `-` for none. */
function checkHover(text: string, expected: string): void {
  const fixture = parseFixture(text);
  const { file, offset } = caretOf(fixture);
  equal(hoverAt(readingOf(fixture, file), offset)?.markdown ?? '-', dedent(expected).trimEnd());
}

const CITED = `
    § cited.txt
    R 241550Z JAN 07
    FM AMEMBASSY MUSCAT
    TO RUEHC/SECSTATE WASHDC 7700
    S E C R E T SECTION 01 OF 02 MUSCAT 000073
    NOFORN
    SIPDIS
    SUBJECT: C-NE6-02218: TALKS *HERE*

    1. (S) Summary: They <b>talked</b>.
`;

const citing = (head: string, text = 'Text.') => `
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    ${head}

    1. (C) ${text}
    ${CITED}`;

describe('hover', () => {
  it('tells id, subject, date, origin, classification and first words', () => {
    checkHover(
      citing('REF: 07 MUSCAT 000▮73'),
      `
      **07MUSCAT73** · C-NE6-02218: TALKS \\*HERE\\*

      24 January 2007, 15:50 UTC · AMEMBASSY MUSCAT · SECRET NOFORN SIPDIS

      Summary: They \\<b\\>talked\\</b\\>.
      `,
    );
  });

  it('says so where the cable is not in the workspace', () => {
    checkHover(
      citing('REF: 07 STATE ▮16868'),
      `
      **07STATE16868** · not in this workspace

      probably sent between January 1, 2007 and February 14, 2007
      `,
    );
  });

  it('says what NOTAL means', () => {
    checkHover(
      citing('REF: 07 STATE ▮16868 (NOTAL)'),
      `
      **07STATE16868** · not in this workspace

      probably sent between January 1, 2007 and February 14, 2007

      NOTAL: not to, nor needed by, all addressees
      `,
    );
  });

  it('says where a year comes from that is not printed', () => {
    checkHover(
      citing('REF: STATE ▮16868'),
      `
      **07STATE16868** · not in this workspace

      2007, inferred: this cable's own year

      probably sent between January 1, 2007 and February 14, 2007
      `,
    );
    checkHover(
      citing('REF: MUSCAT ▮1735'),
      `
      **06MUSCAT1735** · not in this workspace

      2006, inferred: serial above this cable's own

      probably sent in 2006
      `,
    );
  });

  it('tells the same at a mention', () => {
    checkHover(
      citing('REF: A. MUSCAT 1735', 'See (ref ▮A).'),
      `
      **06MUSCAT1735** · not in this workspace

      2006, inferred: serial above this cable's own

      probably sent in 2006
      `,
    );
  });

  it('shows the entry of what is no cable', () => {
    checkHover(
      `
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: A. SMITH_JONES EMAIL OF 02/03/07
           B. 07 MUSCAT 73

      1. (C) See (ref ▮A).
      `,
      '**A.** SMITH\\_JONES EMAIL OF 02/03/07',
    );
  });

  it('lists all that reftel may mean', () => {
    checkHover(
      `
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: A. 07 MUSCAT 71
           B. 07 MUSCAT 72

      1. (C) See ref▮tel.
      `,
      `
      **07MUSCAT71** · not in this workspace

      probably sent between January 1, 2007 and February 14, 2007

      ---

      **07MUSCAT72** · not in this workspace

      probably sent between January 1, 2007 and February 14, 2007
      `,
    );
  });

  it('counts the other files that hold the cable', () => {
    const copy = CITED.replace('cited.txt', 'copy.txt').replace('They <b>talked</b>.', 'They.');
    checkHover(
      citing('REF: 07 MUSCAT 000▮73') + copy,
      `
      **07MUSCAT73** · C-NE6-02218: TALKS \\*HERE\\*

      24 January 2007, 15:50 UTC · AMEMBASSY MUSCAT · SECRET NOFORN SIPDIS

      also in 1 other file

      Summary: They \\<b\\>talked\\</b\\>.
      `,
    );
  });

  it('is silent elsewhere', () => {
    for (const text of ['SUB▮JECT: TALKS', 'th▮ey']) checkHover(citing('', text), '-');
  });

  it('covers the reference', () => {
    const fixture = parseFixture(`
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: ⟦A. MUSCAT ▮73⟧
           B. MUSCAT 74
    `);
    const { file, offset } = caretOf(fixture);
    const hover = hoverAt(readingOf(fixture, file), offset);
    deepEqual(hover && [{ start: hover.start, end: hover.end }], file.ranges);
  });
});
