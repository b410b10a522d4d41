/** What some letters at the end of a word may be the end of, as `stationEndings` of server/src/reference/stations.ts. */
import { ALIASES, STATIONS } from './reference';

/** An ending has sixteen bits for each letter that may stand before it: the number of the longer ending. The first say whether it is a name. */
const WIDTH: usize = 64;

/** No letters yet: any name may end here. */
export const ANY: usize = heap.alloc(WIDTH);

/** Endings lie one behind the other, so that a number tells where. */
let count: i32 = 1;

memory.fill(ANY, 0, WIDTH);
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

/** Whether an ending is a whole name. */
export function isWhole(ending: usize): bool {
  return load<u16>(ending) !== 0;
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
    if (load<u16>(slot) === 0) store<u16>(slot, <u16>newEnding());
    ending = ANY + load<u16>(slot) * WIDTH;
  }
  store<u16>(ending, 1);
}

/** The number of a new ending. Nothing else is put between them, for they are made all at once. */
function newEnding(): i32 {
  memory.fill(heap.alloc(WIDTH), 0, WIDTH);
  return count++;
}
