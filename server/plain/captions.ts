/** What `captionsOf` gives for a line that holds something else. */
export const NO_CAPTIONS: i32 = -1;

/** What it gives where only the parser can tell. */
export const UNSURE: i32 = -2;

/** The captions kept of the cable at hand, in order: those of its class line, then those above and those within its text. */
export let captionCount: i32 = 0;

/** Where a kept caption starts, blanks and slashes around it left out. */
export function captionStart(_index: i32): i32 {
  return 0;
}

/** Where a kept caption ends. */
export function captionEnd(_index: i32): i32 {
  return 0;
}

/** Writes a kept caption as the parser gives it, in capitals and with one blank between words; gives how many bytes it has. */
export function writeCaption(_index: i32, _to: usize): i32 {
  return 0;
}

/** Where a caption starts that `captionsOf` or `captionsAboveText` has found last, counted from 0. */
export function foundStart(_index: i32): i32 {
  return 0;
}

/** Where it ends. */
export function foundEnd(_index: i32): i32 {
  return 0;
}

/** Forgets the captions of another cable. */
export function forgetCaptions(): void {
  captionCount = 0;
}

/** Keeps the captions found last. */
export function keepCaptions(): void {}

/** Keeps the caption of a span. */
export function keepCaption(_start: i32, _end: i32): void {}

/** How many captions a line has that holds nothing else, its blanks at the ends left out; `NO_CAPTIONS` or `UNSURE` otherwise. */
export function captionsOf(_start: i32, _end: i32): i32 {
  return UNSURE;
}

/** The same for a line above the text, which may say the classification once more before them: `SECRET/NOFORN`. */
export function captionsAboveText(start: i32, end: i32): i32 {
  return captionsOf(start, end);
}
