/** What some letters at the end of a word may be the end of, as `stationEndings` of server/src/reference/stations.ts. */
import { ALIASES, STATIONS } from './reference';

/** An ending has sixteen bits for each letter that may stand before it: the number of the longer ending. The first say whether it is a name. */
const WIDTH: usize = 64;

/** Endings lie one behind the other, so that a number tells where; there are no more than letters, and that without any. */
const ROOM: usize = WIDTH * (1 + lettersOf(STATIONS, 0) + lettersOf(ALIASES, 2));

/** No letters yet: any name may end here. */
export const ANY: usize = heap.alloc(ROOM);

let count: i32 = 1;

/** For each character, the number of its letter in the alphabet, from 1 on; 0 where it is none. */
const LETTERS: usize = memory.data(256);

/** A bit for each four letters, three or two that a longer ending has last, at the place that `placeOf` gives them. */
const LAST: usize = memory.data(1 << 12, 16);

for (let letter = 1; letter <= 26; letter++) {
  store<u8>(LETTERS + 0x40 + letter, letter);
  store<u8>(LETTERS + 0x60 + letter, letter);
}
memory.fill(ANY, 0, ROOM);
addNames(STATIONS, 0);
addNames(ALIASES, 2);

/** The ending that the letters from `start` to `end` lead to; 0 where no name ends so. */
export function endingOf(ending: usize, start: usize, end: usize): usize {
  let found = ending;
  for (let at = end; at > start; ) {
    at--;
    const number = load<u16>(found + ((load<u8>(at) & 31) << 1));
    if (number === 0) return 0;
    found = ANY + number * WIDTH;
  }
  return found;
}

/**
 * Whether a name may end with the letters before `end`, of which no more than four are looked at. Spares most words the close look;
 * some others pass as well.
 */
export function mayEnd(end: usize): bool {
  return hasLast(lettersBefore(end));
}

/** The last four letters before `end`, or fewer where something else stands before them: five bits of each, the last one lowest. */
function lettersBefore(end: usize): u32 {
  const third = letterAt(end - 3);
  // No branch: it would be guessed wrong for every other word.
  const fourth = select<u32>(letterAt(end - 4), 0, third !== 0);
  return (fourth << 15) | (third << 10) | (letterAt(end - 2) << 5) | letterAt(end - 1);
}

/** The type is that of all letters together: the bits of a byte would be lost where they are moved. */
function letterAt(at: usize): u32 {
  return load<u8>(LETTERS + load<u8>(at));
}

/** Where the bit of some letters stands: one of 32,768 places. */
function placeOf(letters: u32): u32 {
  return (letters * 0x9e3779b1) >> 17;
}

function hasLast(letters: u32): bool {
  const place = placeOf(letters);
  return ((<u32>load<u8>(LAST + (place >> 3)) >> (place & 7)) & 1) !== 0;
}

function addLast(letters: u32): void {
  const place = placeOf(letters);
  const at = LAST + (place >> 3);
  store<u8>(at, <u32>load<u8>(at) | ((<u32>1) << (place & 7)));
}

/** Whether an ending is a whole name. */
export function isWhole(ending: usize): bool {
  return load<u16>(ending) !== 0;
}

/** The number of letters of names, which lie as for `addNames`. */
function lettersOf(list: usize, ahead: usize): usize {
  let letters: usize = 0;
  for (let at = list + ahead; load<u8>(at) > 0; at += 1 + ahead + <usize>load<u8>(at))
    letters += load<u8>(at);
  return letters;
}

/** Adds names, each behind so many bytes and one with its length, up to an empty one. */
function addNames(list: usize, ahead: usize): void {
  for (let at = list + ahead; load<u8>(at) > 0; at += 1 + ahead + <usize>load<u8>(at))
    addName(at + 1, load<u8>(at));
}

function addName(name: usize, length: i32): void {
  let ending = ANY;
  for (let at = name + length; at > name; ) {
    at--;
    const slot = ending + ((load<u8>(at) & 31) << 1);
    if (load<u16>(slot) === 0) {
      store<u16>(slot, <u16>count);
      count++;
    }
    ending = ANY + load<u16>(slot) * WIDTH;
  }
  store<u16>(ending, 1);
  const last = lettersBefore(name + length);
  if (length >= 2) addLast(last & 0x3ff);
  if (length >= 3) addLast(last & 0x7fff);
  addLast(last);
}
