/** How the year of a cited cable is known, in the order of `YEAR_SOURCES` in `archive/base/codes.ts`. */
export const PRINTED: i32 = 1;
export const INHERITED: i32 = 2;
export const SAME_YEAR: i32 = 3;
export const YEAR_BEFORE: i32 = 4;

/** How many cable numbers were found. */
export const numberCount: i32 = 0;

/** Tells the telegram that cites, whose year, station (a number of `stations.ts`) and serial are known. */
export function setCiting(year: i32, post: i32, serial: i32): void {}

/**
 * Finds the cable numbers in so many characters, as `findCableNumbers` of `server/src/cable/citation.ts` does; nothing before or
 * behind them counts. False where it is not sure to find the same.
 */
export function findCableNumbers(base: usize, length: i32, knownOnly: bool): bool {
  return false;
}

/** Where a number starts, from the first character looked at. */
export function numberStart(index: i32): i32 {
  return 0;
}

export function numberEnd(index: i32): i32 {
  return 0;
}

/** Whether a station's name stands in the number; otherwise it is that of the number before. */
export function numberHasPost(index: i32): bool {
  return false;
}

/** Where the station's name starts. */
export function numberPostStart(index: i32): i32 {
  return 0;
}

/** Whether the station's name, as it is understood, begins with a capital. */
export function numberIsCapital(index: i32): bool {
  return false;
}

/** The station of a number, as a number of `stations.ts`. */
export function numberPost(index: i32): i32 {
  return 0;
}

/** The full year of a number, from 1950 to 2049. */
export function numberYear(index: i32): i32 {
  return 0;
}

export function numberSerial(index: i32): i32 {
  return 0;
}

/** How its year is known. */
export function numberSource(index: i32): i32 {
  return 0;
}
