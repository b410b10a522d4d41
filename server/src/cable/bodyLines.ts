import { captionsOf } from './captionLine';
import { headingMarkLength, ruledTitle } from './headings';
import { isFiller, isRule } from './lines';
import type { Caption, PageLine } from './model';
import type { Ordinal } from './ordinals';
import { isPageCount, parsePageLine } from './pageLine';
import { type ParagraphMark, paragraphMark, unnumberedMark } from './paragraphMark';
import type { TrimmedLines } from './trimmedLines';

/** Captions that transmission repeats in the text; others are words there too. */
const REPEATED_CAPTIONS = new Set(['SIPDIS', 'NOFORN', 'EXDIS', 'NODIS', 'LIMDIS', 'STADIS']);
/** No page line and no line of repeated captions is longer. */
const SHORT = 60;

/** What a line of the body is. A line with a mark is text until its neighbours agree that it begins a paragraph. */
export type LineKind = 'blank' | 'rule' | 'page' | 'caption' | 'paragraph' | 'heading' | 'text';

export interface BodyLine {
  readonly line: number;
  kind: LineKind;
  readonly mark: ParagraphMark | null;
  ordinal: Ordinal | null;
  /** The number that follows from the neighbours of a paragraph that lost its own. */
  guessed: number | null;
}

/** Tells for each of the lines `from` to `to` what it is by itself, and collects page lines and repeated captions. */
export function classify(
  source: TrimmedLines,
  from: number,
  to: number,
  pageLines: PageLine[],
  captions: Caption[],
): BodyLine[] {
  const lines: BodyLine[] = [];
  for (let line = from; line < to; line++) {
    const content = source.content(line);
    let kind: LineKind = 'text';
    let mark: ParagraphMark | null = null;
    if (content === '' || isFiller(content)) {
      // Runs of blank lines say no more than one does.
      if (lines[lines.length - 1]?.kind === 'blank') continue;
      kind = 'blank';
    } else if (isRule(content)) kind = 'rule';
    else {
      mark = paragraphMark(content) ?? unnumberedMark(content);
      if (!mark) kind = kindOfText(source, line, content, pageLines, captions);
    }
    lines.push({ line, kind, mark, ordinal: null, guessed: null });
  }
  return lines;
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
  const repeated = captionsOf(content, start);
  if (!repeated?.every(caption => REPEATED_CAPTIONS.has(caption.value))) return null;
  return repeated.map(caption => ({ ...caption, place: 'text' as const }));
}

/** The captions that the lines `from` to `to` repeat. Other kinds of line never hold captions alone, so each tells by itself. */
export function repeatedCaptions(source: TrimmedLines, from: number, to: number): Caption[] {
  const captions: Caption[] = [];
  const { text, lines } = source;
  for (let line = from; line < to; line++) {
    let at = lines.start(line);
    while (text.charCodeAt(at) === BLANK) at++;
    if (!mayBeginRepeated(text.charCodeAt(at), text.charCodeAt(at + 1))) continue;
    const { start, end } = source.span(line);
    if (end - start > SHORT) continue;
    captions.push(...(repeatedCaptionsOf(source.content(line), start) ?? []));
  }
  return captions;
}

const BLANK = 32;

/** Whether a repeated caption may begin with these two characters: SI, ST, NO, EX or LI in either case. */
function mayBeginRepeated(first: number, second: number): boolean {
  const next = second | 32;
  switch (first | 32) {
    case 0x73:
      return next === 0x69 || next === 0x74;
    case 0x6e:
      return next === 0x6f;
    case 0x65:
      return next === 0x78;
    case 0x6c:
      return next === 0x69;
    default:
      return false;
  }
}
