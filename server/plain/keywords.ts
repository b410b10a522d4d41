/** The keywords of preamble fields, as server/src/cable/lines.ts finds them. */

export const NO_KEYWORD: i32 = -1;
export const EXECUTIVE_ORDER: i32 = 0;
export const TAGS: i32 = 1;
export const SUBJECT: i32 = 2;
export const REFERENCES: i32 = 3;
export const AUTHORITY: i32 = 4;

/** For `keywordInside`: any keyword, with a colon or without. */
export const ANY_KEYWORD: i32 = 0xffff;

/** Where the keyword found last starts. */
export let keywordStart: i32 = 0;

/** Where it ends. */
export let keywordEnd: i32 = 0;

/** The keyword of a preamble field with which a line begins; `NO_KEYWORD` where there is none. */
export function keywordAtStart(start: i32, end: i32): i32 {
  keywordStart = start;
  keywordEnd = end;
  return NO_KEYWORD;
}

/**
 * The first wanted keyword inside a line, at or behind the offset `from`; `NO_KEYWORD` where there is none. `wanted` has the bit
 * `1 << keyword` for one that ends with a colon, and the bit `256 << keyword` for one that does not.
 */
export function keywordInside(start: i32, end: i32, _from: i32, _wanted: i32): i32 {
  keywordStart = start;
  keywordEnd = end;
  return NO_KEYWORD;
}
