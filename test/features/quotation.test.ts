import { equal } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { citedTelegram } from '../../server/src/features/bibliography/telegram';
import { quotationOf } from '../../server/src/features/quotation';
import { dedent, parseFixture } from '../fixture';

/** The quotation of what is marked with `⟦ ⟧`, or of the paragraph at `▮`; `-` for none. */
function checkQuotation(body: string, expected: string): void {
  const fixture = parseFixture(`P 141412Z FEB 07
FM AMEMBASSY MUSCAT
TO RUEHC/SECSTATE WASHDC PRIORITY 7768
C O N F I D E N T I A L SECTION 01 OF 02 MUSCAT 000154
SUBJECT: TALKS ON WATER

${dedent(body)}`);
  const [file] = fixture.files;
  if (!file) throw new Error('there is no cable');
  const cable = parseCable(file.text);
  const at = file.caret?.offset ?? 0;
  const selection = file.ranges[0] ?? { start: at, end: at };
  const quotation = quotationOf(cable, selection, paragraph => citedTelegram(cable, paragraph));
  equal(quotation ?? '-', expected === '-' ? '-' : dedent(expected));
}

const NOTE = (paragraph: number) =>
  `U.S. Embassy Muscat to Department of State, “Talks on Water,” telegram 07MUSCAT154, February 14, 2007, para. ${paragraph}, Confidential.`;

describe('quotation', () => {
  it('is the paragraph at the caret: number, portion mark, joined words, citation', () => {
    checkQuotation(
      `
      1. (C) Summary: They talked.

      2. (C/NF) The minister said th▮at the wells
      north of the town were dry.

      MUSCAT 00000154  002 OF 002


      They had been so since 2001.

      3. (U) Nothing else.
      `,
      `
      > ¶2. (C/NF) The minister said that the wells north of the town were dry. They had been so since 2001.

      ${NOTE(2)}
      `,
    );
  });

  it('keeps parts apart that a blank line divides', () => {
    checkQuotation(
      `
      1. (C) The points:

      -- the first p▮oint
      of all

      -- the second
      `,
      `
      > ¶1. (C) The points:
      >
      > -- the first point of all
      >
      > -- the second

      ${NOTE(1)}
      `,
    );
  });

  it('is what is selected, with dots where words are left out', () => {
    checkQuotation(
      `
      1. (C) The minister said that ⟦the wells
      north of the town⟧ were dry.
      `,
      `
      > ¶1. (C) … the wells north of the town …

      ${NOTE(1)}
      `,
    );
  });

  it('may be several paragraphs, cited by the first', () => {
    checkQuotation(
      `
      1. (C) ⟦They talked.

      2. (S) They left.⟧

      3. (U) Nothing else.
      `,
      `
      > ¶1. (C) They talked.
      >
      > ¶2. (S) They left.

      ${NOTE(1)}
      `,
    );
  });

  it('needs a paragraph', () => {
    checkQuotation('1. (C) They talked.\nSMITH▮', '-');
  });
});
