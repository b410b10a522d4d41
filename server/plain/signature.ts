import { isCapital, isDigit, isLetter, isSmall, isWordSign, printedAt, standsAt } from './characters';
import { lineCount } from './landmarks';
import { contentEnd, contentStart, isBlankLine, isFiller, isRule, previousFilled } from './lines';
import { holdsNoName, isName, isNameSign } from './name';
import { parsePageLine } from './pageLine';
import { codeAt, unit } from './text';
import { isAmong, listOf } from './wordList';

/** The line of the signature, or -1. */
export let signatureLine: i32 = -1;

/** Whether it stands behind other text on its line. */
export let isGlued: bool = false;

/** Where it stands. */
export let signatureStart: i32 = 0;

/** How many lines from the end a signature is looked for in. */
const REACH = 12;

/** A name is at the very end of its line: no more of it is looked at. */
const TAIL = 120;

/** No line that is cut where the parser cuts it is looked at closely. */
const LINE_LIMIT = 4096;

/** Letters behind which a stop ends no sentence. */
const ABBREVIATIONS = listOf('MR MRS MS DR AMB GEN COL LT ST SR JR SEN REP PROF GOV CAPT NO VS');

/** Words that begin a sentence which a copy has cut off. */
const SENTENCE_WORDS = listOf(
  'THE THIS THAT THESE THOSE HE SHE IT THEY WE IN ON AT AS IF BUT AND HOWEVER WHILE WHEN THERE FOR POST END',
);

/** Finds the signature behind line `from`, as `findSignature` of the parser does. False where that is not sure. */
export function findSignature(from: i32): bool {
  signatureLine = -1;
  isGlued = false;
  let line = previousFilled(lineCount - 1);
  for (let seen = 0; line > from && seen < REACH; seen++) {
    const start = contentStart(line);
    const end = contentEnd(line);
    if (!isBelowSignature(start, end)) {
      if (unit(end - 1) === 0x2e && isTooLong(line - 1)) return false;
      if (isAlone(line, start, end)) keep(line, start, false);
      else readGlued(line, start, end);
      return true;
    }
    if (isTooLong(line)) return false;
    line = previousFilled(line - 1);
  }
  return true;
}

function keep(line: i32, start: i32, glued: bool): void {
  signatureLine = line;
  signatureStart = start;
  isGlued = glued;
}

function isTooLong(line: i32): bool {
  return line >= 0 && contentEnd(line) - contentStart(line) > LINE_LIMIT;
}

/** Whether a line may stand below a signature: the end of the message, the copyist's closing line, the banner. */
function isBelowSignature(start: i32, end: i32): bool {
  return isClosing(start, end) || isRule(start, end) || isFiller(start, end) || parsePageLine(start, end);
}

function isClosing(start: i32, end: i32): bool {
  const length = end - start;
  switch (unit(start) | 32) {
    case 0x6e: // N
      return length === 4 && standsAt('NNNN', start);
    case 0x62: // B
      return length === 2 && standsAt('BT', start);
    case 0x23: // #
      return length === 5 && areDigits(start + 1, 4);
    case 0x3e: // >
      return length === 1;
    case 0x65: // E
      return length === 14 && standsAt('END CABLE TEXT', start);
    case 0x70: // P
      return isPageHead(start);
    case 0x3d: // =
      return isEndOfCable(start, end);
    case 0x63: // C
      return isEndOfCable(start, end) || isBanner('CONFIDENTIAL', start, end);
    case 0x73: // S
      return standsAt('SELECT * FROM', start) || isBanner('SECRET', start, end);
    case 0x75: // U
      return isBanner('UNCLASSIFIED', start, end);
    case 0x6c: // L
      return isBanner('LIMITED OFFICIAL USE', start, end);
    default:
      return false;
  }
}

function areDigits(start: i32, count: i32): bool {
  for (let at = start; at < start + count; at++) if (!isDigit(unit(at))) return false;
  return true;
}

/** `PAGE 02       MUSCAT …` */
function isPageHead(start: i32): bool {
  if (!standsAt('PAGE ', start) || !areDigits(start + 5, 2) || unit(start + 7) !== 0x20) return false;
  let at = start + 8;
  while (at < start + 27 && unit(at) === 0x20) at++;
  return isLetter(unit(at));
}

/** `=====CABLE ENDS=====` */
function isEndOfCable(start: i32, end: i32): bool {
  const words = skipEquals(start, end);
  return standsAt('CABLE ENDS', words) && skipEquals(words + 10, end) === end;
}

function skipEquals(start: i32, end: i32): i32 {
  let at = start;
  while (at < end && (unit(at) === 0x3d || unit(at) === 0x20)) at++;
  return at;
}

/** The classification, with a caption behind one slash or two. */
function isBanner(word: string, start: i32, end: i32): bool {
  if (!standsAt(word, start)) return false;
  let at = start + word.length;
  if (at === end) return true;
  if (unit(at) !== 0x2f) return false;
  at++;
  if (unit(at) === 0x2f) at++;
  if (at >= end) return false;
  while (at < end && (unit(at) === 0x20 || isLetter(unit(at)))) at++;
  return at === end;
}

/** Whether a line is nothing but a signature. */
function isAlone(line: i32, start: i32, end: i32): bool {
  if (unit(end - 1) === 0x2e && !endsSentenceAbove(line)) return false;
  const nameEnd = withoutStops(start, end);
  const length = nameEnd - start;
  if (length < 2 || length > 40) return false;
  return (isName(start, nameEnd) || isLowered(start, end)) && !holdsNoName(start, nameEnd);
}

/** Where a line ends without up to two signs that copies put behind a signature, and a blank before them. */
function withoutStops(start: i32, end: i32): i32 {
  let at = end;
  while (at > start && at > end - 2 && isStop(at - 1)) at--;
  return at < end && at > start && unit(at - 1) === 0x20 ? at - 1 : at;
}

/** `.`, `#` or `>` */
function isStop(at: i32): bool {
  const here = unit(at);
  return here === 0x2e || here === 0x23 || here === 0x3e;
}

/** A lower-cased copy's signature. */
function isLowered(start: i32, end: i32): bool {
  for (let at = start; at < end; at++) if (!isSmall(unit(at))) return false;
  return end - start >= 4;
}

/** Whether the text directly above a line ends a sentence there; so does a blank line. */
function endsSentenceAbove(line: i32): bool {
  if (line === 0 || isBlankLine(line - 1)) return true;
  const start = contentStart(line - 1);
  let at = contentEnd(line - 1) - 1;
  for (let quotes = 0; quotes < 2 && at > start && !endsSentence(unit(at)) && isQuote(at); quotes++) at--;
  return endsSentence(unit(at));
}

/** `.`, `!`, `?`, `:`, `)` or `]` */
function endsSentence(unit: i32): bool {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x3a || unit === 0x29 || unit === 0x5d;
}

/** A quotation mark that closes, or an apostrophe. */
function isQuote(at: i32): bool {
  const here = codeAt(at);
  return here === 0x22 || here === 0x27 || here === 0x201d || here === 0x2019;
}

/** Looks for a name behind the last sentence, glued to its line: `… has cleared this cable. SOBEL`. */
function readGlued(line: i32, start: i32, end: i32): void {
  const from = max(start, end - TAIL);
  const nameEnd = withoutStops(from, end);
  let name = nameEnd;
  while (name > from && isNameSign(name - 1)) name--;
  if (!isSurname(name, nameEnd) || !isBehindText(from, name)) return;
  if (holdsNoName(name, nameEnd) || isAmong(SENTENCE_WORDS, name, nameEnd)) return;
  if (!isBehindAbbreviation(from, name)) keep(line, name, true);
}

/** `SOBEL`, `O'HARA`, `Sobel` or `McCain`. */
function isSurname(start: i32, end: i32): bool {
  if (end - start < 2 || !isCapital(unit(start))) return false;
  let at = start + 1;
  while (at < end && !isSmall(unit(at))) at++;
  // Whatever is no small letter in a name may stand between capitals.
  if (at === end) return true;
  let small = start + 1;
  while (small < end && isSmall(unit(small))) small++;
  if (small === end) return end - start >= 3;
  const first = small - start - 1;
  if (first < 1 || first > 3 || !isCapital(unit(small))) return false;
  let last = small + 1;
  while (last < end && isSmall(unit(last))) last++;
  return last === end && last > small + 1;
}

/** Whether the text before a name has come to an end, or to what looks like the end of an address. */
function isBehindText(from: i32, name: i32): bool {
  let before = name;
  while (before > from && unit(before - 1) === 0x20) before--;
  if (before === from) return false;
  const last = codeAt(before - 1);
  const closes = last === 0x2e || last === 0x29 || last === 0x22 || last === 0x201d;
  if (before === name)
    return closes && isCapital(unit(name)) && isCapital(unit(name + 1)) && isCapital(unit(name + 2));
  if (name - before > 8) return false;
  return (
    closes ||
    last === 0x21 ||
    last === 0x3f ||
    last === 0x3a ||
    last === 0x27 ||
    last === 0x2019 ||
    isBehind('***', from, before, false) ||
    isBehind('cfm', from, before, true) ||
    isBehind('END COMMENT', from, before, true) ||
    isBehind('END TEXT', from, before, true) ||
    isBehind('END SUMMARY', from, before, true) ||
    isBehind('END NOTE', from, before, true) ||
    isBehindAddress(from, before)
  );
}

/** Whether a word ends at an offset, and where asked for begins there as well. */
function isBehind(word: string, from: i32, end: i32, isWhole: bool): bool {
  const start = end - word.length;
  if (start < from || !printedAt(word, start)) return false;
  return !isWhole || start === from || !isWordSign(unit(start - 1));
}

/** Whether a long word with a slash or an underscore ends at an offset. */
function isBehindAddress(from: i32, end: i32): bool {
  let start = end;
  while (start > from && unit(start - 1) !== 0x20) start--;
  for (let at = start; at < end; at++) {
    const isJoint = unit(at) === 0x5f || unit(at) === 0x2f;
    if (isJoint && (at - start >= 6 || end - at > 6)) return true;
  }
  return false;
}

/** Whether what stands before a name is `Mr.`, an initial or the like. */
function isBehindAbbreviation(from: i32, name: i32): bool {
  let stop = name;
  while (stop > from && unit(stop - 1) === 0x20) stop--;
  stop--;
  if (stop <= from || unit(stop) !== 0x2e) return false;
  let start = stop;
  while (start > from && isWordSign(unit(start - 1))) start--;
  if (isAmong(ABBREVIATIONS, start, stop)) return true;
  if (stop - start !== 1 || !isLetter(unit(start))) return false;
  const isOfUs = start - 2 >= from && unit(start - 1) === 0x2e && (unit(start - 2) | 32) === 0x75;
  return !isOfUs;
}
