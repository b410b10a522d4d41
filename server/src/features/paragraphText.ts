import type { Cable, Paragraph } from '../cable/model';
import type { Span } from '../text/span';
import { SpanIndex } from '../text/spanIndex';
import { Drawing } from './page/drawing';
import { partsOf } from './page/pageBlocks';

/**
 * The words of a paragraph without number and portion mark, a text for each part that a blank line begins: wrapped lines are joined, page
 * lines and what copies put at the ends of lines left out. With `within`, the words in that span.
 */
export function paragraphText(
  cable: Cable,
  { textStart, segments }: Paragraph,
  within: Span = { start: 0, end: cable.text.length },
): readonly string[] {
  const draw = new Drawing(cable, () => null);
  const breaks = new SpanIndex<Span>([...cable.pageLines, ...cable.captions]);
  const titles = new SpanIndex(cable.headings);
  const spans = segments
    .map(({ start, end }) => ({
      start: Math.max(start, textStart, within.start),
      end: Math.min(end, within.end),
    }))
    .filter(span => span.start < span.end && titles.overlapping(span).length === 0);
  return partsOf(spans, breaks)
    .map(part =>
      joined(
        part
          .flatMap(span => draw.lines(span))
          .map(({ runs }) =>
            runs
              .map(({ text }) => text)
              .join('')
              .replace(/\s+/g, ' ')
              .trim(),
          ),
      ),
    )
    .filter(text => text !== '');
}

/** The paragraph numbered `number`; the first, where a damaged copy numbers two alike. Null where there is none. */
export function paragraphNumbered({ paragraphs }: Cable, number: number): Paragraph | null {
  return paragraphs.find(paragraph => paragraph.number === number) ?? null;
}

/** Lines as one; a word that is divided at the end of a line is one word, and keeps its hyphen. */
function joined(lines: readonly string[]): string {
  const parts: string[] = [];
  // The last characters so far: looking at all of them for each line would take the square of the time.
  let end = '';
  for (const line of lines) {
    const isDivided = /[\p{L}\p{N}.]-$/u.test(end) && /^[\p{L}\p{N}]/u.test(line);
    const part = parts.length === 0 || isDivided ? line : ` ${line}`;
    parts.push(part);
    end = (end + part).slice(-4);
  }
  return parts.join('');
}
