import { digitsAt, isWhite, isWordAt } from './characters';
import { copyUnits, ZEROS } from './copying';
import { FLOW, isInFlow, sourceAt } from './flow';
import { codeAt, TEXT } from './text';

/*
 * The stretch of a text in which numbers are looked for, taken out of it: zeros stand around it, and so nothing before or behind
 * it counts, as with a slice of a string.
 */

const LONGEST = 1 << 14;
const ROOM: usize = memory.data(LONGEST + 2 * ZEROS, 16);
const SLICE: usize = ROOM + ZEROS;

export let sliceLength: i32 = 0;

/** Where the slice was taken from. */
let source: usize = 0;

/** Takes so many units at `from`, of the text or of the flow. False where they are too many. */
export function take(from: usize, length: i32): bool {
  if (length > LONGEST) return false;
  source = from;
  copyUnits(SLICE, from, length);
  sliceLength = length;
  return true;
}

/** Where the unit at an offset of the slice stands in memory. */
export function placeOf(at: i32): usize {
  return SLICE + at;
}

/** The unit at an offset of the slice; 0 where there is none. */
export function unitAt(at: i32): i32 {
  return load<u8>(SLICE + at);
}

/** The same where it does not fit a byte. */
export function fullUnitAt(at: i32): i32 {
  const from = source + at;
  return codeAt(isInFlow(from) ? sourceAt(<i32>(from - FLOW)) : <i32>(from - TEXT));
}

/** The first offset from `from` on at which a word or a number starts; no less than the length of the slice where none does. */
export function nextWord(from: i32): i32 {
  for (let at = from; at < sliceLength; at += 16) {
    const starts = v128.andnot(areWordSigns(v128.load(SLICE + at)), areWordSigns(v128.load(SLICE + at - 1)));
    const bits = i8x16.bitmask(starts);
    if (bits !== 0) return at + ctz(bits);
  }
  return sliceLength;
}

/** Which of sixteen units `isWordSign` tells. */
function areWordSigns(units: v128): v128 {
  const small = v128.or(units, i8x16.splat(32));
  const letters = i8x16.lt_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(26));
  const digits = i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x30)), i8x16.splat(10));
  return v128.or(v128.or(letters, digits), i8x16.eq(units, i8x16.splat(0x5f)));
}

/** Where white space from `at` on ends, or the first `most` units of it. */
export function skipWhite(at: i32, most: i32): i32 {
  const limit = at + most;
  while (at < limit && isWhite(unitAt(at))) at++;
  return at;
}

/** How many digits stand from `at` on; no more than `most` are counted. */
export function countDigits(at: i32, most: i32): i32 {
  return digitsAt(SLICE + at, most);
}

/** Whether a word stands at an offset, its letters in either case. */
export function readsAt(word: string, at: i32): bool {
  return isWordAt(word, SLICE + at);
}
