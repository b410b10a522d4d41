import { postLength, postLetters } from './stations';
import { add, clearTable, newTable } from './strings';

/*
 * The ids of cables as numbers, see server/src/archive/base/cableKey.ts. Stations have the numbers of the batch in them.
 */

const FIRST_YEAR: i32 = 1950;

/** More stations than stations.ts gives numbers. */
const MOST_STATIONS: i32 = 1 << 14;

/** For each station its number in the batch plus one; 0 where it is not in it. */
const NUMBERS: usize = memory.data(4 * MOST_STATIONS, 16);

/** What `cableKey` gives where there is no room for a station; no cable has it, for none has the serial 0. */
export const NO_KEY: u64 = 0;

/** The stations of the batch. */
export const batchStations: usize = newTable(1 << 12, 1 << 16);

/** Forgets all stations. */
export function clearStations(): void {
  clearTable(batchStations);
  memory.fill(NUMBERS, 0, 4 * MOST_STATIONS);
}

/** The key of a cable, by a number of stations.ts, the full year and the serial. */
export function cableKey(station: i32, year: i32, serial: i32): u64 {
  const number = numberOf(station);
  if (number < 0) return NO_KEY;
  const yearAndStation = ((<u64>(year - FIRST_YEAR)) << 22) + number;
  return (yearAndStation << 24) + serial;
}

function numberOf(station: i32): i32 {
  if (station < 0 || station >= MOST_STATIONS) return -1;
  const at = NUMBERS + ((<usize>station) << 2);
  const known = load<i32>(at);
  if (known > 0) return known - 1;
  const number = add(batchStations, postLetters(station), postLength(station));
  store<i32>(at, number + 1);
  return number;
}
