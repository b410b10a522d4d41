import { cableKey, FIRST_YEAR, NO_ID, postOfKey, serialOfKey, yearOfKey } from '../format/cableKey';
import { sumUp } from '../format/columns';

/** The bits of a year since 1950: two digits can name a hundred. */
const YEAR_BITS = 7;
const YEARS = 1 << YEAR_BITS;

/** In a column of stations with years: no id. */
const NO_STATION = 0xffffffff;

/** Ids of cables, divided so that they can be put in order when the order of the stations is known. */
export interface Ids {
  /** The number of the station, times 128, and the years since 1950. */
  readonly station: Uint32Array;
  readonly serial: Uint32Array;
  readonly highestSerial: number;
}

/** The ids of one source: their keys, and the numbers that its stations have among those of all sources. */
interface SourceIds {
  readonly keys: Float64Array;
  readonly posts: Uint32Array;
}

/** The ids of sources, one after the other. Those that `isUsed` does not have are left out; the stations of the others are noted in `isPostUsed`. */
export function idsOf(sources: readonly SourceIds[], isUsed: Uint8Array, isPostUsed: Uint8Array): Ids {
  const station = new Uint32Array(isUsed.length);
  const serial = new Uint32Array(isUsed.length);
  let highestSerial = 0;
  let at = 0;
  for (const { keys, posts } of sources) {
    for (let i = 0; i < keys.length; i++, at++) {
      const key = keys[i] ?? NO_ID;
      if (key === NO_ID || isUsed[at] === 0) {
        station[at] = NO_STATION;
        continue;
      }
      const post = posts[postOfKey(key)] ?? 0;
      const number = serialOfKey(key);
      isPostUsed[post] = 1;
      station[at] = post * YEARS + yearOfKey(key) - FIRST_YEAR;
      serial[at] = number;
      if (number > highestSerial) highestSerial = number;
    }
  }
  return { station, serial, highestSerial };
}

/** An id as a key, where `rank` has the numbers of the stations in order; `NO_ID` for one that was left out. */
export function keyOfId({ station, serial }: Ids, place: number, rank: Uint32Array): number {
  const value = station[place] ?? NO_STATION;
  if (value === NO_STATION) return NO_ID;
  return cableKey(FIRST_YEAR + (value & (YEARS - 1)), rank[value >>> YEAR_BITS] ?? 0, serial[place] ?? 0);
}

/** The places of all ids in the order of their keys, equal ones as they stand. `rank` has the numbers of the stations in order. */
export function orderOfIds({ station, serial, highestSerial }: Ids, rank: Uint32Array): Uint32Array {
  const last = YEARS * rank.length;
  const places = new Uint32Array(station.length);
  const ranked = new Uint32Array(station.length);
  for (let i = 0; i < places.length; i++) {
    const value = station[i] ?? NO_STATION;
    places[i] = i;
    ranked[i] =
      value === NO_STATION ? last : (value & (YEARS - 1)) * rank.length + (rank[value >>> YEAR_BITS] ?? 0);
  }
  return sortPlaces(sortPlaces(places, serial, highestSerial), ranked, last);
}

/** How many bits of a value are looked at together at most: with more there are fewer passes, but their tables leave the processor's cache. */
const MOST_BITS = 15;

/**
 * Sorts the places of `values`, all of which are up to `highest`, by what stands there; of equal values the place comes first that
 * stands first in `places`. A radix sort: a few passes, which take a fifth of the time of comparing.
 */
function sortPlaces(places: Uint32Array, values: Uint32Array, highest: number): Uint32Array {
  const bits = 32 - Math.clz32(highest);
  const passes = Math.ceil(bits / MOST_BITS);
  const width = Math.ceil(bits / passes);
  let sorted = places;
  for (let pass = 0; pass < passes; pass++) sorted = sortByDigit(sorted, values, pass * width, width);
  return sorted;
}

/** Sorts places by `width` bits of their values, those from bit `shift` on. */
function sortByDigit(places: Uint32Array, values: Uint32Array, shift: number, width: number): Uint32Array {
  const mask = 2 ** width - 1;
  const next = new Uint32Array(mask + 2);
  for (let i = 0; i < values.length; i++) {
    const behind = (((values[i] ?? 0) >>> shift) & mask) + 1;
    next[behind] = (next[behind] ?? 0) + 1;
  }
  sumUp(next);
  const sorted = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const digit = ((values[place] ?? 0) >>> shift) & mask;
    const at = next[digit] ?? 0;
    next[digit] = at + 1;
    sorted[at] = place;
  }
  return sorted;
}
