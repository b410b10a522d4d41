/** What stands between class line and body, as server/src/cable/preamble.ts splits it. */

/** The number of fields, in their order. */
export let fieldCount: i32 = 0;

/** The line on which the body begins; `lineCount` where there is none. */
export let bodyLine: i32 = 0;

/** The keyword of a field, see keywords.ts. */
export function fieldKeyword(_field: i32): i32 {
  return 0;
}

/** The first part of a field; its parts are those before the first one of the next field. */
export function firstPart(_field: i32): i32 {
  return 0;
}

/** How many parts a field has. */
export function partCount(_field: i32): i32 {
  return 0;
}

/** Where a part starts; a part stands on one line and has no blanks at its ends. */
export function partStart(_part: i32): i32 {
  return 0;
}

/** Where a part ends. */
export function partEnd(_part: i32): i32 {
  return 0;
}

/**
 * Reads the preamble behind the class line and keeps its captions. False where the plain reader is not sure; also where a line has
 * more characters than the parser looks at.
 */
export function readPreamble(): bool {
  fieldCount = 0;
  bodyLine = 0;
  return false;
}
