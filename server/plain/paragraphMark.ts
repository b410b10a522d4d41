/** The marks of paragraphs, as server/src/cable/paragraphMark.ts reads them. */

/** Where the digits of the mark found last start. */
export let digitsStart: i32 = 0;

/** How many digits it has. */
export let digitCount: i32 = 0;

/** Where it ends, its full stop included. */
export let markEnd: i32 = 0;

/** Whether a line begins with the number of a paragraph. */
export function paragraphMark(start: i32, _end: i32): bool {
  digitsStart = start;
  digitCount = 0;
  markEnd = start;
  return false;
}

/** Whether a line begins with a portion mark and no number: a paragraph whose number was lost. */
export function unnumberedMark(_start: i32, _end: i32): bool {
  return false;
}
