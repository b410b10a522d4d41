/** The marks of paragraphs, as the patterns of server/src/cable/paragraphMark.ts read them. */

import { isCapital, isDigit, isLetter, standsAt } from './characters';
import { skipBlanks } from './lines';
import { BLANK, CLOSING, COMMA, DASH, FULL_STOP, OPENING, SLASH } from './signs';
import { unit } from './text';

const BRACKET: i32 = 0x5d;
const PILCROW: i32 = 0xb6;

/** The most characters of a link that stands for the pilcrow of a number. */
const LONGEST_LINK: i32 = 200;
/** The most characters behind the first letter of what a portion mark adds to its classification. */
const LONGEST_ADDITION: i32 = 40;

/** Where the digits of the mark found last start. */
export let digitsStart: i32 = 0;

/** How many digits it has. */
export let digitCount: i32 = 0;

/** Where it ends, its full stop included. */
export let markEnd: i32 = 0;

/** Whether a line begins with the number of a paragraph. */
export function paragraphMark(start: i32, end: i32): bool {
  if (!isDigit(unit(start)) && !mayBeginMark(unit(start))) return false;
  const digits = behindPilcrow(start, end);
  if (digits < 0) return false;
  let at = digits;
  while (isDigit(unit(at))) at++;
  if (at === digits || at > digits + 5) return false;
  const behind = endOfNumber(at, end);
  if (behind < 0) return false;
  digitsStart = digits;
  digitCount = at - digits;
  markEnd = behind;
  return true;
}

/** Whether a line begins with a portion mark and no number: a paragraph whose number was lost. */
export function unnumberedMark(start: i32, end: i32): bool {
  if (unit(start) !== OPENING && !mayBeginMark(unit(start))) return false;
  const portion = behindPilcrow(start, end);
  return portion >= 0 && portion < end && unit(portion) === OPENING && isPortion(portion + 1, end);
}

/** Whether a mark may begin with this character before its digits: with a dash, a pilcrow or what copies made of one. */
function mayBeginMark(sign: i32): bool {
  return sign === DASH || sign === PILCROW || sign === 0x5b || sign === 0x2a;
}

/** The offset behind a list dash and a pilcrow or what copies made of one; that of the start where there is none, -1 where it is torn. */
function behindPilcrow(start: i32, end: i32): i32 {
  const at = unit(start) === DASH ? skipBlanks(start + 1, end, 3) : start;
  const behind = behindArtefact(at, end, LONGEST_LINK);
  return behind > at ? skipBlanks(behind, end, 1) : behind;
}

/**
 * The offset behind `¶`, `[1](#)` or `**1**`, which stand for a pilcrow; `start` where none begins there, -1 where it is torn or its
 * link has more than `most` characters.
 */
export function behindArtefact(start: i32, end: i32, most: i32): i32 {
  const first = unit(start);
  if (first === PILCROW) return start + 1;
  if (first === 0x2a)
    return unit(start + 1) === 0x2a && isOne(unit(start + 2)) && standsAt('**', start + 3) ? start + 5 : -1;
  if (first === 0x5b)
    return isOne(unit(start + 1)) && unit(start + 2) === BRACKET && unit(start + 3) === OPENING
      ? behindLink(start + 4, end, most)
      : -1;
  return start;
}

function isOne(sign: i32): bool {
  return sign === 0x31 || sign === PILCROW;
}

/** The offset behind the parenthesis that closes a link of at most so many characters; -1 where none does. */
function behindLink(start: i32, end: i32, most: i32): i32 {
  let at = start;
  while (at < end && unit(at) !== CLOSING && unit(at) !== BLANK) at++;
  return at < end && unit(at) === CLOSING && at - start <= most ? at + 1 : -1;
}

/** The offset behind the full stop of a number; a portion mark may stand for it. -1 where neither does. */
function endOfNumber(at: i32, end: i32): i32 {
  const stop = skipBlanks(at, end, 1);
  if (stop < end && unit(stop) === FULL_STOP)
    return stop + 1 < end && isDigit(unit(stop + 1)) ? -1 : stop + 1;
  const behind = at < end && unit(at) === COMMA ? at + 1 : at;
  const portion = skipBlanks(behind, end, 4);
  return portion > behind && portion < end && unit(portion) === OPENING && beginsPortion(portion + 1, end)
    ? behind
    : -1;
}

/** Whether a classification begins a portion mark; its letters are capitals. */
function beginsPortion(start: i32, end: i32): bool {
  let at = start;
  while (isLetter(unit(at)) && at < start + 4) at++;
  if (at >= end) return false;
  const sign = unit(at);
  const isEnd = sign === CLOSING || sign === SLASH || sign === COMMA || sign === BLANK || sign === DASH;
  return isEnd && isClassification(start, at - start) && areCapitals(start, at);
}

function areCapitals(start: i32, end: i32): bool {
  for (let at = start; at < end; at++) if (!isCapital(unit(at))) return false;
  return true;
}

/** TS, S, C, SBU, U or LOU. */
function isClassification(start: i32, length: i32): bool {
  switch (length) {
    case 1:
      return standsAt('S', start) || standsAt('C', start) || standsAt('U', start);
    case 2:
      return standsAt('TS', start);
    case 3:
      return standsAt('SBU', start) || standsAt('LOU', start);
    default:
      return false;
  }
}

/** Whether the rest of a portion mark stands behind its parenthesis, in either case. */
function isPortion(start: i32, end: i32): bool {
  const first = skipBlanks(start, end, 1);
  let at = first;
  while (at < end && isLetter(unit(at)) && at < first + 5) at++;
  const isFouo = at - first === 4 && standsAt('FOUO', first);
  if (!isFouo && !isClassification(first, at - first)) return false;
  if (closes(skipBlanks(at, end, 1), end)) return true;
  const addition = startOfAddition(at, end);
  if (addition < 0 || !isLetter(unit(addition))) return false;
  // `(S and C)` are words.
  const isWords =
    at - first === 1 && (unit(first) | 32) !== 0x75 && unit(at) === BLANK && standsAt('AND', addition);
  if (isWords && skipBlanks(at, end, 5) === addition) return false;
  return closesAddition(addition + 1, end);
}

/** Where the addition to a classification begins, behind slashes, a dash, a comma or blanks; -1 where nothing parts them. */
function startOfAddition(at: i32, end: i32): i32 {
  const sign = skipBlanks(at, end, 5);
  if (sign >= end) return -1;
  const here = unit(sign);
  if (here !== SLASH && here !== DASH && here !== COMMA) return sign > at ? sign : -1;
  if (sign > at + 2) return -1;
  const behind = here === SLASH && unit(sign + 1) === SLASH ? sign + 2 : sign + 1;
  const addition = skipBlanks(behind, end, 2);
  return addition < end ? addition : -1;
}

function closesAddition(start: i32, end: i32): bool {
  let at = start;
  while (at < end && at <= start + LONGEST_ADDITION && isAdditionSign(unit(at))) at++;
  // The last blank may stand before the parenthesis.
  const tooLong = at > start + LONGEST_ADDITION + (unit(at - 1) === BLANK ? 1 : 0);
  return !tooLong && closes(at, end);
}

function isAdditionSign(sign: i32): bool {
  return isLetter(sign) || sign === BLANK || sign === COMMA || sign === SLASH || sign === DASH;
}

function closes(at: i32, end: i32): bool {
  return at < end && (unit(at) === CLOSING || unit(at) === BRACKET);
}
