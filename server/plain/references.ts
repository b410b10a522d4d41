/** How many items of the list are cables with an id. */
export const itemCount: i32 = 0;

/** Reads the REF fields as one list and adds its citations. False where it is not sure to read them as the parser does. */
export function readReferences(): bool {
  return false;
}

/** The letter in upper case that labels an item, or 0. */
export function itemLabel(index: i32): i32 {
  return 0;
}

export function itemPost(index: i32): i32 {
  return 0;
}

/** From 1950 to 2049. */
export function itemYear(index: i32): i32 {
  return 0;
}

export function itemSerial(index: i32): i32 {
  return 0;
}

/** How its year is known, see `citation.ts`. */
export function itemSource(index: i32): i32 {
  return 0;
}

/** Whether a letter, in upper case, labels an item of the list, a cable or not. */
export function hasLabel(letter: i32): bool {
  return false;
}
