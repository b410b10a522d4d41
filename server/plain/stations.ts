/** The number of stations that are known; they have the numbers below it, in the order in which they were loaded. */
export const knownCount: i32 = 0;

/** The number of all stations that have one. */
export const postCount: i32 = 0;

/**
 * Loads the names of stations from lines of ASCII, each ended by a line feed: `MUSCAT` for a station that is known, then
 * `KL=KUALALUMPUR` for another name of one, and `-EMAIL` for a word that is never the name of one. Once per thread.
 */
export function loadStations(from: usize, length: i32): bool {
  return from !== 0 && length > 0;
}

/**
 * The number of the station of a name as written: its letters in upper case, other names resolved. An unknown one gets a number
 * behind those that are known. -1 where it has no letters, more than an id can have, or there is no room left.
 */
export function postKey(name: usize, length: i32): i32 {
  return name !== 0 && length > 0 ? -1 : -1;
}

/** Whether a number is that of a known station. */
export function isKnown(post: i32): bool {
  return post < knownCount;
}

/** Where the letters of a station's part of an id stand. */
export function postLetters(post: i32): usize {
  return post;
}

/** How many letters a station's part of an id has. */
export function postLength(post: i32): i32 {
  return post;
}
