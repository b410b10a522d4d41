import type { Cable, Paragraph } from '../cable/model';
import { type Check, finding } from './check';

/** Counted over the whole paragraph, page lines and breaks left out; a quotation may run on into the next paragraph. */
export const check: Check = {
  code: 'unbalanced-quotes',
  severity: 'hint',
  summary: 'A paragraph has an odd number of quotation marks; text may be lost.',
  run({ text, paragraphs }) {
    return paragraphs.flatMap((paragraph, i) => {
      const marks = quotationMarks(text, paragraph);
      const odd = marks.length % 2 === 1 ? unpaired(text, marks) : undefined;
      if (odd === undefined || beginsWithQuote(text, paragraphs[i + 1])) return [];
      const name = paragraph.number === null ? 'a paragraph' : `paragraph ${paragraph.number}`;
      const message = `Odd number of quotation marks in ${name}; text may be lost.`;
      return [finding({ start: odd, end: odd + 1 }, message)];
    });
  },
};

const QUOTES = /["“”]/g;

/** The offsets of the quotation marks in a paragraph. */
function quotationMarks(text: Cable['text'], { segments }: Paragraph): readonly number[] {
  return segments.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(QUOTES)].map(match => start + match.index),
  );
}

/** The mark that opens a quotation before the last one was closed, or closes what is not open; else the last. */
function unpaired(text: string, marks: readonly number[]): number | undefined {
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i] ?? 0;
    const shouldOpen = i % 2 === 0;
    if (shouldOpen && closes(text, mark)) return mark;
    if (!shouldOpen && opens(text, mark)) return marks[i - 1];
  }
  return marks.at(-1);
}

const BLANK = /\s/;

function opens(text: string, mark: number): boolean {
  if (text[mark] !== '"') return text[mark] === '“';
  return BLANK.test(text.charAt(mark - 1)) && !BLANK.test(text.charAt(mark + 1));
}

function closes(text: string, mark: number): boolean {
  if (text[mark] !== '"') return text[mark] === '”';
  return !BLANK.test(text.charAt(mark - 1)) && BLANK.test(text.charAt(mark + 1));
}

function beginsWithQuote(text: string, paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && '"“'.includes(text.charAt(paragraph.textStart) || ' ');
}
