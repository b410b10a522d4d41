import { forgetCaptions } from './captions';

/** In `minutes`: no time. */
const NO_TIME: i32 = i32.MIN_VALUE;

/** Where the class line starts. */
export const classStart: i32 = 0;

/** Where it ends, blanks behind it left out: nothing else stands on its line. */
export const classEnd: i32 = 0;

/** The 0-based line of it. */
export const classLineLine: i32 = 0;

/** The classification, as codes.ts numbers them. */
export const classification: i32 = 0;

/** The number of the section; 0 where the class line names none. */
export const section: i32 = 0;

/** The station that the class line names, a number of stations.ts. */
export const post: i32 = 0;

/** The full year of the date-time group. */
export const year: i32 = 0;

/** The serial that the class line names. */
export const serial: i32 = 0;

/** The date-time group in minutes since 1970; `NO_TIME` where it names no day or no time of day. */
export const minutes: i32 = NO_TIME;

/** Where the originator on the FM line starts; -1 where there is none. */
export const fromStart: i32 = -1;

/** Where it ends. */
export const fromEnd: i32 = -1;

/** Reads the header down to the class line, whose captions are kept. False where the plain reader is not sure. */
export function readHeader(): bool {
  forgetCaptions();
  return false;
}
