import type { Paragraph } from '../cable/model';
import { type Check, finding, seeAlso } from './check';

/**
 * X19. A paragraph without any number between two others may be the one that seems to be missing, and so may one that the
 * publisher blacked out.
 */
export const check: Check = {
  code: 'paragraph-sequence',
  severity: 'information',
  summary: 'Paragraph numbers are missing or repeated.',
  run({ text, paragraphs }) {
    let before: { number: number; start: number; end: number } | null = null;
    let unnumbered = 0;
    return paragraphs.flatMap(paragraph => {
      const { number, printed } = paragraph;
      if (number === null) {
        unnumbered++;
        return [];
      }
      const previous = before;
      const explained = unnumbered;
      before = { number, start: printed.start, end: printed.end };
      unnumbered = blackedOut(text, paragraph);
      if (!previous || number === previous.number + 1) return [];
      const gap = number - previous.number - 1;
      if (gap > 0 && gap <= explained) return [];
      const message = `Paragraph ${number} follows ${previous.number}: ${gap > 0 ? missing(previous.number + 1, number - 1) : `${number} repeated`}.`;
      return [finding(printed, message, seeAlso(previous, `Paragraph ${previous.number} is here.`))];
    });
  },
};

const REDACTION = /^[X\s]{6,}$/;
/** How much of a block is looked at. */
const REACH = 200;

/** The blocks of a paragraph behind its first that hold nothing but the publisher's X. */
function blackedOut(text: string, { segments }: Paragraph): number {
  const blocks = segments.slice(1);
  return blocks.filter(({ start, end }) => REDACTION.test(text.slice(start, Math.min(end, start + REACH))))
    .length;
}

function missing(first: number, last: number): string {
  if (first === last) return `${first} missing`;
  return last === first + 1 ? `${first} and ${last} missing` : `${first} to ${last} missing`;
}
