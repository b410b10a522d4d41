import { standsAt } from './characters';
import { mark, markCount } from './landmarks';
import { TEXT, textLength, unit } from './text';
import { held } from './vectors';

/** The letters of `PAGE`. */
const PAGE: u32 = 0x45474150;

/** The second letter by the lower four bits of the first one, and the first by those of the last, see `wordEnds`. */
const SECONDS: usize = memory.data<u8>([0, 0, 0, 0x65, 0, 0x77, 0, 0, 0, 0x6e, 0, 0, 0, 0, 0, 0], 16);
const FIRSTS: usize = memory.data<u8>([0x69, 0x65, 0, 0, 0, 0, 0x69, 0, 0, 0x73, 0, 0, 0, 0, 0x73, 0], 16);

/**
 * Whether a stamp of a release on request may stand in the first `reach` characters. Each has one of `Case No`, `CASE ID`,
 * `REVIEW AUTHORITY`, `RELEASED IN FULL`, `DENIED IN PART` and the like.
 */
export function mayHoldStamps(reach: i32): bool {
  const end = min(reach, textLength);
  const blank = held(0x20);
  const lower = held(15);
  const seconds = v128.load(SECONDS);
  const firsts = v128.load(FIRSTS);
  for (let at = 0; at < end; at += 32) {
    const low = wordEnds(TEXT + at, blank, lower, seconds, firsts);
    const high = wordEnds(TEXT + at + 16, blank, lower, seconds, firsts);
    if (i8x16.bitmask(v128.or(low, high)) === 0) continue;
    let bits = i8x16.bitmask(low) | (i8x16.bitmask(high) << 16);
    for (; bits !== 0; bits &= bits - 1) if (isOfStamp(at + ctz(bits))) return true;
  }
  return false;
}

/**
 * At which of sixteen characters `se n`, `se i`, `ew a`, `in f` or `in p` stands, in either case. Of the first letters and of the last
 * ones no two are alike in their lower four bits; by these, tables tell which second letter and which first one go with them.
 */
function wordEnds(at: usize, blank: v128, lower: v128, seconds: v128, firsts: v128): v128 {
  const first = v128.or(v128.load(at), blank);
  const second = v128.or(v128.load(at, 1), blank);
  const isSecond = i8x16.eq(second, i8x16.swizzle(seconds, v128.and(first, lower)));
  const isFirst = i8x16.eq(first, i8x16.swizzle(firsts, v128.and(v128.load(at, 3), lower)));
  return v128.and(v128.and(isFirst, isSecond), i8x16.eq(v128.load(at, 2), blank));
}

/** Whether what was found at an offset belongs to a stamp. */
function isOfStamp(at: i32): bool {
  switch (unit(at) & ~32) {
    case 0x53:
      return standsAt('se no', at) || standsAt('se id', at);
    case 0x45:
      return standsAt('ew authority', at);
    default:
      return mayFollowDecision(unit(at - 2)) && (standsAt('in full', at) || standsAt('in part', at));
  }
}

/** D or E, with which `RELEASED`, `RELEASE`, `DENIED` and `EXCISED` end. */
function mayFollowDecision(sign: i32): bool {
  return (sign & ~33) === 0x44;
}

/** Whether the stamp of the systematic review, `Declassified/Released`, may stand in the first `reach` characters. */
export function mayHoldReview(reach: i32): bool {
  const end = min(reach, textLength);
  for (let at = 0; at < end; at++) if (unit(at) === 0x2f && mayFollowReview(at)) return true;
  return false;
}

/** Whether `classified`, and up to four characters of white space, stand before an offset. */
function mayFollowReview(at: i32): bool {
  let end = at;
  while (end > 0 && unit(end - 1) <= 0x20) end--;
  return end >= 12 && standsAt('Declassified', end - 12);
}

/** Whether a line may be a page head, `PAGE 01 MOSCOW 14984 191007Z`: a few copies have kept some. */
export function mayHoldPages(): bool {
  // The number of the page is a mark.
  for (let index = 0; index < markCount; index++) {
    if (mayFollowPage(mark(index)) && isPageNumber(mark(index))) return true;
  }
  return false;
}

/** Whether a blank, and before it another one or the last letter of `PAGE`, stands before an offset. */
function mayFollowPage(at: i32): bool {
  const before = <i32>load<u16>(TEXT + at - 2);
  return before === 0x2045 || before === 0x2020;
}

/** Whether `PAGE` and blanks alone stand between the start of a line and an offset. */
function isPageNumber(start: i32): bool {
  let at = start;
  while (unit(at - 1) === 0x20) at--;
  if (at < 4 || load<u32>(TEXT + at - 4) !== PAGE) return false;
  at -= 4;
  while (unit(at - 1) === 0x20) at--;
  return at === 0 || unit(at - 1) === 0x0a;
}
