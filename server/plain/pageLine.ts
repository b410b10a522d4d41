/** Lines that only say on which page they stand, as server/src/cable/pageLine.ts reads them. */

/** Whether the page line found last names its page. */
export let namesPage: bool = false;

/** Whether a line is a page line, `MUSCAT 00000073 002 OF 002`. */
export function parsePageLine(_start: i32, _end: i32): bool {
  namesPage = false;
  return false;
}

/** Whether a line is the second half of a page line that was broken before its page number. */
export function isPageCount(_start: i32, _end: i32): bool {
  return false;
}

/** Whether a page line stands inside a longer line. */
export function findInlinePageLine(_start: i32, _end: i32): bool {
  return false;
}
