import { beginningsOf, mayBeginAt } from '../text/beginnings';
import { isDigit, isLetter } from '../text/characters';
import type { Span } from '../text/span';
import { captionsOf } from './captionLine';
import { headingMarkLength, ruledTitle } from './headings';
import { isFiller, isRule } from './lines';
import type { Caption, PageLine } from './model';
import type { Ordinal } from './ordinals';
import { isPageCount, parsePageLine } from './pageLine';
import { gluedMarks, type ParagraphMark, paragraphMark, unnumberedMark } from './paragraphMark';
import { cutAt, LINE_LIMIT, type TrimmedLines } from './trimmedLines';

/** Captions that transmission repeats in the text; others are words there too. */
const REPEATED = ['SIPDIS', 'NOFORN', 'EXDIS', 'NODIS', 'LIMDIS', 'STADIS'];
const REPEATED_WORD = new RegExp(String.raw`(?:${REPEATED.join('|')})(?![^\s/,])`, 'iy');
const REPEATED_BEGINNINGS = beginningsOf(REPEATED);
/** No page line and no line of repeated captions is longer. */
const SHORT = 60;

/** What a line of the body is. A line with a mark is text until its neighbours agree that it begins a paragraph. */
export type LineKind = 'blank' | 'rule' | 'page' | 'caption' | 'paragraph' | 'heading' | 'text';

/** A line of the body, or the part of one: copies glue a paragraph to the end of another. */
export interface BodyLine {
  readonly line: number;
  span: Span;
  /** Whether it stands behind another part on its line. */
  readonly glued: boolean;
  kind: LineKind;
  readonly mark: ParagraphMark | null;
  ordinal: Ordinal | null;
  /** The number that follows from the neighbours of a paragraph that lost its own. */
  guessed: number | null;
}

/**
 * Tells for each of the lines `from` to `to` what it is by itself, and collects page lines and repeated captions. The first
 * line is read from the offset `start` on, the last up to `end`. A marked number behind other text begins a part of its own.
 */
export function classify(
  source: TrimmedLines,
  from: number,
  to: number,
  { start, end }: Span,
  pageLines: PageLine[],
  captions: Caption[],
): BodyLine[] {
  const { text } = source;
  const lines: BodyLine[] = [];
  /** The next parenthesis, sought once for all the lines before it. */
  let parenthesis = -1;
  for (let line = from; line < to; line++) {
    const whole = source.span(line);
    const isCut = (line === from && start > whole.start) || (line === to - 1 && end < whole.end);
    const span = isCut ? cutTo(source, whole, start, end) : whole;
    let kind: LineKind = 'text';
    let mark: ParagraphMark | null = null;
    if (span.start === span.end) kind = 'blank';
    else if (!isPlainText(text, span)) {
      const content = isCut ? contentOf(source, span) : source.content(line);
      if (isFiller(content)) kind = 'blank';
      else if (isRule(content)) kind = 'rule';
      else {
        mark = paragraphMark(content) ?? unnumberedMark(content);
        if (!mark) kind = kindOfText(source, line, content, pageLines, captions);
      }
    }
    // Runs of blank lines say no more than one does.
    if (kind === 'blank' && lines[lines.length - 1]?.kind === 'blank') continue;
    lines.push({ line, span, glued: false, kind, mark, ordinal: null, guessed: null });
    if (kind !== 'text') continue;
    // Most lines hold no portion mark behind the one they begin with.
    const behind = span.start + (mark?.markingEnd ?? 1);
    if (parenthesis < behind) parenthesis = indexOrEnd(text, '(', behind);
    if (parenthesis < span.end || span.end - span.start >= LINE_LIMIT) cutAtGlued(source, lines);
  }
  return lines;
}

/**
 * Whether a line is text whatever the patterns say, which it spares most lines: with a letter only page lines begin, which end with a
 * digit, and repeated captions, both of them short.
 */
function isPlainText(text: string, { start, end }: Span): boolean {
  if (!isLetter(text.charCodeAt(start))) return false;
  return end - start > SHORT || !(isDigit(text.charCodeAt(end - 1)) || beginsRepeated(text, start));
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? text.length : at;
}

/** Cuts the last line where a marked number stands behind other text. */
function cutAtGlued(source: TrimmedLines, lines: BodyLine[]): void {
  const at = lines[lines.length - 1];
  if (!at) return;
  const { line, span } = at;
  const text = source.text.slice(span.start, span.end);
  const cuts = gluedMarks(text, at.mark?.markingEnd ?? 0);
  cuts.forEach(({ end, start }, i) => {
    const before = lines[lines.length - 1];
    if (before) before.span = { start: before.span.start, end: span.start + end };
    const next = cuts[i + 1];
    const part = { start: span.start + start, end: next ? span.start + next.end : span.end };
    const mark = paragraphMark(contentOf(source, part));
    lines.push({ line, span: part, glued: true, kind: 'text', mark, ordinal: null, guessed: null });
  });
}

/** Gives the parts of lines that turned out to begin no paragraph back to the text before them. */
export function rejoined(lines: BodyLine[]): BodyLine[] {
  if (!lines.some(({ glued }) => glued)) return lines;
  const found: BodyLine[] = [];
  for (const at of lines) {
    const before = found[found.length - 1];
    if (at.glued && at.kind === 'text' && before)
      before.span = { start: before.span.start, end: at.span.end };
    else found.push(at);
  }
  return found;
}

/** The part of a line that lies between two offsets, without blanks at its end. */
function cutTo(source: TrimmedLines, line: Span, start: number, end: number): Span {
  const from = Math.max(line.start, start);
  return cutAt(source.text, { start: from, end: Math.max(from, line.end) }, Math.max(from, end));
}

/** The part of a line as patterns see it. */
export function contentOf(source: TrimmedLines, { start, end }: Span): string {
  return source.text.slice(start, Math.min(end, start + LINE_LIMIT));
}

function kindOfText(
  source: TrimmedLines,
  line: number,
  content: string,
  pageLines: PageLine[],
  captions: Caption[],
): LineKind {
  const { start } = source.span(line);
  if (content.length <= SHORT) {
    if (isPageCount(content)) return 'page';
    const pageLine = parsePageLine(content, start);
    if (pageLine) {
      pageLines.push(pageLine);
      return 'page';
    }
    const repeated = repeatedCaptionsOf(content, start);
    if (repeated) {
      captions.push(...repeated);
      return 'caption';
    }
  }
  return headingMarkLength(content) > 0 || ruledTitle(content) ? 'heading' : 'text';
}

/** The captions of a line that holds nothing but such as transmission repeats; null for another line. */
function repeatedCaptionsOf(content: string, start: number): Caption[] | null {
  const captions = beginsRepeated(content, 0) ? captionsOf(content, start) : null;
  if (!captions?.every(({ value }) => REPEATED.includes(value))) return null;
  return captions.map(caption => ({ ...caption, place: 'text' as const }));
}

/** The captions that the lines `from` to `to` repeat. Other kinds of line never hold captions alone, so each tells by itself. */
export function repeatedCaptions(source: TrimmedLines, from: number, to: number): Caption[] {
  const captions: Caption[] = [];
  for (let line = from; line < to; line++) {
    // Where a line ends need be looked for only if its beginning says so.
    if (!isInitialOfRepeated(source.initial(line)) || !beginsRepeated(source.text, source.start(line)))
      continue;
    const { start, end } = source.span(line);
    if (end - start <= SHORT) captions.push(...(repeatedCaptionsOf(source.content(line), start) ?? []));
  }
  return captions;
}

/** Whether a repeated caption stands at an offset. The first letter spares three of four lines a closer look, the first three nearly all. */
function beginsRepeated(text: string, at: number): boolean {
  if (!isInitialOfRepeated(text.charCodeAt(at)) || !mayBeginAt(REPEATED_BEGINNINGS, text, at)) return false;
  REPEATED_WORD.lastIndex = at;
  return REPEATED_WORD.test(text);
}

/** S, N, E or L in either case. */
function isInitialOfRepeated(code: number): boolean {
  const small = code | 32;
  return small === 0x73 || small === 0x6e || small === 0x65 || small === 0x6c;
}
