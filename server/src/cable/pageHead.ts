import type { PageLine } from './model';
import { asDigits } from './ocr';
import { capture, type Source } from './source';

/** Digits, and the letters that are read for them in released paper. */
const NUMERAL = '[0-9OQDIlC|]';
const HEAD = new RegExp(
  String.raw`^PA[GC]E\s{1,24}(${NUMERAL}{2})(?:[\s.,:;'"*•]{0,60})([A-Z][A-Z0-9 .'-]{0,9}?)\s{0,12}(${NUMERAL}{4,6})` +
    String.raw`(?:\s{1,8}[A-Z]{5}\s{1,8}\d{4,6})?(?:\s{1,12}(${NUMERAL}{1,2})\s{0,3}OF\s{0,3}(${NUMERAL}{1,2}))?(?:\s{0,24}[0-9OIlSB]{6,7}[Z27]?)?[\s•.,'*()-]{0,24}[A-Z]?$`,
  'di',
);
const OPENING = new RegExp(String.raw`^PA[GC]E\s{1,24}${NUMERAL}{2}(?!\d)`, 'i');
const NO_CONTEXT = new RegExp(String.raw`^PA[GC]E\s{1,24}${NUMERAL}{2}$`, 'i');
const RECEIVED = /^[0-9OIlSB]{6}[Z27]$/i;
/** The same in the middle of a line that a copy has run together, with the banners before it. */
const INLINE =
  /(?<=\s)(?:(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET)\s{1,40}){0,2}(PAGE\s{1,12}\d\d\s{1,24}[A-Z][A-Z .'-]{1,9}?\s{1,12}\d{4,6}(?:\s{1,12}\d\d OF \d\d)?\s{1,24}\d{6}Z)(?!\w)/g;
/** No page head is longer, the break inside it included. */
const LONGEST = 120;
/** How many lines further on a head that was broken may go on. */
const BREAK = 3;

export interface FoundPageHead {
  readonly pageLine: PageLine;
  /** The 0-based line on which it ends. */
  readonly lastLine: number;
}

/**
 * Reads the head of a page of the State Archiving System, `PAGE 01 MOSCOW 14984 191007Z` (cable-format 6), which may be
 * broken behind the page number or before the time of receipt. The serial is given as printed; the numbers of pages and
 * sections are read through what scanners take for digits. Null where no head begins on this 0-based line.
 */
export function pageHeadAt(source: Source, line: number): FoundPageHead | null {
  const content = source.content(line);
  if (content.length > LONGEST || !OPENING.test(content)) return null;
  const { start } = source.span(line);
  const next = source.nextFilled(line + 1);
  const nextIsNear = next < source.count && next <= line + BREAK;
  if (NO_CONTEXT.test(content)) {
    if (!nextIsNear) return null;
    const joined = source.text.slice(start, source.span(next).end);
    const pageLine = joined.length > LONGEST ? null : readHead(joined, start);
    return pageLine && { pageLine, lastLine: withTime(source, next) };
  }
  const pageLine = readHead(content, start);
  return pageLine && { pageLine, lastLine: withTime(source, line) };
}

/** The page heads inside a longer line; `start` and `end` include the banners before each. `base` is the line's offset. */
export function inlinePageHeads(
  line: string,
  base: number,
): readonly { readonly start: number; readonly end: number; readonly pageLine: PageLine }[] {
  if (!line.includes('PAGE ')) return [];
  return [...line.matchAll(INLINE)].flatMap(match => {
    const head = match[1] ?? '';
    const end = base + match.index + match[0].length;
    const pageLine = readHead(head, end - head.length);
    return pageLine ? [{ start: base + match.index, end, pageLine }] : [];
  });
}

/** The line of the time of receipt where that stands alone below the head, else the head's own. */
function withTime(source: Source, line: number): number {
  const next = source.nextFilled(line + 1);
  return next < source.count && next <= line + BREAK && RECEIVED.test(source.content(next)) ? next : line;
}

/** Reads a head that stands whole in `text`, which begins at the offset `base`; null for anything else. */
export function readHead(text: string, base: number): PageLine | null {
  const match = HEAD.exec(text);
  const page = match && capture(match, 1, base);
  const post = match && capture(match, 2, base);
  const serial = match && capture(match, 3, base);
  if (!match || !page || !post || !serial) return null;
  // A serial has real digits; a word of the letters that scanners make of them is none.
  if ((serial.value.match(/\d/g)?.length ?? 0) * 2 < serial.value.length) return null;
  const of = capture(match, 5, base);
  return {
    form: 'page-head',
    start: base,
    end: base + match[0].length,
    post: { ...post, value: post.value.toUpperCase() },
    serial,
    page: { ...page, value: Number(asDigits(page.value)) },
    of: of && { ...of, value: Number(asDigits(of.value)) },
  };
}
