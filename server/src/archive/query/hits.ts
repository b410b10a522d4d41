import type { Cable, Paragraph } from '../../cable/model';
import type { Span } from '../../text/span';
import type { WordCondition } from './query';

/** A paragraph in which words of a query stand, or a line outside of paragraphs. */
export interface Hit extends Span {
  readonly paragraph: Paragraph | null;
  /** Where the words stand in it, in order. */
  readonly places: readonly Span[];
}

/** The paragraphs of a cable, and the lines between them, in which words of a query stand, in the order of the text. */
export function hitsIn(cable: Cable, words: readonly WordCondition[]): readonly Hit[] {
  const { text, lines, paragraphs, telegram } = cable;
  const part = text.slice(telegram.start, telegram.end);
  const places = words
    .filter(({ excluded }) => !excluded)
    .flatMap(({ finder }) => [...finder.placesIn(part)])
    .map(({ start, end }) => ({ start: start + telegram.start, end: end + telegram.start }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const hits: (Hit & { places: Span[] })[] = [];
  let next = 0;
  for (const place of places) {
    const last = hits.at(-1);
    if (last && place.start < last.end) {
      last.places.push(place);
      continue;
    }
    // A paragraph begins with its number.
    while (next < paragraphs.length && (paragraphs[next]?.end ?? 0) <= place.start) next++;
    const paragraph = paragraphs[next] ?? null;
    const isInside = paragraph !== null && paragraph.start <= place.start;
    const { start, end } = isInside ? paragraph : lines.span(lines.lineAt(place.start));
    hits.push({ start, end, paragraph: isInside ? paragraph : null, places: [place] });
  }
  return hits;
}
