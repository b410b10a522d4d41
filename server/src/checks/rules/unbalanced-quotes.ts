import * as l10n from '@vscode/l10n';
import type { Paragraph } from '../../cable/model';
import type { Span } from '../../text/span';
import { type Check, finding, findingsIn } from '../check';

/** Counted over the whole paragraph, page lines and breaks left out; a quotation may run on into the next paragraph. */
export const check: Check = {
  code: 'unbalanced-quotes',
  severity: 'hint',
  silentIn: ['foia'],
  summary: 'A paragraph has an odd number of quotation marks; text may be lost.',
  run({ text, paragraphs, body }) {
    const all = quotationMarks(text, body);
    let next = 0;
    return findingsIn(paragraphs, (paragraph, i) => {
      const marks: number[] = [];
      for (const { start, end } of paragraph.segments) {
        while ((all[next] ?? Infinity) < start) next++;
        for (let mark = all[next]; mark !== undefined && mark < end; mark = all[++next]) marks.push(mark);
      }
      const odd = marks.length % 2 === 1 ? unpaired(text, marks) : undefined;
      if (odd === undefined || beginsWithQuote(text, paragraphs[i + 1])) return null;
      const message =
        paragraph.number === null
          ? l10n.t('Odd number of quotation marks in a paragraph; text may be lost.')
          : l10n.t('Odd number of quotation marks in paragraph {0}; text may be lost.', paragraph.number);
      return finding({ start: odd, end: odd + 1 }, message);
    });
  },
};

const SIGNS = ['"', '“', '”'];

/** The offsets of all quotation marks between two offsets, in order. */
function quotationMarks(text: string, { start, end }: Span): readonly number[] {
  const offsets: number[] = [];
  let kinds = 0;
  for (const sign of SIGNS) {
    const before = offsets.length;
    for (let at = text.indexOf(sign, start); at >= 0 && at < end; at = text.indexOf(sign, at + 1))
      offsets.push(at);
    if (offsets.length > before) kinds++;
  }
  return kinds > 1 ? offsets.sort((a, b) => a - b) : offsets;
}

/** The mark that opens a quotation before the last one was closed, or closes what is not open; otherwise the last. */
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
