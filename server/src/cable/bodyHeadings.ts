import type { Span } from '../text/span';
import { type BodyLine, contentOf } from './bodyLines';
import {
  canBeRuledHeading,
  endsParagraph,
  endsSentence,
  endsText,
  headingMarkLength,
  headingTitle,
  isNoHeading,
  looksLikeHeading,
  looksLikeSentence,
} from './headings';
import type { Artefact, Heading } from './model';
import type { TrimmedLines } from './trimmedLines';

/** Finds headings: marked as such, between or above rules, or short lines alone before a paragraph. */
export function findHeadings(source: TrimmedLines, lines: BodyLine[], artefacts: Artefact[]): Heading[] {
  const headings: Heading[] = [];
  /** The last line of running text so far. */
  let textBefore: BodyLine | null = null;
  for (let i = 0; i < lines.length; i++) {
    const at = lines[i];
    if (!at) continue;
    if (at.kind === 'paragraph') textBefore = at;
    else if (at.kind === 'heading') {
      headings.push(toHeading(source, lines, i, i));
      const { start } = at.span;
      const mark = headingMarkLength(contentOf(source, at.span));
      if (mark > 0) artefacts.push({ kind: 'heading', start, end: start + mark });
    } else if (at.kind === 'text') {
      const last = endOfBlock(lines, i);
      const found = headingStart(source, lines, i, last, textBefore);
      const first = found === i ? i - linesOpenAbove(source, lines, i) : found;
      if (first !== null) {
        for (let k = first; k <= last; k++) {
          const line = lines[k];
          if (line?.kind === 'text') line.kind = 'heading';
        }
        headings.push(toHeading(source, lines, first, last));
      }
      if (first === null || first > i) textBefore = lines[first === null ? last : first - 1] ?? null;
      i = last;
    }
  }
  return headings;
}

/** The last index of the run of text lines that starts at `from`. */
function endOfBlock(lines: readonly BodyLine[], from: number): number {
  let last = from;
  while (lines[last + 1]?.kind === 'text') last++;
  return last;
}

/** Where in the block of text lines `first` to `last` a heading starts; it ends with the block. Null where there is none. */
function headingStart(
  source: TrimmedLines,
  lines: readonly BodyLine[],
  first: number,
  last: number,
  textBefore: BodyLine | null,
): number | null {
  const before = lines[neighbour(lines, first, -1)];
  const after = lines[neighbour(lines, last, 1)];
  const continuesText = lines[first - 1]?.kind === 'paragraph';
  const ruledBelow = after?.kind === 'rule';
  if (!ruledBelow && after?.kind !== 'paragraph' && before?.kind !== 'rule') return null;
  const contents = lines.slice(first, last + 1).map(({ span }) => contentOf(source, span));
  const tail = textBefore?.span ?? null;
  const textEnd = tail && source.text.slice(Math.max(tail.start, tail.end - 12), tail.end);
  const isShort = looksLikeHeading(contents);
  const isSentence = contents.length === 1 && looksLikeSentence(contents[0] ?? '');
  const isRuled = ruledBelow && canBeRuledHeading(contents);
  const isTitle = !continuesText && (isShort || isSentence || isRuled) && !isNoHeading(contents);
  if (isRuled && isTitle && (before?.kind === 'rule' || !endsText(contents, textEnd))) return first;
  const isWhole = isTitle && isShort;
  const glued = !isWhole && gluedTitle(source, lines, first, last, continuesText);
  if (glued || (ruledBelow && lines[last + 1]?.kind === 'rule')) return glued ? last : null;
  if (!isTitle) return null;
  if (before?.kind === 'rule' && isShort) return first;
  if (after?.kind !== 'paragraph') return null;
  const setOff = lines[first - 1]?.kind === 'blank' && lines[last + 1]?.kind === 'blank';
  if (!isShort) return setOff && isSentence && textEnd && endsParagraph(textEnd) ? first : null;
  if (!textEnd) return first;
  const capitals = contents.every(line => line === line.toUpperCase());
  return capitals || endsSentence(textEnd) || endsParagraph(textEnd) ? first : null;
}

/**
 * How many lines further up a heading begins whose first line stands apart above a blank line: that line ends with a colon or
 * a comma, and blank lines set it off from the text before. 0 where there is none.
 */
function linesOpenAbove(source: TrimmedLines, lines: readonly BodyLine[], first: number): number {
  const line = lines[first - 2];
  if (lines[first - 1]?.kind !== 'blank' || line?.kind !== 'text' || lines[first - 3]?.kind !== 'blank')
    return 0;
  const content = contentOf(source, line.span);
  const isOpen = /[:,]$/.test(content) && content === content.toUpperCase();
  return isOpen && looksLikeHeading([content.slice(0, -1)]) && !isNoHeading([content]) ? 2 : 0;
}

/**
 * Whether the last line of a block is a title glued to the text above it: it stands directly above a rule or a paragraph, and
 * the line before it has ended a sentence.
 */
function gluedTitle(
  source: TrimmedLines,
  lines: readonly BodyLine[],
  first: number,
  last: number,
  continuesText: boolean,
): boolean {
  const line = lines[last];
  const below = lines[last + 1]?.kind;
  if (!line || (first === last && !continuesText) || (below !== 'rule' && below !== 'paragraph'))
    return false;
  const title = contentOf(source, line.span);
  const above = source.content(line.line - 1);
  if (!looksLikeHeading([title]) || isNoHeading([title])) return false;
  return below === 'rule' ? endsSentence(above) : endsParagraph(above);
}

/** The index of the next line in a direction that is no blank, no page line and no repeated caption. */
function neighbour(lines: readonly BodyLine[], from: number, step: 1 | -1): number {
  for (let at = from + step; ; at += step) {
    const kind = lines[at]?.kind;
    if (kind !== 'blank' && kind !== 'page' && kind !== 'caption') return at;
  }
}

function toHeading(source: TrimmedLines, lines: readonly BodyLine[], first: number, last: number): Heading {
  const aboveAt = neighbour(lines, first, -1);
  const above = lines[aboveAt];
  const below = lines[neighbour(lines, last, 1)];
  const spans = lines
    .slice(first, last + 1)
    .filter(({ kind }) => kind === 'heading')
    .map(({ span }) => headingTitle(contentOf(source, span), span.start));
  const title: Span = { start: spans[0]?.start ?? 0, end: spans[spans.length - 1]?.end ?? 0 };
  return {
    value: spans.map(({ start, end }) => source.text.slice(start, end)).join(' '),
    title,
    start:
      above?.kind === 'rule' && !isUnderline(lines, aboveAt)
        ? above.span.start
        : (lines[first]?.span.start ?? title.start),
    end: below?.kind === 'rule' ? below.span.end : (lines[last]?.span.end ?? title.end),
  };
}

/** Whether a rule belongs to the heading above it rather than to one below. */
function isUnderline(lines: readonly BodyLine[], rule: number): boolean {
  return lines[neighbour(lines, rule, -1)]?.kind === 'heading';
}
