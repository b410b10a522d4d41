/** The pass over the bytes of a file in which it becomes a text: 64 bytes at a time are decoded and searched for lines and marks. */
import { endLandmarks, LINES, MARKS } from './landmarks';
import { BYTES, beginText, decodeOne, endText, TEXT, widthOf } from './text';

const ALL: u64 = u64.MAX_VALUE;

/**
 * Decodes so many bytes of UTF-8 at `BYTES` and finds the landmarks of the text. False where they are not the plain text of a cable:
 * with a control character but line feed and carriage return before it, with a blank other than the common one, or no UTF-8.
 */
export function readText(length: i32): bool {
  beginText(length);
  const end = BYTES + length;
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
    const feedA = areLineFeeds(a);
    const feedB = areLineFeeds(b);
    const feedC = areLineFeeds(c);
    const feedD = areLineFeeds(d);
    const lineFeeds = bits(feedA, feedB, feedC, feedD);
    const oddAB = v128.or(areOdd(a, feedA), areOdd(b, feedB));
    const oddCD = v128.or(areOdd(c, feedC), areOdd(d, feedD));
    let count = 64;
    let taken = ALL;
    if (v128.any_true(v128.or(oddAB, oddCD))) {
      count = <i32>min<i64>(ctz(bits(a, b, c, d)), end - from);
      if (count < 64) taken = ((<u64>1) << count) - 1;
      if (holdsControl(from, lineFeeds, taken)) return false;
    }
    const offset = <i32>(to - TEXT);
    line = list(lineFeeds & taken, offset + 1, line);
    const digits = bits(areDigits(a), areDigits(b), areDigits(c), areDigits(d));
    const next = <u64>(<u32>load<u8>(from, 64) - 0x30 < 10);
    // A digit that begins a run, with another behind it. What is not ASCII, and stands for itself, is none.
    const runs = digits & ~((digits << 1) | wasDigit) & ((digits >> 1) | (next << 63));
    const smallA = small(a);
    const smallB = small(b);
    const smallC = small(c);
    const smallD = small(d);
    const words = bits(
      beginWords(smallA, smallB),
      beginWords(smallB, smallC),
      beginWords(smallC, smallD),
      beginWords(smallD, small(v128.load(from, 64))),
    );
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

function areLineFeeds(sixteen: v128): v128 {
  return i8x16.eq(sixteen, i8x16.splat(10));
}

/** Which of sixteen bytes are no ASCII, or control characters but line feeds. */
function areOdd(sixteen: v128, lineFeeds: v128): v128 {
  return v128.xor(i8x16.lt_s(sixteen, i8x16.splat(32)), lineFeeds);
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

function areDigits(sixteen: v128): v128 {
  // In signed bytes nothing else is so large.
  return i8x16.gt_s(i8x16.add(sixteen, i8x16.splat(70)), i8x16.splat(117));
}

/** Sixteen bytes with capitals as small letters. No other character becomes one of the letters that are looked for. */
function small(sixteen: v128): v128 {
  return v128.or(sixteen, i8x16.splat(32));
}

/** At which of sixteen bytes `ref` or `sep` begins; both that and what stands behind in small letters. */
function beginWords(first: v128, behind: v128): v128 {
  const second = i8x16.shuffle(first, behind, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
  const third = i8x16.shuffle(first, behind, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
  // What has to be third, by the place of the first behind `p`: `f` behind `r`, `p` behind `s`, and else nothing.
  const thirds = i8x16(0, 0, 0x66, 0x70, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const wanted = i8x16.swizzle(thirds, v128.xor(first, i8x16.splat(0x70)));
  return v128.and(i8x16.eq(second, i8x16.splat(0x65)), i8x16.eq(third, wanted));
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
