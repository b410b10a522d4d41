/** Lines that only say on which page they stand, as the patterns of server/src/cable/pageLine.ts read them. */

import { isCapital, isDigit } from './characters';
import { skipBlanks } from './lines';
import { FULL_STOP } from './signs';
import { TEXT, unit } from './text';

const BLANK: i8 = 0x20;
const O: i8 = 0x4f;
const F: i8 = 0x46;

/** No page line is longer, and no second half of one. */
const LONGEST: i32 = 60;
const LONGEST_COUNT: i32 = 19;
/** The most characters of a station's name, and of the blanks behind it. */
const LONGEST_NAME: i32 = 21;
const MOST_BLANKS: i32 = 8;

/** Whether the page line found last names its page. */
export let namesPage: bool = false;

/** Whether a line is a page line, `MUSCAT 00000073 002 OF 002`. */
export function parsePageLine(start: i32, end: i32): bool {
  if (end === start || end - start > LONGEST || !isDigit(unit(end - 1)) || !isCapital(unit(start)))
    return false;
  let serial = start;
  while (serial < end && isNameSign(unit(serial))) serial++;
  let name = serial;
  while (unit(name - 1) === BLANK) name--;
  // The name may end with blanks, too.
  const least = max(start + 2, serial - MOST_BLANKS);
  if (name === serial || max(least, name) > min(start + LONGEST_NAME, serial - 1)) return false;
  let at = serial;
  while (at < end && isDigit(unit(at))) at++;
  if (at < serial + 7 || at > serial + 9) return false;
  const page = skipBlanks(at, end, MOST_BLANKS);
  namesPage = at < end;
  return at === end || (page > at && isCount(page, end));
}

/** A capital, a blank, a full stop, an apostrophe or a dash. */
function isNameSign(sign: i32): bool {
  return isCapital(sign) || sign === BLANK || sign === FULL_STOP || sign === 0x27 || sign === 0x2d;
}

/** Whether a line is the second half of a page line that was broken before its page number. */
export function isPageCount(start: i32, end: i32): bool {
  return end - start <= LONGEST_COUNT && isCount(start, end);
}

/** `002 OF 002` up to the end. */
function isCount(start: i32, end: i32): bool {
  if (!areDigits(start, end)) return false;
  let at = start + 3;
  if (unit(at) === FULL_STOP && isDigit(unit(at + 1))) at += 2;
  at = skipBlanks(at, end, MOST_BLANKS);
  if (unit(at) !== O || unit(at + 1) !== F) return false;
  at = skipBlanks(at + 2, end, MOST_BLANKS);
  return at + 3 === end && areDigits(at, end);
}

/** Whether three digits stand there. */
function areDigits(start: i32, end: i32): bool {
  return start + 3 <= end && isDigit(unit(start)) && isDigit(unit(start + 1)) && isDigit(unit(start + 2));
}

/** Whether a page line may stand inside a longer line: `002 OF 002` or `001.2 OF 002` is enough. */
export function mayHoldPageLine(start: i32, end: i32): bool {
  for (let sign = nextOf(start, end); sign < end; sign = nextOf(sign + 1, end)) {
    let before = sign - 1;
    while (before > start + 1 && unit(before) === BLANK) before--;
    const isPage = isDigit(unit(before)) && (isDigit(unit(before - 1)) || unit(before - 1) === FULL_STOP);
    if (isPage && areDigits(skipBlanks(sign + 2, end, 4), end)) return true;
  }
  return false;
}

/** The first offset from `from` on at which `OF ` stands; `end` or more where it does not. */
function nextOf(from: i32, end: i32): i32 {
  for (let at = from; at < end; at += 16) {
    const isOf = v128.and(
      i8x16.eq(v128.load(TEXT + at), i8x16.splat(O)),
      i8x16.eq(v128.load(TEXT + at, 1), i8x16.splat(F)),
    );
    const bits = i8x16.bitmask(v128.and(isOf, i8x16.eq(v128.load(TEXT + at, 2), i8x16.splat(BLANK))));
    if (bits !== 0) return at + ctz(bits);
  }
  return end;
}
