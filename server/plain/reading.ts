/** The pass over the bytes of a file in which it becomes a text: 64 bytes at a time are decoded and searched for lines and marks. */
import { endLandmarks, LINES, MARKS } from './landmarks';
import { BYTES, beginText, decodeOne, endText, TEXT, widthOf } from './text';
import { held } from './vectors';

const ALL: u64 = u64.MAX_VALUE;

/** What has to be third, by the place of the first behind `p`: `f` behind `r`, `p` behind `s`, and else nothing. */
const THIRDS: usize = memory.data<u8>([0, 0, 0x66, 0x70, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 16);

/**
 * Decodes so many bytes of UTF-8 at `BYTES` and finds the landmarks of the text. False where they are not the plain text of a cable:
 * with a control character but line feed and carriage return before it, with a blank other than the common one, or no UTF-8.
 */
export function readText(length: i32): bool {
  beginText(length);
  const end = BYTES + length;
  const blank = held(0x20);
  const lineFeed = held(10);
  const raised = held(70);
  const least = held(117);
  const e = held(0x65);
  const p = held(0x70);
  const thirds = v128.load(THIRDS);
  let from = BYTES;
  let to = TEXT;
  store<i32>(LINES, 0);
  let line = LINES + 4;
  let mark = MARKS;
  let wasDigit: u64 = 0;
  while (from < end) {
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const d = v128.load(from, 48);
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
    const feedA = i8x16.eq(a, lineFeed);
    const feedB = i8x16.eq(b, lineFeed);
    const feedC = i8x16.eq(c, lineFeed);
    const feedD = i8x16.eq(d, lineFeed);
    const lineFeeds = bits(feedA, feedB, feedC, feedD);
    const oddAB = v128.or(areOdd(a, feedA, blank), areOdd(b, feedB, blank));
    const oddCD = v128.or(areOdd(c, feedC, blank), areOdd(d, feedD, blank));
    let count = 64;
    let taken = ALL;
    if (i8x16.bitmask(v128.or(oddAB, oddCD)) !== 0) {
      count = <i32>min<i64>(ctz(bits(a, b, c, d)), end - from);
      if (count < 64) taken = ((<u64>1) << count) - 1;
      if (holdsControl(from, lineFeeds, taken)) return false;
    }
    const offset = <i32>(to - TEXT);
    const digits = bits(
      areDigits(a, raised, least),
      areDigits(b, raised, least),
      areDigits(c, raised, least),
      areDigits(d, raised, least),
    );
    const next = <u64>(<u32>load<u8>(from, 64) - 0x30 < 10);
    // A digit that begins a run, with another behind it. What is not ASCII, and stands for itself, is none.
    const runs = digits & ~((digits << 1) | wasDigit) & ((digits >> 1) | (next << 63));
    // With capitals as small letters. No other character becomes one of the letters that are looked for.
    const smallA = v128.or(a, blank);
    const smallB = v128.or(b, blank);
    const smallC = v128.or(c, blank);
    const smallD = v128.or(d, blank);
    const words = bits(
      beginWords(smallA, smallB, e, p, thirds),
      beginWords(smallB, smallC, e, p, thirds),
      beginWords(smallC, smallD, e, p, thirds),
      beginWords(smallD, v128.or(v128.load(from, 64), blank), e, p, thirds),
    );
    line = list(lineFeeds & taken, offset + 1, line);
    mark = list((runs | words) & taken, offset, mark);
    wasDigit = digits >> 63;
    from += count;
    to += count;
    if (count === 64) continue;
    wasDigit = 0;
    if (from === end) break;
    const units = decodeOne(from, to);
    if (units === 0) return false;
    from += widthOf(load<u8>(from));
    to += units;
  }
  endText(to);
  endLandmarks(line, mark);
  return true;
}

/** Which of sixteen bytes are no ASCII, or control characters but line feeds. */
function areOdd(sixteen: v128, lineFeeds: v128, blank: v128): v128 {
  return v128.xor(i8x16.lt_s(sixteen, blank), lineFeeds);
}

/** Whether one of the 64 bytes that are taken is a control character but a line feed, and none that a line feed follows. */
function holdsControl(from: usize, lineFeeds: u64, taken: u64): bool {
  const controls = bits(
    i8x16.le_u(v128.load(from), i8x16.splat(31)),
    i8x16.le_u(v128.load(from, 16), i8x16.splat(31)),
    i8x16.le_u(v128.load(from, 32), i8x16.splat(31)),
    i8x16.le_u(v128.load(from, 48), i8x16.splat(31)),
  );
  const odd = controls & taken & ~lineFeeds;
  if (odd === 0) return false;
  const carriage = i8x16.splat(13);
  const returns = bits(
    i8x16.eq(v128.load(from), carriage),
    i8x16.eq(v128.load(from, 16), carriage),
    i8x16.eq(v128.load(from, 32), carriage),
    i8x16.eq(v128.load(from, 48), carriage),
  );
  const next = <u64>(load<u8>(from, 64) === 10);
  return (odd & ~(returns & ((lineFeeds >> 1) | (next << 63)))) !== 0;
}

/** Which of sixteen bytes are digits: in signed bytes, nothing else is above `least` when it is raised. */
function areDigits(sixteen: v128, raised: v128, least: v128): v128 {
  return i8x16.gt_s(i8x16.add(sixteen, raised), least);
}

/** At which of sixteen bytes `ref` or `sep` begins; both that and what stands behind in small letters. */
function beginWords(first: v128, behind: v128, e: v128, p: v128, thirds: v128): v128 {
  const second = i8x16.shuffle(first, behind, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
  const third = i8x16.shuffle(first, behind, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
  const wanted = i8x16.swizzle(thirds, v128.xor(first, p));
  return v128.and(i8x16.eq(second, e), i8x16.eq(third, wanted));
}

/** The highest bit of each of 64 bytes. */
function bits(first: v128, second: v128, third: v128, fourth: v128): u64 {
  const low = i8x16.bitmask(first) | (i8x16.bitmask(second) << 16);
  const high = i8x16.bitmask(third) | (i8x16.bitmask(fourth) << 16);
  return <u64>(<u32>low) | ((<u64>(<u32>high)) << 32);
}

/** Writes `from` plus the number of each bit that is set to `to`; gives where the next goes. */
function list(bits: u64, from: i32, to: usize): usize {
  // Nearly always there are two at most; to ask how many would cost more than to write them.
  store<i32>(to, from + <i32>ctz(bits));
  const left = bits & (bits - 1);
  store<i32>(to, from + <i32>ctz(left), 4);
  const end = to + ((<usize>popcnt(bits)) << 2);
  if (end > to + 8) listMore(left & (left - 1), from, to + 8, end);
  return end;
}

/** The same for bits of which is known where the last one goes. */
function listMore(bits: u64, from: i32, to: usize, end: usize): void {
  let left = bits;
  for (let at = to; at < end; at += 4) {
    store<i32>(at, from + <i32>ctz(left));
    left &= left - 1;
  }
}
