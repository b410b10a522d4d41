import { shortYear } from '../../../cable/identity';

/** The years that two digits can express, see `fullYear`. */
export const YEARS: readonly number[] = Array.from({ length: 100 }, (_, i) => 1950 + i);

/** The first year that a key can have. */
export const FIRST_YEAR = 1950;
const SERIALS = 2 ** 24;
const POSTS = 2 ** 22;

/** The key of a cable without an id; it is greater than all others. */
export const NO_ID = Number.MAX_SAFE_INTEGER;

/**
 * A cable's id as one number: seven bits for the year from 1950 on, 22 for the number of its station in a table, 24 for its
 * serial. If the stations are in order, keys are in the order of year, station and serial.
 */
export function cableKey(year: number, post: number, serial: number): number {
  return ((year - FIRST_YEAR) * POSTS + post) * SERIALS + serial;
}

/** The full year of a key. */
export function yearOfKey(key: number): number {
  return Math.floor(key / (SERIALS * POSTS)) + FIRST_YEAR;
}

/** The number of the station of a key. */
export function postOfKey(key: number): number {
  return (key / SERIALS) & (POSTS - 1);
}

/** The serial of a key. */
export function serialOfKey(key: number): number {
  return key & (SERIALS - 1);
}

/** The same key with another number for its station; the key is not `NO_ID`. */
export function withPost(key: number, post: number): number {
  return key + (post - postOfKey(key)) * SERIALS;
}

/** The canonical id, `07MUSCAT73`, where the station's name is `post`. */
export function mrnOfKey(key: number, post: string): string {
  return `${shortYear(yearOfKey(key))}${post}${serialOfKey(key)}`;
}
