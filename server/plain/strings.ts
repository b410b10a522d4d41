/*
 * Tables of strings in linear memory: the bytes of all strings one after the other, where each starts, and slots with open
 * addressing. A string's number is that of its first coming. The first sixteen bytes of a string, which nearly always are all of
 * it, are kept as well, so that one comparison tells whether it is the one that is looked for.
 */

/** Where things stand in a table. */
const COUNT = 0;
const MOST = 4;
const BYTES_USED = 8;
const BYTES_MOST = 12;
const SLOTS = 16;
const STARTS = 20;
const STRINGS = 24;
const BEGINNINGS = 28;
const HEAD = 32;

/** A slot has a string's number plus one in two bytes; zero where it is free. */
const SLOT_SHIFT = 1;

/** How many bytes of a string are its beginning. */
const BEGINNING: i32 = 16;
const BEGINNING_SHIFT = 4;

/** What may be read behind the last string. */
const MARGIN = 16;

/** A new table with room for `most` strings, a power of two below 65,536, and so many bytes. To be made when the module starts. */
export function newTable(most: i32, bytes: i32): usize {
  const table = heap.alloc(HEAD);
  store<i32>(table, most, MOST);
  store<i32>(table, bytes, BYTES_MOST);
  store<usize>(table, heap.alloc(most << (SLOT_SHIFT + 1)), SLOTS);
  store<usize>(table, heap.alloc((most + 1) << 2), STARTS);
  store<usize>(table, heap.alloc(bytes + MARGIN), STRINGS);
  store<usize>(table, heap.alloc(most << BEGINNING_SHIFT), BEGINNINGS);
  clearTable(table);
  return table;
}

/** Takes all strings out of a table. */
export function clearTable(table: usize): void {
  store<i32>(table, 0, COUNT);
  store<i32>(table, 0, BYTES_USED);
  store<i32>(startsOf(table), 0);
  memory.fill(load<usize>(table, SLOTS), 0, load<i32>(table, MOST) << (SLOT_SHIFT + 1));
}

/** The number of strings. */
export function countOf(table: usize): i32 {
  return load<i32>(table, COUNT);
}

/** Where the strings start, as a column: one value more than there are strings. */
export function startsOf(table: usize): usize {
  return load<usize>(table, STARTS);
}

/** The bytes of all strings. */
export function bytesOf(table: usize): usize {
  return load<usize>(table, STRINGS);
}

/** The number of bytes of all strings. */
export function bytesUsed(table: usize): i32 {
  return load<i32>(table, BYTES_USED);
}

/** Where a string stands. */
export function stringAt(table: usize, index: i32): usize {
  return bytesOf(table) + load<u32>(startsOf(table) + ((<usize>index) << 2));
}

/** The length of a string in bytes. */
export function stringLength(table: usize, index: i32): i32 {
  const start = startsOf(table) + ((<usize>index) << 2);
  return load<i32>(start, 4) - load<i32>(start);
}

/** The number of the string of `length` bytes at `at`, or -1. Up to fifteen bytes behind it may be read. */
export function find(table: usize, at: usize, length: i32): i32 {
  return <i32>load<u16>(slotOf(table, beginningOf(at, length), at, length)) - 1;
}

/** The number of the string of `length` bytes at `at`, which is added where it is new; -1 where there is no room for it. */
export function intern(table: usize, at: usize, length: i32): i32 {
  const beginning = beginningOf(at, length);
  const slot = slotOf(table, beginning, at, length);
  const known = <i32>load<u16>(slot);
  if (known !== 0) return known - 1;
  const added = add(table, at, length);
  if (added < 0) return -1;
  v128.store(beginningAt(table, added), beginning);
  store<u16>(slot, <u16>(added + 1));
  return added;
}

/** Adds a string without looking whether it is there, and so that it cannot be found; gives its number, -1 without room. */
export function add(table: usize, at: usize, length: i32): i32 {
  const count = countOf(table);
  const used = bytesUsed(table);
  if (count === load<i32>(table, MOST) || used + length > load<i32>(table, BYTES_MOST)) return -1;
  memory.copy(bytesOf(table) + used, at, length);
  store<i32>(table, count + 1, COUNT);
  store<i32>(table, used + length, BYTES_USED);
  store<i32>(startsOf(table) + ((<usize>count + 1) << 2), used + length);
  return count;
}

/** The first bytes of a string, zeros behind them where it is shorter. */
function beginningOf(at: usize, length: i32): v128 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const isInside = i8x16.lt_u(places, i8x16.splat(<i8>min(length, BEGINNING)));
  return v128.and(v128.load(at), isInside);
}

function beginningAt(table: usize, index: i32): usize {
  return load<usize>(table, BEGINNINGS) + ((<usize>index) << BEGINNING_SHIFT);
}

/** The slot that has a string, or the free one where it belongs. Half of the slots are free at least. */
function slotOf(table: usize, beginning: v128, at: usize, length: i32): usize {
  const slots = load<usize>(table, SLOTS);
  const mask = load<u32>(table, MOST) * 2 - 1;
  let index = hashOf(beginning, at, length) & mask;
  while (true) {
    const slot = slots + ((<usize>index) << SLOT_SHIFT);
    const known = <i32>load<u16>(slot);
    if (known === 0 || isString(table, known - 1, beginning, at, length)) return slot;
    index = (index + 1) & mask;
  }
}

/** Whether the string of a number is that of `length` bytes at `at`. */
function isString(table: usize, index: i32, beginning: v128, at: usize, length: i32): bool {
  if (v128.any_true(v128.xor(v128.load(beginningAt(table, index)), beginning))) return false;
  if (stringLength(table, index) !== length) return false;
  return length <= BEGINNING || isEqual(stringAt(table, index), at, length);
}

/** Whether `length` bytes are the same at both places. Up to seven bytes behind them may be read. */
export function isEqual(one: usize, other: usize, length: i32): bool {
  let from = 0;
  for (; from + 8 <= length; from += 8) if (load<u64>(one + from) !== load<u64>(other + from)) return false;
  return from === length || ((load<u64>(one + from) ^ load<u64>(other + from)) & maskOf(length - from)) === 0;
}

/** Eight bytes at a time, multiplied and folded; the last eight of a long string may have some of those before once more. */
function hashOf(beginning: v128, at: usize, length: i32): u32 {
  // Of the first two neither product waits for the other.
  const low = (i64x2.extract_lane(beginning, 0) ^ <u64>length) * FACTOR;
  const high = i64x2.extract_lane(beginning, 1) * OTHER_FACTOR;
  let hash = folded(low + high);
  if (length <= BEGINNING) return <u32>hash;
  const last = length - 8;
  for (let from = BEGINNING; from < last; from += 8) hash = mixed(hash, load<u64>(at + from));
  return <u32>mixed(hash, load<u64>(at + last));
}

const FACTOR: u64 = 0x1b873593cc9e2d;
const OTHER_FACTOR: u64 = 0x16a09e667f3bcd;

function mixed(hash: u64, bytes: u64): u64 {
  return folded((hash ^ bytes) * FACTOR);
}

function folded(product: u64): u64 {
  return product ^ (product >> 32);
}

/** What keeps the first one to seven of eight bytes. */
function maskOf(bytes: i32): u64 {
  return ((<u64>1) << (bytes << 3)) - 1;
}
