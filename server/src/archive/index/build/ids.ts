import { cableKey, FIRST_YEAR, NO_ID, postOfKey, serialOfKey, yearOfKey } from '../format/cableKey';
import { sortPlaces } from './sortPlaces';

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
export interface SourceIds {
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
