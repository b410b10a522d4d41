import { codeAt, isDigit } from '../text/characters';
import type { PageLine } from './model';
import { captures } from './trimmedLines';

const PAGE_LINE =
  /^([A-Z][A-Z .'-]{1,20}?)\s{1,8}(\d{7,9})(?:\s{1,8}(\d{3})(?:\.(\d))?\s{0,8}OF\s{0,8}(\d{3}))?$/i;
const PAGE_COUNT = /^(\d{3})(?:\.(\d))?\s{0,8}OF\s{0,8}(\d{3})$/i;
/** The same in the middle of an unwrapped line. */
const INLINE =
  /(?:^|\s)([A-Z][A-Z .'-]{2,14}?) {1,4}(\d{8}) {1,4}(\d{3})(?:\.(\d))? {1,4}OF {1,4}(\d{3})(?!\d)/;
/** Its page numbers, which hardly any other line has. */
const INLINE_PAGES = /\d {1,4}OF {1,4}\d/;
const SHORTEST_INLINE = 'ROM 00000001 001 OF 001'.length;

/**
 * Reads a page line, `MUSCAT 00000073 002 OF 002` (cable-format 5.3); null for any other line. `base` is the offset of the
 * line's first character.
 */
export function parsePageLine(line: string, base: number): PageLine | null {
  if (line.length > 60 || !endsPageLine(line)) return null;
  const match = PAGE_LINE.exec(line);
  return match && toPageLine(match, base);
}

/** Whether a line ends in as many digits as a page or a serial has; it spares most lines that end in a number the pattern. */
function endsPageLine(line: string): boolean {
  let digits = 0;
  while (digits < line.length && isDigit(codeAt(line, line.length - 1 - digits))) digits++;
  return digits === 3 || digits >= 7;
}

/** Whether a line is the second half of a page line that was broken before its page number. */
export function isPageCount(line: string): boolean {
  return line.length < 20 && isDigit(codeAt(line, 0)) && PAGE_COUNT.test(line);
}

/** The first page line inside a longer line; `base` is the offset of `text`. */
export function findInlinePageLine(text: string, base: number): PageLine | null {
  if (text.length < SHORTEST_INLINE || !text.includes(' OF ') || !INLINE_PAGES.test(text)) return null;
  const match = INLINE.exec(text);
  return match && toPageLine(match, base);
}

function toPageLine(match: RegExpExecArray, base: number): PageLine | null {
  const [post, serial, page = null, , of = null] = captures(match, 5, base);
  if (!post || !serial) return null;
  return {
    form: 'page-line',
    start: post.start,
    end: base + match.index + match[0].length,
    post,
    serial,
    page: page && { ...page, value: Number(page.value) },
    of: of && { ...of, value: Number(of.value) },
  };
}
