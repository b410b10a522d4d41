/** Whether a line goes on with the field before it, as server/src/cable/continuation.ts tells. */

import { isCapital, isLetter, isWordSign, standsAt } from './characters';
import { AUTHORITY, isLabelSign, NO_KEYWORD, REFERENCES, SUBJECT, TAGS } from './keywords';
import { ANY_KEYWORD, insideStart, keywordInside } from './keywordsInside';
import { countDigits, skipBlanks } from './lines';
import { behindArtefact } from './paragraphMark';
import { BLANK, CLOSING, COMMA, DASH, FULL_STOP, OPENING, SEMICOLON } from './signs';
import { TEXT, unit } from './text';

export const NO: i32 = 0;
export const YES: i32 = 1;
/** Only the parser can tell. */
export const UNSURE: i32 = -1;

const ONE: i32 = 0x31;
const LINK: i32 = 0x5b;
const X: i32 = 0x58;
const A: i32 = 0x41;
const SMALL_A: i32 = 0x61;

/** A shorter line may be in capitals by chance. */
const LEAST_SUBJECT: i32 = 12;
const LONGEST_TAGS: i32 = 200;
const LONGEST_REFERENCES: i32 = 300;
const LONGEST_CODE: i32 = 5;
const LONGEST_NAME: i32 = 31;

/**
 * Whether a line without a keyword goes on with the field before it: `YES`, `NO` or `UNSURE`. `before` and `beforeEnd` are the span
 * of the field's last line; `blankBefore` says whether a blank line stands between.
 */
export function continuesField(
  keyword: i32,
  start: i32,
  end: i32,
  before: i32,
  beforeEnd: i32,
  blankBefore: bool,
): i32 {
  switch (keyword) {
    case TAGS:
      return !blankBefore && unit(beforeEnd - 1) === COMMA
        ? YES
        : isTagList(start, endBeforeKeyword(start, end));
    case SUBJECT:
      return blankBefore ? NO : not(turnsToSentences(before, beforeEnd, start, end));
    case REFERENCES:
      if (beginsText(start)) return NO;
      return !blankBefore || continuesReferences(start, end, unit(beforeEnd - 1)) ? YES : NO;
    case AUTHORITY:
      return !blankBefore || beginsReason(start) ? YES : NO;
    default:
      return NO;
  }
}

function not(answer: i32): i32 {
  return answer === UNSURE ? UNSURE : 1 - answer;
}

/** `SUMMARY`: the text begins so without a number, in telegrams of the 1970s directly below the references. */
function beginsText(start: i32): bool {
  const at = standsAt('BEGIN ', start) ? start + 6 : start;
  return standsAt('SUMMARY', at) && !isWordSign(unit(at + 7));
}

/** `Reasons 1.4 (b)`, `for reason`, `1.5 (d)`. */
function beginsReason(start: i32): bool {
  let at = start;
  if (standsAt('1.', at)) {
    const number = unit(at + 2) === BLANK ? at + 3 : at + 2;
    return (unit(number) === 0x34 || unit(number) === 0x35) && !isWordSign(unit(number + 1));
  }
  if (standsAt('FOR ', at)) for (at += 4; unit(at) === BLANK; at++);
  if (!standsAt('REASON', at)) return false;
  at += 6;
  return !isWordSign(unit(at)) || ((unit(at) | 32) === 0x73 && !isWordSign(unit(at + 1)));
}

/** Whether a line in lower case follows a subject in capitals: the text has begun. Redactions (`xxxx`) have no case. */
function turnsToSentences(before: i32, beforeEnd: i32, start: i32, end: i32): i32 {
  if (beforeEnd - before < LEAST_SUBJECT) return NO;
  const most = 2 * countLetters(start, end, A);
  const small = countLetters(start, end, SMALL_A);
  if (small <= most || small - countRedacted(start, end) <= most) return NO;
  if (countLetters(before, beforeEnd, SMALL_A) > 0) return NO;
  // Whether the others are capitals, their bytes do not tell.
  for (let at = before; at < beforeEnd; at++) if (unit(at) > 0x7f) return UNSURE;
  return YES;
}

/** How many letters of one case a line has; `first` is the first letter of that case. */
function countLetters(start: i32, end: i32, first: i32): i32 {
  const letters = i8x16.splat(26);
  const least = i8x16.splat(<i8>first);
  let count = 0;
  for (let at = start; at < end; at += 16) {
    const bits = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v128.load(TEXT + at), least), letters));
    const rest = end - at;
    count += popcnt(rest < 16 ? bits & ((1 << rest) - 1) : bits);
  }
  return count;
}

/** How many small letters stand in redactions. */
function countRedacted(start: i32, end: i32): i32 {
  let count = 0;
  for (let at = start; at < end; at++) {
    let behind = at;
    while (behind < end && (unit(behind) & ~32) === X) behind++;
    if (behind >= at + 4) count += countLetters(at, behind, SMALL_A);
    if (behind > at) at = behind - 1;
  }
  return count;
}

/** What stands on a line before the next field's keyword ends there. */
function endBeforeKeyword(start: i32, end: i32): i32 {
  return keywordInside(start, end, start, ANY_KEYWORD) === NO_KEYWORD ? end : insideStart;
}

/** Whether a line holds nothing but TAGS: codes in capitals, links, a person in parentheses. */
function isTagList(start: i32, end: i32): i32 {
  if (end - start > LONGEST_TAGS) return NO;
  let codes = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const here = unit(at);
    if (isCapital(here)) {
      letters++;
      continue;
    }
    // A link may hold a person, and be none then.
    if (here === LINK) return UNSURE;
    const person = here === OPENING ? behindPerson(at + 1, end) : 0;
    if (person === 0 && here !== BLANK && here !== COMMA && here !== SEMICOLON) return NO;
    if (letters === 1 || letters > LONGEST_CODE) return NO;
    if (letters > 0) codes++;
    letters = 0;
    if (person > 0) at = person - 1;
  }
  if (letters === 1 || letters > LONGEST_CODE) return NO;
  return codes > 0 || letters > 0 ? YES : NO;
}

/** The offset behind `SMITH, JOHN)`; 0 where it is no name of a person. */
function behindPerson(start: i32, end: i32): i32 {
  let at = start;
  while (at < end && isPersonSign(unit(at))) at++;
  return at > start && at < end && unit(at) === CLOSING ? at + 1 : 0;
}

function isPersonSign(sign: i32): bool {
  return isCapital(sign) || sign === COMMA || isNameSign(sign);
}

/** A blank, a full stop, an apostrophe or a dash. */
function isNameSign(sign: i32): bool {
  return sign === BLANK || sign === FULL_STOP || sign === 0x27 || sign === DASH;
}

/** Whether a line behind a blank line goes on with a list of references. */
function continuesReferences(start: i32, end: i32, lastBefore: i32): bool {
  if (end - start > LONGEST_REFERENCES) return false;
  if (isLettered(start, end) || cites(start, end)) return true;
  const digits = countDigits(start, end);
  return digits >= 1 && digits <= 6 && !isWordSign(unit(start + digits)) && isLetter(lastBefore);
}

/** `A.`, `(B)`, `¶C.`, `- D)`. */
function isLettered(start: i32, end: i32): bool {
  let at = unit(start) === DASH ? skipBlanks(start + 1, end, 3) : start;
  at = behindMark(at, end);
  if (at < 0) return false;
  if (unit(at) === OPENING) at++;
  return at + 1 < end && isLetter(unit(at)) && isLabelSign(unit(at + 1));
}

/** The offset behind a pilcrow or what copies made of one before a letter; -1 where it is torn. */
function behindMark(start: i32, end: i32): i32 {
  if (unit(start) === ONE) return start + 1;
  if (standsAt('****', start)) return start + 4;
  const behind = behindArtefact(start, end, LONGEST_REFERENCES);
  if (unit(start) !== 0xb6) return behind;
  const digit = skipBlanks(behind, end, 1);
  return unit(digit) === ONE ? digit + 1 : digit;
}

/** `07 MUSCAT 73`, `(2007) Muscat 73`, `MUSCAT 73`. */
function cites(start: i32, end: i32): bool {
  let at = start;
  if (!isCapital(unit(at))) {
    if (unit(at) === OPENING) at++;
    const digits = countDigits(at, end);
    if (digits !== 2 && digits !== 4) return false;
    at += digits;
    if (unit(at) === CLOSING) at++;
    at = skipBlanks(at, end, 3);
    if (!isCapital(unit(at))) return false;
  }
  const name = at;
  for (at++; at < end && (isLetter(unit(at)) || isNameSign(unit(at))); at++);
  if (at < name + 2 || at > name + LONGEST_NAME) return false;
  const digits = countDigits(at, end);
  return digits >= 1 && digits <= 6 && !isWordSign(unit(at + digits));
}
