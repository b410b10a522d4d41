import type { Field } from '../text/span';
import type { PageLine } from './model';
import { asDigits } from './ocr';
import { capture, type TrimmedLines } from './trimmedLines';

/** Digits, and the letters that are read for them in released paper. */
const NUMERAL = '[0-9OQDIlC|]';
const HEAD = new RegExp(
  String.raw`^PA[GC]E\s{1,24}(${NUMERAL}{2})(?:[\s.,:;'"*•]{0,60})([A-Z][A-Z0-9 .'-]{0,9}?)\s{0,12}(${NUMERAL}{4,6})` +
    String.raw`(?:\s{1,8}[A-Z]{5}\s{1,8}\d{4,6})?(?:\s{1,12}(${NUMERAL}{1,2})\s{0,3}OF\s{0,3}(${NUMERAL}{1,2}))?(?:\s{0,24}[0-9OIlSB]{6,7}[Z27]?)?[\s•.,'*()-]{0,24}[A-Z]?$`,
  'di',
);
/** The same on the forms of the Department's printer, which count their own pages: `PAGE 01 OF 03  LIMA 05123  01 OF 02  181612Z  C18/11`. */
const PRINTED_HEAD = new RegExp(
  String.raw`^PA[GC]E\s{1,24}(${NUMERAL}{2})\s{1,4}OF\s{1,4}${NUMERAL}{1,2}\s{1,12}(?:(?:AMEMBASSY|AMCONSUL|USMISSION)\s{1,2})?([A-Z][A-Z0-9 .'-]{0,9}?)\s{1,12}(${NUMERAL}{4,6})` +
    String.raw`(?:\s{1,12}(${NUMERAL}{2})\s{0,3}OF\s{0,3}(${NUMERAL}{2}))?(?:\s[\sA-Z0-9/:]{0,60})?$`,
  'di',
);
const OPENING = new RegExp(String.raw`^PA[GC]E\s{1,24}${NUMERAL}{2}(?!\d)`, 'i');
const NO_CONTEXT = new RegExp(String.raw`^PA[GC]E\s{1,24}${NUMERAL}{2}$`, 'i');
const RECEIVED = /^[0-9OIlSB]{6}[Z27]$/i;
/** The same in the middle of a line that a copy has run together, with the banners before it. */
const INLINE =
  /(?<!\S)(?:(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET)\s{1,40}){0,2}(PAGE\s{1,12}\d\d\s{1,24}[A-Z][A-Z .'-]{1,9}?\s{1,12}\d{4,6}(?:\s{1,12}\d\d OF \d\d)?\s{1,24}\d{6}Z)(?!\w)/g;
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
export function pageHeadAt(source: TrimmedLines, line: number): FoundPageHead | null {
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

const DIGITS = new RegExp(`(?<![0-9A-Z])${NUMERAL}{4,6}(?![0-9A-Z])`, 'gi');
/** What is left of a head that a scanner has moved down the page: `MOSCOW 17709 141545Z`, `17836 01 OF 02 151725Z`. */
const REST = new RegExp(
  String.raw`^(?:[A-Z][A-Z .'-]{1,9}?\s{1,12})?${NUMERAL}{4,6}(?:\s{1,8}[A-Z]{5}\s{1,8}\d{4,6})?` +
    String.raw`(?:\s{1,12}\S{1,3}\s{0,3}OF\s{0,3}\S\S)?(?:\s{1,24}[0-9OIlSB]{6}[Z27]?)?$`,
  'i',
);
const PAGE_NUMBER = new RegExp(String.raw`^PA[GC]E\s{1,24}(${NUMERAL}{2})(?![0-9A-Z])`, 'i');
/** How many lines with text further down that may stand. */
const REST_REACH = 12;

/**
 * Reads a head of released paper in which the scanner damaged page number or station, or moved the rest down the page: a line
 * that begins with PAGE and has the serial that the other pages prove. Null for another line.
 */
export function damagedPageHeadAt(source: TrimmedLines, line: number, serial: string): FoundPageHead | null {
  const content = source.content(line);
  if (content.length > LONGEST || !/^PA[GC]E/i.test(content) || /^PA[GC]E\s{1,4}N\S/i.test(content))
    return null;
  let at = line;
  let found = serialIn(content, 4, serial);
  if (!found) {
    if (!OPENING.test(content)) return null;
    for (let seen = 0; seen < REST_REACH && !found; seen++) {
      at = source.nextFilled(at + 1);
      if (at >= source.count) return null;
      if (REST.test(source.content(at))) found = serialIn(source.content(at), 0, serial);
    }
    if (!found) return null;
  }
  const span = source.span(line);
  const { start, end } = source.span(at);
  const number = PAGE_NUMBER.exec(content);
  const page = number && capture(number, 1, span.start);
  const before =
    at === line
      ? content.slice(number?.[0].length ?? 4, found.start)
      : source.content(at).slice(0, found.start);
  const post = before.trim();
  const postStart = start + found.start - before.length + before.indexOf(post);
  return {
    pageLine: {
      form: 'page-head',
      start: span.start,
      end,
      post: { value: post.toUpperCase(), start: postStart, end: postStart + post.length },
      serial: { value: found.value, start: start + found.start, end: start + found.end },
      page: page && { ...page, value: Number(asDigits(page.value)) },
      of: null,
    },
    lastLine: line,
  };
}

/** The proven serial where a line has it behind the offset `from`. */
function serialIn(content: string, from: number, serial: string): Field<string> | null {
  for (const { 0: value, index } of content.slice(from).matchAll(DIGITS))
    if (asDigits(value).replace(/^0+/, '') === serial)
      return { value, start: from + index, end: from + index + value.length };
  return null;
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
function withTime(source: TrimmedLines, line: number): number {
  const next = source.nextFilled(line + 1);
  return next < source.count && next <= line + BREAK && RECEIVED.test(source.content(next)) ? next : line;
}

/** Reads a head that stands whole in `text`, which begins at the offset `base`; null for anything else. */
export function readHead(text: string, base: number): PageLine | null {
  const match = HEAD.exec(text) ?? PRINTED_HEAD.exec(text);
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
