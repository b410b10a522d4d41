import { copyUnits, ZEROS } from './copying';
import { TEXT } from './text';

/*
 * Parts of the text joined with one blank, as if a field that runs over several lines stood on one; see
 * server/src/cable/flow.ts. Zeros stand around what is joined.
 */

const LONGEST = 1 << 14;
const MOST_PARTS = 512;
const ROOM: usize = memory.data(LONGEST + 2 * ZEROS, 16);
const PARTS: usize = memory.data(12 * MOST_PARTS, 4);
/** Where things stand in what is kept of a part, whose start in the flow comes first. */
const START = 4;
const END = 8;
const WIDTH = 12;

/** The joined text. */
export const FLOW: usize = ROOM + ZEROS;

export let flowLength: i32 = 0;
let parts: i32 = 0;

/** Begins another flow. */
export function beginFlow(): void {
  flowLength = 0;
  parts = 0;
}

/** Joins the text from `start` to `end` to the flow. False where it gets too long. */
export function joinPart(start: i32, end: i32): bool {
  const length = end - start;
  if (parts === MOST_PARTS || flowLength + 1 + length > LONGEST) return false;
  if (flowLength > 0) {
    store<u8>(FLOW + flowLength, 0x20);
    flowLength++;
  }
  const part = PARTS + WIDTH * parts;
  store<i32>(part, flowLength);
  store<i32>(part, start, START);
  store<i32>(part, end, END);
  copyUnits(FLOW + flowLength, TEXT + start, length);
  flowLength += length;
  parts++;
  return true;
}

/** Whether a place in memory is one of the flow. */
export function isInFlow(place: usize): bool {
  return place >= FLOW && place < FLOW + LONGEST;
}

/** The unit at an index of the flow; 0 where there is none. */
export function flowAt(index: i32): i32 {
  return load<u8>(FLOW + index);
}

/** The offset in the text of an index of the flow. */
export function sourceAt(index: i32): i32 {
  const part = partAt(index);
  return min(load<i32>(part, START) + index - load<i32>(part), load<i32>(part, END));
}

/** Whether a part, and so a line, starts at an index. */
export function startsPart(index: i32): bool {
  return load<i32>(partAt(index)) === index;
}

/** The part that holds an index. */
function partAt(index: i32): usize {
  let low = 0;
  let high = parts - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (load<i32>(PARTS + WIDTH * middle) <= index) low = middle;
    else high = middle - 1;
  }
  return PARTS + WIDTH * low;
}
