import { clearTable, intern, newTable } from './strings';

/*
 * TAGS and subjects of rows as runs of numbers, see server/src/archive/base/rowText.ts and wideNumbers.ts.
 */

/** Numbers below this take one value of the column, others two. */
const NARROW: i32 = 0xc000;

/** The most TAGS and parts of a subject that one row can have. */
const MOST_TOKENS: i32 = 1 << 12;

/** How many values all rows can have together. */
const MOST_VALUES: i32 = 1 << 16;

/** The TAGS, words of subjects and what stands between these. */
export const tokens: usize = newTable(1 << 13, 1 << 17);

/** The values of all rows. */
export const rowText: usize = memory.data(2 * MOST_VALUES, 16);

/** How many values are written. */
export let rowTextLength: i32 = 0;

/** The tokens of the row at hand, TAGS first. */
const TOKENS: usize = memory.data(4 * MOST_TOKENS, 16);
let tokenCount: i32 = 0;
let tagCount: i32 = 0;
let hasSubject: bool = false;
let hasRoom: bool = true;

/** Whether the row at hand has more TAGS and parts of a subject than any may have. */
export let hasTooManyTokens: bool = false;

/** Forgets all rows. */
export function clearRowText(): void {
  clearTable(tokens);
  rowTextLength = 0;
}

/** Begins the text of another row. */
export function beginRowText(): void {
  tokenCount = 0;
  tagCount = 0;
  hasSubject = false;
  hasRoom = true;
  hasTooManyTokens = false;
}

/** Adds one of the cable's TAGS, in their order, before the subject. */
export function addTag(at: usize, length: i32): void {
  addToken(at, length);
  tagCount++;
}

/** Says that the cable has a subject, even an empty one. */
export function beginSubject(): void {
  hasSubject = true;
}

/** Adds a part of the subject, as `splitSubject` cuts it, in UTF-8. */
export function addSubjectPart(at: usize, length: i32): void {
  addToken(at, length);
}

/** Whether there is room for the text of the row at hand. */
export function rowTextFits(): bool {
  return hasRoom && rowTextLength + 2 * (tokenCount + 1) <= MOST_VALUES;
}

/** Writes the text of the row at hand, for which there must be room. */
export function writeRowText(): void {
  let end = rowText + ((<usize>rowTextLength) << 1);
  end = putNumber(end, tagCount * 2 + (hasSubject ? 1 : 0));
  for (let i = 0; i < tokenCount; i++) end = putNumber(end, load<i32>(TOKENS + ((<usize>i) << 2)));
  rowTextLength = <i32>((end - rowText) >> 1);
}

function addToken(at: usize, length: i32): void {
  const token = intern(tokens, at, length);
  if (token < 0) hasRoom = false;
  if (tokenCount === MOST_TOKENS) hasTooManyTokens = true;
  if (!hasRoom || hasTooManyTokens) return;
  store<i32>(TOKENS + ((<usize>tokenCount) << 2), token);
  tokenCount++;
}

/** Writes a number; gives the place behind it. */
function putNumber(at: usize, value: i32): usize {
  if (value < NARROW) {
    store<u16>(at, <u16>value);
    return at + 2;
  }
  store<u16>(at, <u16>(NARROW | (value >>> 16)));
  store<u16>(at, <u16>value, 2);
  return at + 4;
}
