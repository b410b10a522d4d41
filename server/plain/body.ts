/** The length of the running text, or minus the number of a later section; see `CableFacts.completeness`. */
export let completeness: i32 = 0;

/** How many captions the running text repeats. */
export let repeatedCount: i32 = 0;

/** A caption that the running text repeats, in order; a number of captions.ts. */
export function repeatedCaption(_index: i32): i32 {
  return 0;
}

/**
 * Reads the running text: where it ends, its length, the captions it repeats and the cables it mentions, which are added to the
 * row. False where the plain reader is not sure.
 */
export function readBody(): bool {
  completeness = 0;
  repeatedCount = 0;
  return false;
}
