import { keepCaption } from './captions';
import { isDigit, isLetter, isWordSign, standsAt } from './characters';
import { designated, designationLength } from './designation';
import { postKey } from './stations';
import { TEXT, unit } from './text';

/** The classification of the class line read last, as codes.ts numbers it. */
export let classification: i32 = 0;

/** The number of the section; 0 where the class line names none. */
export let section: i32 = 0;

/** The station, a number of stations.ts. */
export let post: i32 = 0;

/** The serial. */
export let serial: i32 = 0;

/** A station's name is no longer, its blanks included. */
const LONGEST_NAME: i32 = 31;

/**
 * Reads a class line whose designation was read last, and keeps its captions: behind them, section and captions in any order, then
 * the station, then its serial at the end of the line. False for another line.
 */
export function readClassLine(start: i32, end: i32): bool {
  classification = designated;
  section = 0;
  let at = behindSeparators(start + designationLength);
  while (at >= 0) {
    const caption = captionLength(at);
    if (caption > 0) keepCaption(at, at + caption);
    else if (section > 0 || !standsAt('SECTION', at)) return readStation(at, end);
    at = behindSeparators(caption > 0 ? at + caption : behindSection(at + 7));
  }
  return false;
}

/** Reads `01 OF 02` and gives the offset behind it; -1 where it is no section's number. */
function behindSection(start: i32): i32 {
  const first = behindBlanks(start);
  const firstEnd = behindDigits(first, first + 3);
  const word = behindBlanks(firstEnd);
  if (!standsAt('OF', word)) return -1;
  const last = behindBlanks(word + 2);
  const end = behindDigits(last, last + 3);
  if (isWordSign(unit(end)) || !isShort(first, firstEnd) || !isShort(last, end)) return -1;
  section = numberOf(first, firstEnd);
  return section >= 1 && numberOf(last, end) >= section ? end : -1;
}

/** Whether a number has one or two digits. */
function isShort(start: i32, end: i32): bool {
  return end > start && end < start + 3;
}

/** The offset behind up to four blanks. */
function behindBlanks(start: i32): i32 {
  let at = start;
  while (at < start + 4 && unit(at) === 0x20) at++;
  return at;
}

/** The offset behind digits, `limit` at most. */
function behindDigits(start: i32, limit: i32): i32 {
  let at = start;
  while (at < limit && isDigit(unit(at))) at++;
  return at;
}

function numberOf(start: i32, end: i32): i32 {
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + unit(at) - 0x30;
  return number;
}

/** The offset behind what may stand between designation, section, captions and station. */
function behindSeparators(start: i32): i32 {
  let at = start;
  while (unit(at) === 0x20 || unit(at) === 0x2f || unit(at) === 0x2c) at++;
  return at;
}

/** Reads station and serial, which end the line. */
function readStation(start: i32, end: i32): bool {
  if (!isLetter(unit(start)) || unit(start - 1) !== 0x20) return false;
  let at = start;
  let nameEnd = start;
  let before = 0;
  for (; isNameSign(unit(at)); at++) {
    if (unit(at) === 0x20) continue;
    // The parser takes captions out of a name, and reads `O OF` as the numbers of a section.
    if (before === 0x4f && standsAt('OF', at)) return false;
    if (isLetter(unit(at)) && !isWordSign(unit(at - 1)) && mayBeCaption(at)) return false;
    nameEnd = at + 1;
    before = unit(at) & ~32;
  }
  if (nameEnd < start + 2 || nameEnd > start + LONGEST_NAME || at > nameEnd + 4) return false;
  if (end < at + 3 || end > at + 7 || behindDigits(at, end) !== end) return false;
  serial = numberOf(at, end);
  if (serial === 0) return false;
  post = postKey(TEXT + start, nameEnd - start);
  return post >= 0;
}

/** Whether the parser may take a word of a station's name for a caption, blanks between the letters of `EFTO` left out. */
function mayBeCaption(word: i32): bool {
  return captionLength(word) > 0 || standsAt('EF', word) || standsAt('E F', word);
}

/** What a station's name is made of: letters, blanks, stops, apostrophes and dashes. */
function isNameSign(unit: i32): bool {
  return isLetter(unit) || unit === 0x20 || unit === 0x2e || unit === 0x27 || unit === 0x2d;
}

/** The length of a caption that class lines have, or 0. */
function captionLength(at: i32): i32 {
  switch (unit(at) & ~32) {
    case 0x45:
      return lengthOf('EXDIS', at) + lengthOf('EFTO', at);
    case 0x46:
      return lengthOf('FOR OFFICIAL USE ONLY', at);
    case 0x4c:
      return lengthOf('LIMDIS', at);
    case 0x4e:
      return lengthOf('NOFORN', at) + lengthOf('NODIS', at) + lengthOf('NOCONTRACTOR', at);
    case 0x4f:
      return lengthOf('ORCON', at);
    case 0x53:
      return lengthOf('SIPDIS', at) + lengthOf('SENSITIVE', at) + lengthOf('STADIS', at);
    default:
      return 0;
  }
}

/** The length of a word that stands at an offset, in either case, and ends there; otherwise 0. */
function lengthOf(word: string, at: i32): i32 {
  return standsAt(word, at) && !isWordSign(unit(at + word.length)) ? word.length : 0;
}
