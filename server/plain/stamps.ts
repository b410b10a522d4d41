import { standsAt } from './characters';
import { mark, markCount } from './landmarks';
import { TEXT, textLength, unit } from './text';

/** The letters of `PAGE`. */
const PAGE: u32 = 0x45474150;

/**
 * Whether a stamp of a release on request may stand in the first `reach` characters. Each has one of `Case No`, `CASE ID`,
 * `REVIEW AUTHORITY`, `RELEASED IN FULL`, `DENIED IN PART` and the like, and so `se`, `ed` or `ew` at the end of a word.
 */
export function mayHoldStamps(reach: i32): bool {
  const end = min(reach, textLength);
  for (let at = 0; at < end; at += 32) {
    const low = wordEnds(TEXT + at);
    const high = wordEnds(TEXT + at + 16);
    if (!v128.any_true(v128.or(low, high))) continue;
    let bits = i8x16.bitmask(low) | (i8x16.bitmask(high) << 16);
    for (; bits !== 0; bits &= bits - 1) if (mayBeStamp(at + ctz(bits))) return true;
  }
  return false;
}

/** At which of sixteen characters `se`, `ed` or `ew` and a blank stand, in either case. */
function wordEnds(at: usize): v128 {
  const blank = i8x16.splat(0x20);
  const first = v128.or(v128.load(at), blank);
  const second = v128.or(v128.load(at, 1), blank);
  const isE = i8x16.eq(second, i8x16.splat(0x65));
  const isDOrW = v128.or(i8x16.eq(second, i8x16.splat(0x64)), i8x16.eq(second, i8x16.splat(0x77)));
  const found = v128.or(
    v128.and(i8x16.eq(first, i8x16.splat(0x73)), isE),
    v128.and(i8x16.eq(first, i8x16.splat(0x65)), isDOrW),
  );
  return v128.and(found, i8x16.eq(v128.load(at, 2), blank));
}

/** Whether the end of a word at an offset may belong to a stamp. */
function mayBeStamp(at: i32): bool {
  switch (unit(at + 3) & ~32) {
    case 0x4e:
      return standsAt('se no', at);
    case 0x49:
      return standsAt('se id', at) || standsAt('in full', at + 3) || standsAt('in part', at + 3);
    case 0x41:
      return standsAt('ew authority', at);
    default:
      return false;
  }
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
    const at = mark(index);
    if (unit(at - 1) === 0x20 && mayFollowPage(unit(at - 2)) && isPageNumber(at)) return true;
  }
  return false;
}

function mayFollowPage(unit: i32): bool {
  return unit === 0x45 || unit === 0x20;
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
