import type { Cable, Paragraph } from '../cable/model';
import { type Span, touches } from '../text/span';
import { chicagoNote } from './bibliography/notes';
import type { CitedTelegram } from './bibliography/telegram';
import { type ParagraphTexts, paragraphTexts } from './paragraphText';

/** The most paragraphs of one quotation. */
const MOST_PARAGRAPHS = 50;

/**
 * What is selected of a cable as a quotation in Markdown, or the whole paragraph at an empty selection: number, portion mark and joined
 * words of each paragraph, three dots where words of it are left out, and behind them the citation of the first. Null outside of
 * paragraphs. `cited` gives what a citation of a paragraph says.
 */
export function quotationOf(
  cable: Cable,
  selection: Span,
  cited: (paragraph: Paragraph) => CitedTelegram,
): string | null {
  const isEmpty = selection.start === selection.end;
  const chosen = cable.paragraphs.filter(paragraph =>
    isEmpty ? touches(paragraph, selection.start) : overlaps(paragraph, selection),
  );
  const [first] = chosen;
  if (!first) return null;
  const texts = paragraphTexts(cable);
  const blocks = chosen
    .slice(0, isEmpty ? 1 : MOST_PARAGRAPHS)
    .map(paragraph => blockOf(cable, texts, paragraph, isEmpty ? paragraph : selection))
    .filter(lines => lines.length > 0);
  if (blocks.length === 0) return null;
  const quoted = blocks.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
  return `${quoted.map(line => (line === '' ? '>' : `> ${line}`)).join('\n')}\n\n${chicagoNote(cited(first))}\n`;
}

/** The lines of one paragraph: its parts with an empty line between two. */
function blockOf(
  cable: Cable,
  texts: ParagraphTexts,
  paragraph: Paragraph,
  selection: Span,
): readonly string[] {
  const { number, marking, textStart, end } = paragraph;
  const parts = texts(paragraph, selection);
  if (parts.length === 0) return [];
  const words = (from: number, to: number) => /\S/.test(cable.text.slice(from, Math.max(from, to)));
  const before = words(textStart, Math.min(selection.start, end)) ? '… ' : '';
  const after = words(Math.max(textStart, selection.end), end) ? ' …' : '';
  const head = [number === null ? '' : `¶${number}.`, marking === null ? '' : `(${marking.value})`]
    .filter(part => part !== '')
    .join(' ');
  return parts.flatMap((part, i) => {
    const start = i === 0 ? `${head === '' ? '' : `${head} `}${before}` : '';
    const line = `${start}${part}${i === parts.length - 1 ? after : ''}`;
    return i === 0 ? [line] : ['', line];
  });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
