import { type Check, finding, seeAlso } from './check';

/** X19. A paragraph without any number between two others may be the one that seems to be missing. */
export const check: Check = {
  code: 'paragraph-sequence',
  severity: 'information',
  summary: 'Paragraph numbers are missing or repeated.',
  run({ paragraphs }) {
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
      unnumbered = 0;
      if (!previous || number === previous.number + 1) return [];
      const gap = number - previous.number - 1;
      if (gap > 0 && gap <= explained) return [];
      const message = `Paragraph ${number} follows ${previous.number}: ${gap > 0 ? missing(previous.number + 1, number - 1) : `${number} repeated`}.`;
      return [finding(printed, message, seeAlso(previous, `Paragraph ${previous.number} is here.`))];
    });
  },
};

function missing(first: number, last: number): string {
  if (first === last) return `${first} missing`;
  return last === first + 1 ? `${first} and ${last} missing` : `${first} to ${last} missing`;
}
