import { cableKey, NO_KEY } from './cableKey';
import { putRange } from './ranges';

/*
 * The citations of rows, and the cables that they cite, each once.
 */

/** The most citations that one row can have. */
const MOST_OF_ROW: i32 = 1 << 12;

/** The most citations, and the most cables cited, of all rows. */
const MOST: i32 = 1 << 14;

/** The keys of the cables cited. */
export const targetKey: usize = memory.data(8 * MOST, 16);

/** How many they are. */
export let targetCount: i32 = 0;

/** For each citation its target. */
export const citationTarget: usize = memory.data(4 * MOST, 16);

/** For each its place and year source, as `citationCode` has them. */
export const citationCode: usize = memory.data(MOST, 16);

/** For each its range. */
export const citationRange: usize = memory.data(16 * MOST, 16);

/** How many citations are written. */
export let citationCount: i32 = 0;

/** The citations of the row at hand: key, start, end, code. */
const PENDING: usize = memory.data(24 * MOST_OF_ROW, 16);
const KEY = 0;
const START = 8;
const END = 12;
const CODE = 16;
const WIDTH = 24;
let pendingCount: i32 = 0;
let hasRoom: bool = true;

/** Whether the row at hand has more citations than any may have. */
export let hasTooManyCitations: bool = false;

/** The numbers of targets plus one, two bytes each, by a hash of their keys, with open addressing. Half of the slots are free at least. */
const SLOTS: usize = memory.data(4 * MOST, 16);
const MASK: u32 = 2 * MOST - 1;

/** Forgets all rows. */
export function clearCitations(): void {
  memory.fill(SLOTS, 0, 4 * MOST);
  targetCount = 0;
  citationCount = 0;
}

/** Begins the citations of another row. */
export function beginCitations(): void {
  pendingCount = 0;
  hasRoom = true;
  hasTooManyCitations = false;
}

/**
 * Adds a citation: `station` by its number in stations.ts, the full year, the span of its text. Citations may come in any order;
 * of two that begin at one place, the first comes first.
 */
export function addCitation(
  station: i32,
  year: i32,
  serial: i32,
  place: i32,
  yearSource: i32,
  start: i32,
  end: i32,
): void {
  const key = cableKey(station, year, serial);
  if (key === NO_KEY) hasRoom = false;
  if (pendingCount === MOST_OF_ROW) hasTooManyCitations = true;
  if (!hasRoom || hasTooManyCitations) return;
  let at = PENDING + <usize>(pendingCount * WIDTH);
  pendingCount++;
  for (; at > PENDING && load<i32>(at - WIDTH, START) > start; at -= WIDTH)
    memory.copy(at, at - WIDTH, WIDTH);
  store<u64>(at, key, KEY);
  store<i32>(at, start, START);
  store<i32>(at, end, END);
  store<i32>(at, yearSource * 2 + place, CODE);
}

/** Whether there is room for the citations of the row at hand. */
export function citationsFit(): bool {
  return hasRoom && citationCount + pendingCount <= MOST;
}

/** Writes the citations of the row at hand, for which there must be room. */
export function writeCitations(): void {
  for (let i = 0; i < pendingCount; i++) {
    const from = PENDING + <usize>(i * WIDTH);
    const target = targetOf(load<u64>(from, KEY));
    const to = <usize>(citationCount + i);
    store<i32>(citationTarget + (to << 2), target);
    store<u8>(citationCode + to, load<u8>(from, CODE));
    putRange(citationRange, to, load<i32>(from, START), load<i32>(from, END));
  }
  citationCount += pendingCount;
}

/** The number of a target, which is added where it is new. There are never more than citations, for which there is room. */
function targetOf(key: u64): i32 {
  const wanted = <f64>key;
  let index = <u32>((key * 0x1b873593cc9e2d) >> 32) & MASK;
  let known = <i32>load<u16>(slotAt(index));
  while (known > 0 && load<f64>(targetKey + ((<usize>known) << 3) - 8) !== wanted) {
    index = (index + 1) & MASK;
    known = load<u16>(slotAt(index));
  }
  if (known > 0) return known - 1;
  store<f64>(targetKey + ((<usize>targetCount) << 3), wanted);
  targetCount++;
  store<u16>(slotAt(index), <u16>targetCount);
  return targetCount - 1;
}

function slotAt(index: u32): usize {
  return SLOTS + ((<usize>index) << 1);
}
