import type { Cable, Paragraph } from '../cable/model';
import type { Span } from '../text/span';
import { SpanIndex } from '../text/spanIndex';
import { Drawing } from './page/drawing';
import type { PageLine } from './page/model';
import { partsOf } from './page/pageBlocks';
import { oneLine } from './words';

/** Gives the words of a paragraph, or those of them that lie in a span: a text for each part that a blank line begins. */
export type ParagraphTexts = (paragraph: Paragraph, within?: Span) => readonly string[];

/**
 * The words of the paragraphs of a cable without number and portion mark: wrapped lines are joined, page lines and what copies put at the
 * ends of lines left out.
 */
export function paragraphTexts(cable: Cable): ParagraphTexts {
  const draw = new Drawing(cable, () => null);
  const breaks = new SpanIndex<Span>([...cable.pageLines, ...cable.captions]);
  const titles = new SpanIndex(cable.headings);
  return ({ textStart, segments }, within = { start: 0, end: cable.text.length }) => {
    const spans = segments
      .map(({ start, end }) => ({
        start: Math.max(start, textStart, within.start),
        end: Math.min(end, within.end),
      }))
      .filter(span => span.start < span.end && titles.overlapping(span).length === 0);
    return partsOf(spans, breaks)
      .map(part => joined(part.flatMap(span => draw.lines(span)).map(wordsOf)))
      .filter(text => text !== '');
  };
}

/** The paragraph numbered `number`; the first, where a damaged copy numbers two alike. Null where there is none. */
export function paragraphNumbered({ paragraphs }: Cable, number: number): Paragraph | null {
  return paragraphs.find(paragraph => paragraph.number === number) ?? null;
}

function wordsOf({ runs }: PageLine): string {
  return oneLine(runs.map(({ text }) => text).join(''));
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
