import { LONGEST, TEXT, textLength } from './text';

const LINES: usize = memory.data(4 * (LONGEST + 16), 16);
const MARKS: usize = memory.data(4 * (LONGEST / 2 + 16), 16);

/** The number of lines; a text that ends with a line feed has an empty last one. */
export let lineCount: i32 = 0;

/** The number of marks. */
export let markCount: i32 = 0;

/** Where a 0-based line starts. */
export function lineStart(line: i32): i32 {
  return load<i32>(LINES + ((<usize>line) << 2));
}

/** Where a line ends, its line break left out. */
export function lineEnd(line: i32): i32 {
  if (line + 1 >= lineCount) return textLength;
  const end = lineStart(line + 1) - 1;
  return end > lineStart(line) && load<u8>(TEXT + end - 1) === 13 ? end - 1 : end;
}

/** The line that holds an offset. */
export function lineAt(offset: i32): i32 {
  let low = 0;
  let high = lineCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStart(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset of a mark: two or more digits, `ref` or `sep` in either case begin there. They rise. */
export function mark(index: i32): i32 {
  return load<i32>(MARKS + ((<usize>index) << 2));
}

/** The first mark at or behind an offset. */
export function firstMark(offset: i32): i32 {
  let low = 0;
  let high = markCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mark(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds lines and marks of the text, sixteen characters at a time. */
export function findLandmarks(): void {
  const lineFeed = i8x16.splat(10);
  const zero = i8x16.splat(48);
  const ten = i8x16.splat(10);
  store<i32>(LINES, 0);
  let line = LINES + 4;
  let mark = MARKS;
  let wasDigit = 0;
  let digits = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v128.load(TEXT), zero), ten));
  for (let at = 0; at < textLength; at += 16) {
    const here = v128.load(TEXT + at);
    line = list(i8x16.bitmask(i8x16.eq(here, lineFeed)), at + 1, line);
    const next = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v128.load(TEXT + at, 16), zero), ten));
    // A digit that begins a run, with another behind it.
    const runs = digits & ~((digits << 1) | wasDigit) & ((digits >> 1) | ((next & 1) << 15));
    mark = list(runs | wordsAt(at, here), at, mark);
    wasDigit = (digits >> 15) & 1;
    digits = next;
  }
  lineCount = <i32>((line - LINES) >> 2);
  markCount = <i32>((mark - MARKS) >> 2);
}

/** At which of the sixteen characters at an offset `ref` or `sep` begins, as bits. */
function wordsAt(at: i32, here: v128): i32 {
  const small = i8x16.splat(32);
  const second = v128.or(v128.load(TEXT + at, 1), small);
  const isE = i8x16.eq(second, i8x16.splat(0x65));
  if (!v128.any_true(isE)) return 0;
  const first = v128.or(here, small);
  const third = v128.or(v128.load(TEXT + at, 2), small);
  const ref = v128.and(i8x16.eq(first, i8x16.splat(0x72)), i8x16.eq(third, i8x16.splat(0x66)));
  const sep = v128.and(i8x16.eq(first, i8x16.splat(0x73)), i8x16.eq(third, i8x16.splat(0x70)));
  return i8x16.bitmask(v128.and(isE, v128.or(ref, sep)));
}

/** Writes `from` plus the number of each bit that is set to `to`; gives where the next goes. */
function list(bits: i32, from: i32, to: usize): usize {
  let left = bits & 0xffff;
  while (left !== 0) {
    store<i32>(to, from + ctz(left));
    to += 4;
    left &= left - 1;
  }
  return to;
}
