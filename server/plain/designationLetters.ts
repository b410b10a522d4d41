/** The quick look at the letters of a line that spares nearly all lines the search for a classification, as in classLine.ts. */
import { isLetter } from './characters';
import { unit } from './text';

/** A 1 for each three letters with which a designation may begin. */
const BEGINNINGS: usize = memory.data(1 << 15);

learn('UNC');
learn('CON');
learn('SEC');
learn('TOP');
learn('LIM');

/** What words begin with that have at most one of their first three letters doubled, lost, stray or changed. */
function learn(word: string): void {
  const x = word.charCodeAt(0);
  const y = word.charCodeAt(1);
  const z = word.charCodeAt(2);
  for (let any = 0; any < 32; any++) {
    store<u8>(placeOf(x, y, any), 1);
    store<u8>(placeOf(any, x, y), 1);
    store<u8>(placeOf(x, any, y), 1);
    store<u8>(placeOf(any, y, z), 1);
    store<u8>(placeOf(x, any, z), 1);
    store<u8>(placeOf(y, z, any), 1);
    store<u8>(placeOf(x, z, any), 1);
  }
}

/** Where three letters in either case have their place. */
function placeOf(a: i32, b: i32, c: i32): usize {
  return BEGINNINGS + (((a & 31) << 10) | ((b & 31) << 5) | (c & 31));
}

/** Whether the first three letters of a line, blanks between them left out, can be those of a designation. */
export function mayBeginDesignation(start: i32, end: i32): bool {
  const a = letterAt(start, end);
  const b = a < 0 ? -1 : letterAt(a + 1, end);
  const c = b < 0 ? -1 : letterAt(b + 1, end);
  return c >= 0 && load<u8>(placeOf(unit(a), unit(b), unit(c))) === 1;
}

/** The offset of the first letter at or behind an offset, over blanks; -1 where something else stands before it. */
function letterAt(from: i32, end: i32): i32 {
  let at = from;
  while (at < end && unit(at) === 0x20) at++;
  return at < end && isLetter(unit(at)) ? at : -1;
}
