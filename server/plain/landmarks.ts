import { LONGEST, TEXT, textLength } from './text';

/** Where each line starts. */
export const LINES: usize = memory.data(4 * (LONGEST + 16), 16);

/** The marks. */
export const MARKS: usize = memory.data(4 * (LONGEST / 2 + 16), 16);

/** The number of lines; a text that ends with a line feed has an empty last one. */
export let lineCount: i32 = 0;

/** The number of marks. */
export let markCount: i32 = 0;

/** Where a 0-based line starts. */
export function lineStart(line: i32): i32 {
  return load<i32>(LINES + ((<usize>line) << 2));
}

/** Where a line ends, its line break left out. */
export function lineEnd(line: i32): i32 {
  if (line + 1 >= lineCount) return textLength;
  const end = lineStart(line + 1) - 1;
  return end > lineStart(line) && load<u8>(TEXT + end - 1) === 13 ? end - 1 : end;
}

/** The line that holds an offset. */
export function lineAt(offset: i32): i32 {
  let line = 0;
  // How often this goes round does not depend on the offset: a branch that does would be guessed wrong every other time.
  for (let left = lineCount; left > 1; ) {
    const half = left >> 1;
    line += lineStart(line + half) <= offset ? half : 0;
    left -= half;
  }
  return line;
}

/** The offset of a mark: two or more digits, `ref` or `sep` in either case begin there. They rise. */
export function mark(index: i32): i32 {
  return load<i32>(MARKS + ((<usize>index) << 2));
}

/** The first mark at or behind an offset. */
export function firstMark(offset: i32): i32 {
  let low = 0;
  let high = markCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mark(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ends the lists: the addresses are those behind the last line and the last mark. */
export function endLandmarks(lastLine: usize, lastMark: usize): void {
  lineCount = <i32>((lastLine - LINES) >> 2);
  markCount = <i32>((lastMark - MARKS) >> 2);
}
