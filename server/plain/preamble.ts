/** What stands between class line and body, as server/src/cable/preamble.ts splits it. */

import { captionsAboveText, keepCaptions, NO_CAPTIONS, UNSURE as UNSURE_CAPTIONS } from './captions';
import { isCapital, isDigit } from './characters';
import { continuesField, UNSURE, YES } from './continuation';
import { NONE, readDesignation } from './designation';
import { mayBeginDesignation } from './designationLetters';
import { classEnd, classLineLine } from './header';
import { AUTHORITY, keywordAtStart, keywordEnd, NO_KEYWORD, REFERENCES } from './keywords';
import { ANY_KEYWORD, insideEnd, insideStart, keywordInside } from './keywordsInside';
import { lineCount } from './landmarks';
import { contentEnd, contentEndFrom, contentStart, isFiller, isRule, nextFilled } from './lines';
import { isPageCount, mayHoldPageLine, namesPage, parsePageLine } from './pageLine';
import { paragraphMark, unnumberedMark } from './paragraphMark';
import {
  addField,
  addFieldPart,
  allParts,
  fieldCount,
  fieldKeyword,
  firstPart,
  forgetFields,
  keywordsFound,
  partCount,
  partEnd,
  partStart,
} from './preambleFields';
import { BLANK, CLOSING, COLON, OPENING, SEMICOLON } from './signs';
import { unit } from './text';

export { fieldCount, fieldKeyword, firstPart, partCount, partEnd, partStart } from './preambleFields';

/** The parser cuts longer lines. */
const LONGEST_LINE: i32 = 4096;
/** No field is looked for further ahead than this many lines with text. */
const LOOK_AHEAD: i32 = 15;

/** The line on which the body begins; `lineCount` where there is none. */
export let bodyLine: i32 = 0;

/** Whether lines may go on with the last field. */
let isOpen: bool = false;
let blankBefore: bool = false;
let isSure: bool = true;

/** The keyword of a field with which the line at hand begins, and where it ends. */
let lineKeyword: i32 = NO_KEYWORD;
let keywordBehind: i32 = 0;

/** The line of which is known whether it goes on with a field or has captions: both are asked again when it is read. */
let askedStart: i32 = 0;
let askedEnd: i32 = 0;
let goesOn: bool = false;
let isOfCaptions: bool = false;

/**
 * Reads the preamble behind the class line and keeps its captions. False where the plain reader is not sure; also where a line has
 * more characters than the parser looks at.
 */
export function readPreamble(): bool {
  return splitPreamble(classLineLine, classEnd);
}

/** The same behind the class line that ends at an offset of a line. */
export function splitPreamble(firstLine: i32, offset: i32): bool {
  forgetFields();
  isOpen = false;
  askedStart = -1;
  blankBefore = false;
  isSure = offset >= contentEnd(firstLine);
  let line = firstLine + 1;
  for (; isSure && line < lineCount; line++) {
    const start = contentStart(line);
    const end = contentEndFrom(line, start);
    if (start === end || isFiller(start, end)) {
      blankBefore = true;
      continue;
    }
    if (end - start > LONGEST_LINE && !paragraphMark(start, end)) return false;
    if (isPageLine(start, end, line)) continue;
    if (mayBeClassLine(start, end)) return false;
    lineKeyword = keywordAtStart(start, end);
    keywordBehind = keywordEnd;
    if (isTaken(lineKeyword)) lineKeyword = NO_KEYWORD;
    if (beginsBody(start, end, line)) break;
    readLine(start, end);
    blankBefore = false;
  }
  bodyLine = line;
  return isSure;
}

/** Whether the class line of a later section, or of a second heading, may stand there: it has a serial or a section's number. */
function mayBeClassLine(start: i32, end: i32): bool {
  if (!mayBeginDesignation(start, end)) return false;
  let digit = start;
  while (digit < end && !isDigit(unit(digit))) digit++;
  return digit < end && readDesignation(start, end) !== NONE;
}

function isPageLine(start: i32, end: i32, line: i32): bool {
  // Both ways to say it end with a number.
  if (!isDigit(unit(end - 1))) return false;
  if (isPageCount(start, end)) return true;
  if (!parsePageLine(start, end)) return false;
  if (namesPage) return true;
  const next = nextFilled(line + 1);
  return next < lineCount && isPageCount(contentStart(next), contentEnd(next));
}

/** Whether the body begins with this line. */
function beginsBody(start: i32, end: i32, line: i32): bool {
  if (paragraphMark(start, end)) return true;
  const anyField = fieldCount > 0;
  if (isRule(start, end)) return anyField && !keywordAhead(line + 1);
  if (lineKeyword !== NO_KEYWORD) return false;
  const isEmpty = isOpen && partCount(fieldCount - 1) === 0;
  if (anyField && !isEmpty && unnumberedMark(start, end) && !isNextReference(start))
    return !keywordAhead(line + 1);
  goesOn = continuesOpen(start, end);
  isOfCaptions = !goesOn && hasCaptions(start, end);
  askedStart = start;
  askedEnd = end;
  if (goesOn || isOfCaptions) return false;
  return anyField && !keywordAhead(line + 1);
}

/** Whether `(C)` labels the reference behind `(B)`, and does not mark a paragraph as confidential. */
function isNextReference(start: i32): bool {
  const letter = unit(start + 1);
  const isLabel = unit(start) === OPENING && isCapital(letter) && unit(start + 2) === CLOSING;
  if (!isLabel || !isOpen || fieldKeyword(fieldCount - 1) !== REFERENCES) return false;
  const first = max(firstPart(fieldCount - 1), allParts - 3);
  for (let part = first; part < allParts; part++)
    for (let at = partStart(part) + 1; at < partEnd(part) - 1; at++) {
      if (unit(at - 1) !== OPENING || unit(at + 1) !== CLOSING) continue;
      if (unit(at) > 0x7f) isSure = false;
      else if (toCapital(unit(at)) === letter - 1) return true;
    }
  return false;
}

function toCapital(sign: i32): i32 {
  return sign >= 0x61 && sign <= 0x7a ? sign - 32 : sign;
}

/** A second SUBJECT or TAGS is running text; REF may come again. */
function isTaken(keyword: i32): bool {
  return keyword !== NO_KEYWORD && keyword !== REFERENCES && has(keyword);
}

function has(keyword: i32): bool {
  return (keywordsFound() & (1 << keyword)) !== 0;
}

/** Whether a field's keyword begins one of the next lines, before any paragraph. */
function keywordAhead(from: i32): bool {
  let line = nextFilled(from);
  for (let seen = 0; line < lineCount && seen < LOOK_AHEAD; seen++) {
    const start = contentStart(line);
    const end = contentEndFrom(line, start);
    if (paragraphMark(start, end)) return false;
    const keyword = keywordAtStart(start, end);
    if (keyword !== NO_KEYWORD && !has(keyword)) {
      const last = unit(keywordEnd - 1);
      if (last === COLON || last === SEMICOLON || keyword === AUTHORITY) return true;
    }
    line = nextFilled(line + 1);
  }
  return false;
}

/** Whether a line without a keyword goes on with the field before it. */
function continuesOpen(start: i32, end: i32): bool {
  if (!isOpen) return false;
  const field = fieldCount - 1;
  if (firstPart(field) === allParts) return true;
  const last = allParts - 1;
  const answer = continuesField(fieldKeyword(field), start, end, partStart(last), partEnd(last), blankBefore);
  if (answer === UNSURE) isSure = false;
  return answer === YES;
}

/** Whether a line has captions and nothing else. */
function hasCaptions(start: i32, end: i32): bool {
  const count = captionsAboveText(start, end);
  if (count === UNSURE_CAPTIONS) isSure = false;
  return count !== NO_CAPTIONS;
}

/** Takes a line apart at its keywords and gives each stretch to its field. */
function readLine(start: i32, end: i32): void {
  let at = start;
  let keyword = lineKeyword;
  let behind = keywordBehind;
  while (at < end) {
    if (keyword !== NO_KEYWORD) {
      openField(keyword);
      at = behind;
    }
    keyword = keywordInside(start, end, at, wanted());
    const stop = keyword === NO_KEYWORD ? end : insideStart;
    behind = insideEnd;
    addText(at, stop);
    at = stop;
  }
}

/**
 * Which keywords inside a line open a field: each once, and none inside the classification authority. Without its colon,
 * `classified by` is a word of a subject as well.
 */
function wanted(): i32 {
  const open = isOpen ? fieldKeyword(fieldCount - 1) : NO_KEYWORD;
  if (open === AUTHORITY) return 0;
  const taken = keywordsFound();
  const both = ANY_KEYWORD & ~(taken | (taken << 8));
  return open === REFERENCES ? both : both & ~(256 << AUTHORITY);
}

function openField(keyword: i32): void {
  if (!addField(keyword)) isSure = false;
  isOpen = true;
}

/** Adds a stretch of a line to its field; one that goes on with none closes it. */
function addText(from: i32, to: i32): void {
  let start = from;
  let end = to;
  while (start < end && unit(start) === BLANK) start++;
  while (end > start && unit(end - 1) === BLANK) end--;
  if (start === end) return;
  const isAsked = start === askedStart && end === askedEnd;
  if (isAsked ? goesOn : continuesOpen(start, end)) {
    if (mayHoldPageLine(start, end) || !addFieldPart(start, end)) isSure = false;
    return;
  }
  if (isAsked ? isOfCaptions : hasCaptions(start, end)) keepCaptions();
  isOpen = false;
}
