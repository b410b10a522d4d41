import { copyUnits, ZEROS } from './copying';
import { TEXT } from './text';
import { bytesAt } from './utf8';

/** A field with more bytes than this is left to the parser. */
export const LONGEST_FIELD: i32 = 1 << 13;

/** The text of the field that was read last, in UTF-8. Zeros stand behind it. */
export const FIELD: usize = memory.data(LONGEST_FIELD + ZEROS + 16, 16);

/** Where it ends. */
export let fieldEnd: usize = FIELD;

/** Begins another field. */
export function beginField(): void {
  fieldEnd = FIELD;
}

/** Adds a stretch of the text to the field, one blank before it. False where the field gets too long. */
export function addPart(start: i32, end: i32): bool {
  let from = TEXT + start;
  let length = end - start;
  if (holdsHigh(from, length)) {
    from = bytesAt(start);
    length = <i32>(bytesAt(end) - from);
  }
  if (<i32>(fieldEnd - FIELD) + 1 + length > LONGEST_FIELD) return false;
  if (fieldEnd > FIELD) {
    store<u8>(fieldEnd, 0x20);
    fieldEnd++;
  }
  copyUnits(fieldEnd, from, length);
  fieldEnd += length;
  return true;
}

/** Whether some of `length` units, or a few behind them, are not ASCII. */
function holdsHigh(from: usize, length: i32): bool {
  let all = i8x16.splat(0);
  for (let i = 0; i < length; i += 16) all = v128.or(all, v128.load(from + i));
  return i8x16.bitmask(all) !== 0;
}

/** Behind the letters and digits of ASCII at a place in the field. */
export function endOfLetters(start: usize): usize {
  let at = start;
  let letters = lettersOf(v128.load(at));
  while (letters === 0xffff) {
    at += 16;
    letters = lettersOf(v128.load(at));
  }
  return at + ctz(~letters);
}

/** Which of sixteen bytes are letters or digits of ASCII, as bits. */
function lettersOf(sixteen: v128): i32 {
  const small = v128.or(sixteen, i8x16.splat(32));
  const letters = i8x16.lt_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(26));
  const digits = i8x16.lt_u(i8x16.sub(sixteen, i8x16.splat(0x30)), i8x16.splat(10));
  return i8x16.bitmask(v128.or(letters, digits));
}
