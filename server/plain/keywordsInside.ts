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
import { BLANK, COLON, FULL_STOP } from './signs';
import { TEXT, unit } from './text';

/** For the last four bits of RE, SU, TA, E and a stop, CL: the second sign. Other letters have the same bits. */
const SECONDS: v128 = i8x16(0, 0, 0x65, 0x75, 0x61, 0x2e, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const OTHER_SECONDS: v128 = i8x16(0, 0, 0, 0x6c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

/** Any keyword, with a colon or without. */
export const ANY_KEYWORD: i32 = 0xffff;

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
  let at = nextLike(max(from, start + 1), end);
  while (at < end) {
    const keyword = keywordLike(at);
    const isKeyword = keyword !== NO_KEYWORD && endsInside(keyword, at, end);
    if (isKeyword && (wanted & (wayOf(unit(behind - 1)) << keyword)) !== 0) {
      insideStart = at;
      return keyword;
    }
    at = nextLike(isKeyword ? behind : at + 1, end);
  }
  return NO_KEYWORD;
}

/** The bit in `wanted` for the first keyword, if it ends with a sign. */
function wayOf(sign: i32): i32 {
  return sign === COLON ? 1 : 256;
}

/** The first offset from `from` on at which a keyword may begin behind a blank, by its first two characters; `end` or more where there is none. */
function nextLike(from: i32, end: i32): i32 {
  const low = i8x16.splat(0x0f);
  const small = i8x16.splat(0x20);
  for (let at = from; at < end; at += 16) {
    const behindBlank = i8x16.eq(v128.load(TEXT + at - 1), small);
    const letter = v128.and(v128.load(TEXT + at), low);
    const second = v128.or(v128.load(TEXT + at, 1), small);
    const isSecond = v128.or(
      i8x16.eq(second, i8x16.swizzle(SECONDS, letter)),
      i8x16.eq(second, i8x16.swizzle(OTHER_SECONDS, letter)),
    );
    const bits = i8x16.bitmask(v128.and(behindBlank, isSecond));
    if (bits !== 0) return at + ctz(bits);
  }
  return end;
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
