/**
 * The text seen as lines without the blanks around them and the backslashes with which copies end lines, as
 * server/src/cable/source.ts gives them. Lines count from 0. A line's content is told by the offsets of its start and its end.
 */

import { digitsAt } from './characters';
import { lineCount, lineEnd, lineStart } from './landmarks';
import { BACKSLASH, BLANK, FULL_STOP } from './signs';
import { TEXT, unit } from './text';

/** No rule is longer. */
const LONGEST_RULE: i32 = 400;

/** Where the content of a line starts; a line without any has its start at its end. */
export function contentStart(line: i32): i32 {
  const end = lineEnd(line);
  let start = lineStart(line);
  while (start < end && unit(start) === BLANK) start++;
  return start;
}

/** Where the content of a line ends. */
export function contentEnd(line: i32): i32 {
  return contentEndFrom(line, contentStart(line));
}

/** The same, where is known where it starts. */
export function contentEndFrom(line: i32, start: i32): i32 {
  return endOfContent(start, lineEnd(line));
}

export function isBlankLine(line: i32): bool {
  const start = contentStart(line);
  return start === contentEndFrom(line, start);
}

function endOfContent(start: i32, lineEnd: i32): i32 {
  let end = lineEnd;
  while (end > start && (unit(end - 1) === BLANK || unit(end - 1) === BACKSLASH)) end--;
  return end;
}

/** The first line at or after `line` that is not blank; `lineCount` where there is none. */
export function nextFilled(line: i32): i32 {
  let next = line;
  while (next < lineCount && isBlankLine(next)) next++;
  return next;
}

/** The last line at or before `line` that is not blank; -1 where there is none. */
export function previousFilled(line: i32): i32 {
  let previous = line;
  while (previous >= 0 && isBlankLine(previous)) previous--;
  return previous;
}

/** The first offset at or behind `start` that has no blank, or the one behind `most` blanks, or `end`. */
export function skipBlanks(start: i32, end: i32, most: i32): i32 {
  let at = start;
  while (at < end && at < start + most && unit(at) === BLANK) at++;
  return at;
}

/** How many digits stand at an offset. */
export function countDigits(start: i32, end: i32): i32 {
  return digitsAt(TEXT + start, end - start);
}

/** A line of dashes or the like above or below a heading. */
export function isRule(start: i32, end: i32): bool {
  if (!isRuleSign(unit(start)) || end < start + 3 || end > start + LONGEST_RULE) return false;
  for (let at = start; at < end; at++) if (unit(at) !== BLANK && !isRuleSign(unit(at))) return false;
  return true;
}

/** A dash, an equals sign, an underscore, an asterisk or a tilde. */
function isRuleSign(sign: i32): bool {
  return sign === 0x2d || sign === 0x3d || sign === 0x5f || sign === 0x2a || sign === 0x7e;
}

/** A line with nothing but full stops or other marks that some copies put for a blank line. */
export function isFiller(start: i32, end: i32): bool {
  if (end === start || end > start + 3) return false;
  for (let at = start; at < end; at++) if (unit(at) !== FULL_STOP && unit(at) !== BACKSLASH) return false;
  return true;
}
