/** The keywords of fields that copies have glued to one line, as server/src/cable/lines.ts finds them inside it. */
import { isLetter, isWordSign, standsAt } from './characters';
import {
  behindReferences,
  EXECUTIVE_ORDER,
  keywordLike,
  NO_KEYWORD,
  REFERENCES,
  SUBJECT,
  TAGS,
} from './keywords';
import { countDigits, skipBlanks } from './lines';
import { unit } from './text';

/** Any keyword, with a colon or without. */
export const ANY_KEYWORD: i32 = 0xffff;

const BLANK: i32 = 0x20;
const COLON: i32 = 0x3a;
const FULL_STOP: i32 = 0x2e;

/** Where the keyword found last starts. */
export let insideStart: i32 = 0;

/** Where it ends. */
export let insideEnd: i32 = 0;

/** Where what makes it one ends: the number of an order is no part of the keyword. */
let behind: i32 = 0;

/**
 * The first wanted keyword inside a line, at or behind the offset `from`; `NO_KEYWORD` where there is none. `wanted` has the bit
 * `1 << keyword` for one that ends with a colon, and the bit `256 << keyword` for one that does not.
 */
export function keywordInside(start: i32, end: i32, from: i32, wanted: i32): i32 {
  for (let at = max(from, start + 1); at < end - 1; at++) {
    if (unit(at - 1) !== BLANK) continue;
    const keyword = keywordLike(at);
    if (keyword === NO_KEYWORD || !endsInside(keyword, at, end)) continue;
    const hasColon = unit(behind - 1) === COLON;
    if ((wanted & ((hasColon ? 1 : 256) << keyword)) !== 0) {
      insideStart = at;
      return keyword;
    }
    at = behind - 1;
  }
  return NO_KEYWORD;
}

/** Whether a keyword stands inside a line; tells where it ends. These are stricter than those at its start. */
function endsInside(keyword: i32, start: i32, end: i32): bool {
  let at = start;
  switch (keyword) {
    case EXECUTIVE_ORDER:
      return endsOrderInside(start, end);
    case TAGS:
      return endsTagsInside(start, end);
    case SUBJECT:
      if (standsAt('SUBJECT:', start)) at = start + 8;
      else if (standsAt('SUBJ:', start)) at = start + 5;
      else return false;
      break;
    case REFERENCES:
      if (!standsAt('REF', start)) return false;
      at = behindReferences(start);
      if (unit(at) !== COLON) return false;
      at++;
      break;
    default:
      if (!standsAt('CLASSIFIED BY', start)) return false;
      at = start + 13;
      if (at < end && isWordSign(unit(at))) return false;
      if (at < end && unit(at) === COLON) at++;
  }
  insideEnd = at;
  behind = at;
  return at <= end;
}

/** `E.O. 12958`, five digits. */
function endsOrderInside(start: i32, end: i32): bool {
  if (unit(start + 1) !== FULL_STOP) return false;
  let at = skipBlanks(start + 2, end, 1);
  if ((unit(at) | 32) !== 0x6f) return false;
  at++;
  if (unit(at) === FULL_STOP) at++;
  at = skipBlanks(at, end, 1);
  if (unit(at) === COLON) at++;
  at = skipBlanks(at, end, 1);
  if (countDigits(at, end) !== 5 || isWordSign(unit(at + 5))) return false;
  insideEnd = at;
  behind = at + 5;
  return true;
}

/** `TAGS:`, or `TAGS` with one blank and a code of four letters behind it. */
function endsTagsInside(start: i32, end: i32): bool {
  if (!standsAt('TAG', start)) return false;
  let at = start + 3;
  if ((unit(at) | 32) === 0x73) at++;
  if (at >= end) return false;
  if (unit(at) === BLANK) {
    for (let letter = 1; letter <= 4; letter++) if (!isLetter(unit(at + letter))) return false;
    if (isWordSign(unit(at + 5))) return false;
  } else if (unit(at) !== COLON) return false;
  insideEnd = at + 1;
  behind = at + 1;
  return true;
}
