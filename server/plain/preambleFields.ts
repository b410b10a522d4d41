/** The fields found between class line and body, each with the stretches of its text. */

const MOST_FIELDS: i32 = 64;
const MOST_PARTS: i32 = 1024;

/** For each field its keyword and its first part; for each part its start and its end. */
const FIELDS: usize = memory.data(8 * MOST_FIELDS, 16);
const PARTS: usize = memory.data(8 * MOST_PARTS, 16);

/** The number of fields, in their order. */
export let fieldCount: i32 = 0;

/** The number of the parts of all fields. */
export let allParts: i32 = 0;

/** A bit for each keyword that has a field. */
let keywords: i32 = 0;

/** The keyword of a field, see keywords.ts. */
export function fieldKeyword(field: i32): i32 {
  return load<i32>(FIELDS + ((<usize>field) << 3));
}

/** The first part of a field; its parts are those before the first one of the next field. */
export function firstPart(field: i32): i32 {
  return field < fieldCount ? load<i32>(FIELDS + ((<usize>field) << 3), 4) : allParts;
}

/** How many parts a field has. */
export function partCount(field: i32): i32 {
  return firstPart(field + 1) - firstPart(field);
}

/** Where a part starts; a part stands on one line and has no blanks at its ends. */
export function partStart(part: i32): i32 {
  return load<i32>(PARTS + ((<usize>part) << 3));
}

/** Where a part ends. */
export function partEnd(part: i32): i32 {
  return load<i32>(PARTS + ((<usize>part) << 3), 4);
}

/** The keywords that have a field, as bits `1 << keyword`. */
export function keywordsFound(): i32 {
  return keywords;
}

/** Forgets the fields of another cable. */
export function forgetFields(): void {
  fieldCount = 0;
  allParts = 0;
  keywords = 0;
}

/** Adds a field without parts. False where there is no room for it. */
export function addField(keyword: i32): bool {
  if (fieldCount >= MOST_FIELDS) return false;
  const at = FIELDS + ((<usize>fieldCount) << 3);
  store<i32>(at, keyword);
  store<i32>(at, allParts, 4);
  fieldCount += 1;
  keywords |= 1 << keyword;
  return true;
}

/** Adds a part to the last field. False where there is no room for it. */
export function addFieldPart(start: i32, end: i32): bool {
  if (allParts >= MOST_PARTS) return false;
  const at = PARTS + ((<usize>allParts) << 3);
  store<i32>(at, start);
  store<i32>(at, end, 4);
  allParts += 1;
  return true;
}
