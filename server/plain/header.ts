import { forgetCaptions } from './captions';
import { isCapital, isDigit, isLetter, standsAt } from './characters';
import { readClassLine } from './classLine';
import { beginsLikeGroup, groupMinutes, groupYear, isUsualGroup, NO_TIME, readGroup } from './dateTimeGroup';
import { DAMAGED, readDesignation, SOUND } from './designation';
import { isWebCopy } from './dialect';
import { lineAt, lineCount, lineStart } from './landmarks';
import { contentEnd } from './lines';
import { BACKSLASH, BLANK } from './signs';
import { TEXT, unit } from './text';

export { classification, post, section, serial } from './classLine';

/** Where the class line starts. */
export let classStart: i32 = 0;

/** Where it ends, blanks behind it left out: nothing else stands on its line. */
export let classEnd: i32 = 0;

/** The 0-based line of it. */
export let classLineLine: i32 = 0;

/** The full year of the date-time group. */
export let year: i32 = 0;

/** The date-time group in minutes since 1970; `NO_TIME` where it names no day or no time of day. */
export let minutes: i32 = NO_TIME;

/** Where the originator on the FM line starts; -1 where there is none. */
export let fromStart: i32 = -1;

/** Where it ends. */
export let fromEnd: i32 = -1;

/** The bits that none of four characters of ASCII has. */
const NO_ASCII: u32 = 0x80808080;

/** The class line stands so near to the top that what tells a cable from other texts stands above it, and its line is no longer. */
const FARTHEST: i32 = 8192;
const LONGEST: i32 = 400;

/** The parts of a header, as bits; see server/src/cable/transmission.ts. */
const TI: i32 = 1;
const ROUTING: i32 = 2;
const DE: i32 = 4;
const SECURITY: i32 = 8;
const DTG: i32 = 16;
const FM: i32 = 32;
const TO: i32 = 64;
const INFO: i32 = 128;
const XMT: i32 = 256;

/** The parts read so far. */
let parts: i32 = 0;

/** Where the date-time group starts. */
let group: i32 = 0;

/** Reads the header down to the class line, whose captions are kept. False where the plain reader is not sure. */
export function readHeader(): bool {
  forgetCaptions();
  parts = 0;
  fromStart = -1;
  fromEnd = -1;
  const line = findClassLine();
  // What ends with its class line may have lost the end of that.
  if (line < 0 || line === lineCount - 1 || classEnd > FARTHEST || (parts & DTG) === 0) return false;
  classLineLine = line;
  return isWebCopy(classStart, group) && looksLikeCable();
}

/** Reads lines up to the class line; gives its number, or -1 where a line is not surely understood. */
function findClassLine(): i32 {
  for (let line = 0; line < lineCount; line++) {
    const at = behindBlanks(lineStart(line));
    if (!isLetter(unit(at))) {
      if (mayBeginParagraph(unit(at))) return -1;
      continue;
    }
    // Most addresses begin with a routing indicator.
    if (unit(at) === 0x52 && unit(at + 1) === 0x55) continue;
    const part = partAt(at);
    if (part !== 0 && !readPart(part, at, line)) return -1;
    // No classification begins like one of the other parts.
    if (part !== 0 && part !== ROUTING) continue;
    const end = contentEnd(line);
    const designation = readDesignation(at, end);
    if (designation === DAMAGED) return -1;
    if (designation !== SOUND) continue;
    classStart = at;
    classEnd = end;
    return end - at <= LONGEST && readClassLine(at, end) ? line : -1;
  }
  return -1;
}

/** What the number of a paragraph begins with: a digit, a dash, a pilcrow or what copies made of one; and a backslash, which may be none. */
function mayBeginParagraph(sign: i32): bool {
  return (
    isDigit(sign) || sign === 0x2d || sign === 0xb6 || sign === 0x5b || sign === 0x2a || sign === BACKSLASH
  );
}

/** The part of the header that a line begins; 0 for none. It may be told of a line that the parser passes over. */
function partAt(at: i32): i32 {
  const second = unit(at + 1);
  switch (unit(at)) {
    case 0x56:
      return standsAt('VZCZ', at) ? TI : 0;
    case 0x44:
      return second === 0x45 && unit(at + 2) === BLANK && unit(behindBlanks(at + 2)) === 0x52 ? DE : 0;
    case 0x46:
      return second === 0x4d && unit(at + 2) === BLANK ? FM : 0;
    case 0x54:
      return second === 0x4f && unit(at + 2) === BLANK ? TO : 0;
    case 0x49:
      return standsAt('INFO ', at) ? INFO : 0;
    case 0x58:
      return standsAt('XMT ', at) ? XMT : 0;
    case 0x5a:
    case 0x4f:
    case 0x50:
    case 0x52:
    case 0x59:
      if (second === BLANK) return beginsLikeGroup(at) ? DTG : 0;
      if (second === unit(at)) return unit(at + 2) === BLANK ? ROUTING : 0;
      return standsAt('ZNR ', at) || standsAt('ZNY ', at) ? SECURITY : 0;
    default:
      return 0;
  }
}

/**
 * Reads a part that is wanted. Behind date-time group and originator nothing is; above them, what is printed twice makes the parser stop
 * there, and this give up.
 */
function readPart(part: i32, at: i32, line: i32): bool {
  if ((parts & (DTG | FM)) === (DTG | FM)) return true;
  if ((parts & part) !== 0) return false;
  parts |= part;
  if (part === FM) return readFrom(at, line);
  return part !== DTG || readTime(at);
}

function readTime(at: i32): bool {
  if (!readGroup(at)) return false;
  group = at;
  year = groupYear;
  minutes = groupMinutes;
  return true;
}

function readFrom(at: i32, line: i32): bool {
  fromStart = behindBlanks(at + 2);
  fromEnd = contentEnd(line);
  if (fromEnd <= fromStart || fromEnd > fromStart + LONGEST) return false;
  // A look at what stands behind does no harm.
  for (let four = fromStart; four < fromEnd; four += 4)
    if ((load<u32>(TEXT + four) & NO_ASCII) !== 0) return false;
  return true;
}

/** Where the text goes on behind blanks. */
function behindBlanks(start: i32): i32 {
  let at = start;
  while (unit(at) === BLANK) at++;
  return at;
}

/** Whether date-time group and originator stand so that they tell a cable from other texts; see server/src/cable/recognise.ts. */
function looksLikeCable(): bool {
  return isUsualGroup(group) && isNearStart(group) && isUsualFrom() && isNearStart(fromStart);
}

/** `FM AMEMBASSY …`, with one blank. */
function isUsualFrom(): bool {
  if (fromStart < 0 || unit(fromStart - 2) !== 0x4d) return false;
  for (let at = fromStart; at < fromStart + 3; at++) if (!isCapital(unit(at))) return false;
  return true;
}

/** Whether an offset is so near to the start of its line that a line is looked at so far. */
function isNearStart(at: i32): bool {
  return at - lineStart(lineAt(at)) < 100;
}
