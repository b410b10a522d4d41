import type { Cable } from '../../cable/model';
import type { Span } from '../../text/span';
import { SpanIndex } from '../../text/spanIndex';
import type { Drawing } from './drawing';
import type { PageBlock, PageLine } from './model';

/** Headings, paragraphs and whatever else the body says, in the order of the text. */
export function blocksOf(cable: Cable, draw: Drawing): readonly PageBlock[] {
  const { headings, paragraphs, pageLines, captions, body, lines } = cable;
  const blocks: { readonly start: number; readonly block: PageBlock }[] = [];
  for (const heading of headings) {
    const parts = [draw.lines(heading.title)];
    blocks.push({ start: heading.start, block: { kind: 'heading', number: null, marking: null, parts } });
  }
  const breaks = new SpanIndex<Span>([...pageLines, ...captions]);
  const titles = new SpanIndex(headings);
  for (const { start, number, marking, textStart, segments } of paragraphs) {
    const spans = segments
      .map(segment => ({ start: Math.max(segment.start, textStart), end: segment.end }))
      .filter(segment => segment.start < segment.end && titles.overlapping(segment).length === 0);
    const parts = partsOf(spans, breaks).map(part => part.flatMap(span => draw.lines(span)));
    blocks.push({
      start,
      block: {
        kind: 'paragraph',
        number,
        marking: marking?.value ?? null,
        parts: parts.filter(part => part.length > 0),
      },
    });
  }
  const taken = [
    ...headings,
    ...paragraphs.flatMap(({ segments, printed }) => [printed, ...segments]),
    ...pageLines,
    ...captions,
  ];
  const takenLines = new Set(taken.flatMap(span => linesIn(cable, span)));
  let loose: PageLine[] = [];
  const flush = () => {
    const [first] = loose;
    if (first)
      blocks.push({
        start: lines.start(first.line),
        block: { kind: 'text', number: null, marking: null, parts: [loose] },
      });
    loose = [];
  };
  for (const line of body.start < body.end ? linesIn(cable, body) : []) {
    const { start, end } = lines.span(line);
    const drawn = takenLines.has(line)
      ? []
      : draw.lines({ start: Math.max(start, body.start), end: Math.min(end, body.end) });
    if (drawn.length === 0) flush();
    loose.push(...drawn);
  }
  flush();
  return blocks.sort((a, b) => a.start - b.start).map(({ block }) => block);
}

/** Runs that only a page break parts are one; where only a blank line separates them, the drafter began a new one. */
export function partsOf(segments: readonly Span[], breaks: SpanIndex<Span>): readonly (readonly Span[])[] {
  const parts: Span[][] = [];
  for (const segment of segments) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    const gap = before && { start: before.end, end: segment.start };
    if (part && gap && breaks.overlapping(gap).length > 0) part.push(segment);
    else parts.push([segment]);
  }
  return parts;
}

function linesIn({ lines }: Cable, { start, end }: Span): readonly number[] {
  const first = lines.lineAt(start);
  return Array.from({ length: lines.lineAt(Math.max(start, end - 1)) - first + 1 }, (_, i) => first + i);
}
