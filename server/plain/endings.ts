/** What some letters at the end of a word may be the end of, as `stationEndings` of server/src/reference/stations.ts. */
import { ALIASES, STATIONS } from './reference';

/** An ending has sixteen bits for each letter that may stand before it: the number of the longer ending. The first say whether it is a name. */
const WIDTH: usize = 64;

/** Endings lie one behind the other, so that a number tells where; there are no more than letters, and that without any. */
const ROOM: usize = WIDTH * (1 + lettersOf(STATIONS, 0) + lettersOf(ALIASES, 2));

/** No letters yet: any name may end here. */
export const ANY: usize = heap.alloc(ROOM);

let count: i32 = 1;

/** A bit for each three letters, five bits of each, that a longer ending has last, and for each two that are one, a zero before them. */
const LAST: usize = memory.data(1 << 12, 16);

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

/** Whether a name may end with the last letters before `end`, three of them or two: what spares most words the close look. */
export function mayEnd(end: usize, three: bool): bool {
  return hasLast(lastBefore(end, three));
}

function lastBefore(end: usize, three: bool): u32 {
  const third = three ? load<u8>(end - 3) & 31 : 0;
  return (third << 10) | ((load<u8>(end - 2) & 31) << 5) | (load<u8>(end - 1) & 31);
}

function hasLast(last: u32): bool {
  return ((load<u8>(LAST + (last >> 3)) >> (last & 7)) & 1) !== 0;
}

function addLast(last: u32): void {
  const at = LAST + (last >> 3);
  store<u8>(at, load<u8>(at) | <u8>((<u32>1) << (last & 7)));
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
  if (length >= 2) addLast(lastBefore(name + length, false));
  if (length >= 3) addLast(lastBefore(name + length, true));
}
