import { LONGEST, TEXT, textLength } from './text';

/** Where each line starts. */
export const LINES: usize = memory.data(4 * (LONGEST + 16), 16);

/** The marks. */
export const MARKS: usize = memory.data(4 * (LONGEST / 2 + 16), 16);

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

/** Finds lines and marks of the text, 64 characters at a time. */
export function findLandmarks(): void {
  store<i32>(LINES, 0);
  let line = LINES + 4;
  let mark = MARKS;
  let wasDigit: u64 = 0;
  let digits = digitsAt(TEXT);
  const end = TEXT + textLength;
  for (let at = TEXT; at < end; at += 64) {
    const offset = <i32>(at - TEXT);
    line = list(lineFeedsAt(at), offset + 1, line);
    const next = digitsAt(at + 64);
    // A digit that begins a run, with another behind it.
    const runs = digits & ~((digits << 1) | wasDigit) & ((digits >> 1) | (next << 63));
    mark = list(runs | wordsAt(at), offset, mark);
    wasDigit = digits >> 63;
    digits = next;
  }
  lineCount = <i32>((line - LINES) >> 2);
  markCount = <i32>((mark - MARKS) >> 2);
}

/** Which of 64 characters are line feeds, as bits. */
function lineFeedsAt(at: usize): u64 {
  const lineFeed = i8x16.splat(10);
  return bits(
    i8x16.eq(v128.load(at), lineFeed),
    i8x16.eq(v128.load(at, 16), lineFeed),
    i8x16.eq(v128.load(at, 32), lineFeed),
    i8x16.eq(v128.load(at, 48), lineFeed),
  );
}

/** Which of 64 characters are digits, as bits. */
function digitsAt(at: usize): u64 {
  return bits(
    areDigits(v128.load(at)),
    areDigits(v128.load(at, 16)),
    areDigits(v128.load(at, 32)),
    areDigits(v128.load(at, 48)),
  );
}

function areDigits(sixteen: v128): v128 {
  return i8x16.le_u(i8x16.sub(sixteen, i8x16.splat(48)), i8x16.splat(9));
}

/** At which of 64 characters `ref` or `sep` begins, as bits. */
function wordsAt(at: usize): u64 {
  return bits(beginWords(at), beginWords(at + 16), beginWords(at + 32), beginWords(at + 48));
}

function beginWords(at: usize): v128 {
  const small = i8x16.splat(32);
  const first = v128.or(v128.load(at), small);
  const second = v128.or(v128.load(at, 1), small);
  const third = v128.or(v128.load(at, 2), small);
  const ref = v128.and(i8x16.eq(first, i8x16.splat(0x72)), i8x16.eq(third, i8x16.splat(0x66)));
  const sep = v128.and(i8x16.eq(first, i8x16.splat(0x73)), i8x16.eq(third, i8x16.splat(0x70)));
  return v128.and(i8x16.eq(second, i8x16.splat(0x65)), v128.or(ref, sep));
}

/** One bit for each of 64 bytes that are all ones or zero. */
function bits(first: v128, second: v128, third: v128, fourth: v128): u64 {
  const low = i8x16.bitmask(first) | (i8x16.bitmask(second) << 16);
  const high = i8x16.bitmask(third) | (i8x16.bitmask(fourth) << 16);
  return <u64>(<u32>low) | ((<u64>(<u32>high)) << 32);
}

/** Writes `from` plus the number of each bit that is set to `to`; gives where the next goes. */
function list(bits: u64, from: i32, to: usize): usize {
  // Nearly always there are two at most; to ask how many would cost more than to write them.
  store<i32>(to, from + <i32>ctz(bits));
  let left = bits & (bits - 1);
  store<i32>(to, from + <i32>ctz(left), 4);
  left &= left - 1;
  const end = to + ((<usize>popcnt(bits)) << 2);
  for (let at = to + 8; at < end; at += 4) {
    store<i32>(at, from + <i32>ctz(left));
    left &= left - 1;
  }
  return end;
}
