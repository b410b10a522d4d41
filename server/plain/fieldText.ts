import { TEXT } from './text';
import { bytesAt } from './utf8';

/** A field with more bytes than this is left to the parser. */
export const LONGEST_FIELD: i32 = 1 << 13;

const MARGIN: i32 = 16;

/** The text of the field that was read last, in UTF-8. Zeros stand behind it. */
export const FIELD: usize = memory.data(LONGEST_FIELD + 2 * MARGIN, 16);

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
  memory.copy(fieldEnd, from, length);
  fieldEnd += length;
  v128.store(fieldEnd, i8x16.splat(0));
  return true;
}

/** Whether some of `length` units, or a few behind them, are not ASCII. */
function holdsHigh(from: usize, length: i32): bool {
  let all = i8x16.splat(0);
  for (let i = 0; i < length; i += 16) all = v128.or(all, v128.load(from + i));
  return i8x16.bitmask(all) !== 0;
}
