import { ALIASES, NOT_STATIONS, STATIONS, TAGS } from './reference';
import { countOf, find, intern, newTable, stringAt, stringLength } from './strings';

/*
 * What the field knows, as tables: filled when the module starts, from what the build writes to `reference.ts`
 * (see scripts/reference.mjs).
 */

/** The names of stations: the keys of those known, as `knownPosts` has them, and behind them their aliases. */
const NAMES = newTable(1024, 1 << 14);

/** For each of these names the number of the station that it stands for: an alias may be the key of another one. */
const KEYS: usize = heap.alloc(4 * 1024);

/** Words that stand before a number and are no station. */
const OTHER_WORDS = newTable(128, 1 << 10);

/** The codes of TAGS. */
const CODES = newTable(2048, 1 << 14);

/** The number of stations that are known. */
export const knownCount: i32 = fill(NAMES, STATIONS);

fill(OTHER_WORDS, NOT_STATIONS);
fill(CODES, TAGS);
fillAliases();

/** The number of the known station of which `length` capitals at `at` are the name or an alias, or -1. */
export function knownStation(at: usize, length: i32): i32 {
  const name = find(NAMES, at, length);
  return name < 0 ? -1 : load<i32>(KEYS + ((<usize>name) << 2));
}

/** Whether `length` capitals at `at` are a word that stands before a number and is no station. */
export function isNoStation(at: usize, length: i32): bool {
  return find(OTHER_WORDS, at, length) >= 0;
}

/** Whether capitals and digits are a TAGS code that is known. */
export function isTag(at: usize, length: i32): bool {
  return find(CODES, at, length) >= 0;
}

/** Where the name of the known station of a number stands. */
export function knownName(station: i32): usize {
  return stringAt(NAMES, station);
}

/** The number of letters of that name. */
export function knownLength(station: i32): i32 {
  return stringLength(NAMES, station);
}

/** Reads strings, each behind a byte with its length, up to an empty one; gives how many there are. */
function fill(table: usize, list: usize): i32 {
  let at = list;
  for (; load<u8>(at) > 0; at += 1 + <usize>load<u8>(at)) intern(table, at + 1, load<u8>(at));
  return countOf(table);
}

/** Reads the aliases: the number of the station in two bytes, the length, the letters. */
function fillAliases(): void {
  for (let station = 0; station < knownCount; station++) store<i32>(KEYS + ((<usize>station) << 2), station);
  for (let at = ALIASES; load<u8>(at, 2) > 0; at += 3 + <usize>load<u8>(at, 2)) {
    const name = intern(NAMES, at + 3, load<u8>(at, 2));
    store<i32>(KEYS + ((<usize>name) << 2), load<u16>(at));
  }
}
