/** The keywords with which lines begin, in any case, as the patterns of server/src/cable/lines.ts find them. */

import { isDigit, isLetter, isWordSign, standsAt } from './characters';
import { countDigits, skipBlanks } from './lines';
import { BLANK, COLON, FULL_STOP } from './signs';
import { unit } from './text';

export const NO_KEYWORD: i32 = -1;
export const EXECUTIVE_ORDER: i32 = 0;
export const TAGS: i32 = 1;
export const SUBJECT: i32 = 2;
export const REFERENCES: i32 = 3;
export const AUTHORITY: i32 = 4;

/** Where the keyword found last ends. */
export let keywordEnd: i32 = 0;

/** The keyword of a preamble field with which a line begins; `NO_KEYWORD` where there is none. */
export function keywordAtStart(start: i32, end: i32): i32 {
  const keyword = keywordLike(start);
  if (keyword === NO_KEYWORD) return NO_KEYWORD;
  const found = endAtStart(keyword, start, end);
  if (found < 0) return NO_KEYWORD;
  keywordEnd = found;
  return keyword;
}

/** The keyword that may begin there, by its first two characters; `NO_KEYWORD` where none does. */
export function keywordLike(start: i32): i32 {
  const second = unit(start + 1) | 32;
  switch (unit(start) | 32) {
    case 0x65: // E, and behind it a stop, a blank or the O
      return second === 0x6f || !isLetter(second) ? EXECUTIVE_ORDER : NO_KEYWORD;
    case 0x74: // TA
      return second === 0x61 ? TAGS : NO_KEYWORD;
    case 0x73: // SU
      return second === 0x75 ? SUBJECT : NO_KEYWORD;
    case 0x75: // UB
      return second === 0x62 ? SUBJECT : NO_KEYWORD;
    case 0x72: // RE
      return second === 0x65 ? REFERENCES : NO_KEYWORD;
    case 0x70: // PR
      return second === 0x72 ? REFERENCES : NO_KEYWORD;
    case 0x63: // CL
      return second === 0x6c ? AUTHORITY : NO_KEYWORD;
    case 0x28: // a portion mark before CLASSIFIED
      return AUTHORITY;
    default:
      return NO_KEYWORD;
  }
}

/** Where a keyword at the start of a line ends; -1 where it does not stand there. */
function endAtStart(keyword: i32, start: i32, end: i32): i32 {
  switch (keyword) {
    case EXECUTIVE_ORDER:
      return endOfOrder(start, end);
    case TAGS:
      return endOfTags(start, end);
    case SUBJECT:
      return endOfSubject(start, end);
    case REFERENCES:
      return endOfReferences(start, end);
    default:
      return endOfAuthority(start, end);
  }
}

/** `E.O. 12958`, `EO12958`, `E. O. UNKNOWN`: up to the number or the word that stands for it. */
function endOfOrder(start: i32, end: i32): i32 {
  let at = skipBlanks(start + 1, end, 1);
  at = skipBlanks(isStop(unit(at)) ? at + 1 : at, end, 1);
  if ((unit(at) | 32) !== 0x6f && unit(at) !== 0x30) return -1;
  at++;
  at = skipBlanks(isStop(unit(at)) ? at + 1 : at, end, 1);
  if (unit(at) === COLON || unit(at) === FULL_STOP) at++;
  at = skipBlanks(at, end, 4);
  if (at >= end) return -1;
  const digits = countDigits(at, end);
  const isNumber = (digits === 4 || digits === 5) && !isWordSign(unit(at + digits));
  return isNumber || standsAt('UNKNOWN', at) || standsAt('N/A', at) ? at : -1;
}

function isStop(sign: i32): bool {
  return sign === FULL_STOP || sign === 0x2c;
}

/** `TAGS:`, `TAGS`, `TAG;` and then something; a sign behind which nothing stands is itself that something. */
function endOfTags(start: i32, end: i32): i32 {
  if (!standsAt('TAG', start)) return -1;
  let at = start + 3;
  if ((unit(at) | 32) === 0x65) at++;
  if ((unit(at) | 32) === 0x73) at++;
  if (isWordSign(unit(at))) return -1;
  at = skipBlanks(at, end, 3);
  if (at >= end) return -1;
  const hasSign = isStop(unit(at)) || unit(at) === COLON || unit(at) === 0x3b;
  if (hasSign && hasText(at + 1, end)) return at + 1;
  return hasText(at, end) ? at : -1;
}

/** Whether something stands behind nine blanks or fewer. */
function hasText(from: i32, end: i32): bool {
  const at = skipBlanks(from, end, 9);
  return at < end && unit(at) !== BLANK;
}

/** `SUBJECT:`, `SUBJ`, and what typists and scans made of them. */
function endOfSubject(start: i32, end: i32): i32 {
  let at = start;
  while (isLetter(unit(at)) && at < start + 8) at++;
  if (isWordSign(unit(at)) || !isSubject(start, at - start)) return -1;
  at = skipBlanks(at, end, 3);
  const hasSign = at < end && (unit(at) === COLON || unit(at) === 0x3b || unit(at) === FULL_STOP);
  return hasSign ? at + 1 : at;
}

function isSubject(start: i32, length: i32): bool {
  switch (length) {
    case 4:
      return standsAt('SUBJ', start);
    case 6:
      return (
        standsAt('UBJECT', start) ||
        standsAt('SUBECT', start) ||
        standsAt('SUBJEC', start) ||
        standsAt('SUBJCT', start) ||
        standsAt('SUBJET', start)
      );
    case 7:
      return standsAt('SUBJECT', start);
    default:
      return false;
  }
}

/** `REF:`, `REFTELS:`, `PROGRAM REF.`; without a sign where a label or a cable number follows. */
function endOfReferences(start: i32, end: i32): i32 {
  const word = standsAt('PROGRAM ', start) ? start + 8 : start;
  if (!standsAt('REF', word)) return -1;
  const behind = behindReferences(word);
  // Blanks may belong to the keyword or to what follows it: as many as possible belong to the keyword.
  for (let at = skipBlanks(behind, end, 3); at >= behind; at--) {
    if (at >= end) continue;
    const here = unit(at);
    if (here === COLON || here === 0x3b) return at + 1;
    if (here === FULL_STOP && at + 1 < end && unit(at + 1) === BLANK) return at + 1;
    if (here === BLANK && beginsReference(at + 1, end)) return at;
  }
  return -1;
}

/** The offset behind `REF`, `REFS`, `REF(S)`, `REFTEL`, `REFTELS`, `REFERENCE` or `REFERENCES`. */
export function behindReferences(word: i32): i32 {
  const at = word + 3;
  if (standsAt('(S)', at)) return at + 3;
  let behind = at;
  if (standsAt('TEL', at)) behind += 3;
  else if (standsAt('ERENCE', at)) behind += 6;
  return (unit(behind) | 32) === 0x73 ? behind + 1 : behind;
}

/** Whether a label (`A.`, `(B)`), a year before a name, or a name before a number begins. */
function beginsReference(at: i32, end: i32): bool {
  const letter = unit(at) === 0x28 ? at + 1 : at;
  if (letter + 1 < end && isLetter(unit(letter)) && isLabelSign(unit(letter + 1))) return true;
  const digits = countDigits(at, end);
  if (digits === 2 || digits === 4)
    return at + digits + 1 < end && unit(at + digits) === BLANK && isLetter(unit(at + digits + 1));
  let name = at;
  while (name <= at + 20 && name < end && isNameSign(unit(name))) name++;
  return name >= at + 3 && name <= at + 20 && name < end && isDigit(unit(name));
}

/** What stands behind the letter of a label: a full stop, a parenthesis or a colon. */
export function isLabelSign(sign: i32): bool {
  return sign === FULL_STOP || sign === 0x29 || sign === COLON;
}

function isNameSign(sign: i32): bool {
  return isLetter(sign) || sign === BLANK || sign === FULL_STOP;
}

/** `CLASSIFIED BY:`, which may have a portion mark before it. */
function endOfAuthority(start: i32, end: i32): i32 {
  let at = start;
  if (unit(at) === 0x28) {
    const mark = ++at;
    while (isLetter(unit(at)) || unit(at) === 0x2f) at++;
    if (at === mark || at > mark + 5 || unit(at) !== 0x29) return -1;
    at = skipBlanks(at + 1, end, 3);
  }
  if (!standsAt('CLAS', at)) return -1;
  at += 4;
  if ((unit(at) | 32) === 0x73) at++;
  if ((unit(at) | 32) === 0x69) at++;
  if (!standsAt('FIED', at) || unit(at + 4) !== BLANK) return -1;
  at = skipBlanks(at + 4, end, 3);
  if (!standsAt('BY', at) || at + 2 > end || isWordSign(unit(at + 2))) return -1;
  at = skipBlanks(at + 2, end, 3);
  return at < end && unit(at) === COLON ? at + 1 : at;
}
