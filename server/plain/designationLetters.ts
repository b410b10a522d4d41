/** The quick look at the letters of a line that spares nearly all lines the search for a classification, as in classLine.ts. */
import { isLetter } from './characters';
import { BLANK } from './signs';
import { unit } from './text';

/** A bit for each three letters with which a designation may begin. */
const BEGINNINGS: usize = memory.data(1 << 12);

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
    add(placeOf(x, y, any));
    add(placeOf(any, x, y));
    add(placeOf(x, any, y));
    add(placeOf(any, y, z));
    add(placeOf(x, any, z));
    add(placeOf(y, z, any));
    add(placeOf(x, z, any));
  }
}

/** The number of three letters in either case. */
function placeOf(a: u32, b: u32, c: u32): u32 {
  return ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
}

function add(place: u32): void {
  const at = BEGINNINGS + (place >> 3);
  store<u8>(at, <u32>load<u8>(at) | ((<u32>1) << (place & 7)));
}

function has(place: u32): bool {
  return ((<u32>load<u8>(BEGINNINGS + (place >> 3)) >> (place & 7)) & 1) !== 0;
}

/** Whether the first three letters of a line's content, blanks between them left out, can be those of a designation. */
export function mayBeginDesignation(start: i32, end: i32): bool {
  const b = unit(start + 1);
  const c = unit(start + 2);
  // Nearly always this one look tells; only behind it is asked whether they are letters.
  return (
    (b === BLANK || c === BLANK || has(placeOf(unit(start), b, c))) && areLettersOfDesignation(start, end)
  );
}

function areLettersOfDesignation(start: i32, end: i32): bool {
  const a = letterAt(start, end);
  const b = a < 0 ? -1 : letterAt(a + 1, end);
  const c = b < 0 ? -1 : letterAt(b + 1, end);
  return c >= 0 && has(placeOf(unit(a), unit(b), unit(c)));
}

/** The offset of the first letter at or behind an offset, over blanks; -1 where something else stands before it. */
function letterAt(from: i32, end: i32): i32 {
  let at = from;
  while (at < end && unit(at) === BLANK) at++;
  return at < end && isLetter(unit(at)) ? at : -1;
}
