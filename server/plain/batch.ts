/*
 * What was found out about the cables of a batch, as columns (see server/src/archive/base/columns.ts). The readers of the parts of a
 * cable tell here what belongs in its row while they read; a row is there when `writeRow` has been called.
 */

/** The places of a citation: an entry of the REF field, a mention in the running text. */
export const LIST: i32 = 0;
export const IN_TEXT: i32 = 1;

/** What tells the year of a citation: the order of `YEAR_SOURCES` in codes.ts. */
export const NO_SOURCE: i32 = 0;
export const PRINTED: i32 = 1;
export const INHERITED: i32 = 2;
export const SAME_YEAR: i32 = 3;
export const YEAR_BEFORE: i32 = 4;

/** In `minutes`: no date-time group. */
export const NO_TIME: i32 = i32.MIN_VALUE;

/** Begins the row of another cable; forgets what was told of one that was given up. */
export function beginRow(): void {}

/** Adds one of the cable's TAGS, in their order, each as often as the parser gives it. */
export function addTag(_at: usize, _length: i32): void {}

/** Says that the cable has a subject, even an empty one. */
export function beginSubject(): void {}

/** Adds a part of the subject, as `splitSubject` cuts it, in UTF-8. */
export function addSubjectPart(_at: usize, _length: i32): void {}

/** Sets the cable's captions: each once, with line feeds between them, in UTF-8. */
export function setCaptions(_at: usize, _length: i32): void {}

/**
 * Adds a citation: `station` by its number in stations.ts, the full year, the span of its text. Citations may come in any order;
 * of two that begin at one place, the first comes first.
 */
export function addCitation(
  _station: i32,
  _year: i32,
  _serial: i32,
  _place: i32,
  _yearSource: i32,
  _start: i32,
  _end: i32,
): void {}

/** Writes the row. False where there is no room for it; then it is as if the cable had been declined. */
export function writeRow(): bool {
  return false;
}
