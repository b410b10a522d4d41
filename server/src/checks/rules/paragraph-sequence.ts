import type { Paragraph } from '../../cable/model';
import { type Check, type Finding, finding, seeAlso } from '../check';

/**
 * X19. A paragraph without any number between two others may be the one that seems to be missing, and so may one that the
 * publisher blacked out.
 */
export const check: Check = {
  code: 'paragraph-sequence',
  severity: 'information',
  silentIn: ['foia'],
  summary: 'Paragraph numbers are missing or repeated.',
  run({ text, paragraphs }) {
    const found: Finding[] = [];
    let before: Paragraph | null = null;
    let unnumbered = 0;
    for (const paragraph of paragraphs) {
      const { number, printed } = paragraph;
      if (number === null) {
        unnumbered++;
        continue;
      }
      const last = before?.number ?? number - 1;
      const gap = number - last - 1;
      const isExplained = gap > 0 && before && gap <= unnumbered + blackedOut(text, before);
      if (before && gap !== 0 && !isExplained) {
        const what = gap > 0 ? missing(last + 1, number - 1) : `${number} repeated`;
        const related = seeAlso(before.printed, `Paragraph ${last} is here.`);
        found.push(finding(printed, `Paragraph ${number} follows ${last}: ${what}.`, related));
      }
      before = paragraph;
      unnumbered = 0;
    }
    return found;
  },
};

const REDACTION = /^[X\s]{6,}$/;
/** How much of a block is looked at. */
const REACH = 200;

/** The blocks of a paragraph after its first that hold nothing but the publisher's X. */
function blackedOut(text: string, { segments }: Paragraph): number {
  const blocks = segments.slice(1);
  return blocks.filter(({ start, end }) => REDACTION.test(text.slice(start, Math.min(end, start + REACH))))
    .length;
}

function missing(first: number, last: number): string {
  if (first === last) return `${first} missing`;
  return last === first + 1 ? `${first} and ${last} missing` : `${first} to ${last} missing`;
}
