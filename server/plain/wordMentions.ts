import { isLetter, isSmall, isWhite, isWordSign, standsAt } from './characters';
import { keepMention } from './mentionList';
import { hasLabel, itemCount, itemLabel, itemPost, itemSerial, itemSource, itemYear } from './references';
import { codeAt, unit } from './text';

/** No list of letters is longer. */
const LONGEST_LIST: i32 = 32;

/** Where the word read last, with its letters, ends. */
let done: i32 = 0;

/** Whether a list of letters was too long. */
let isUnsure: bool = false;

/** The list of letters found last: where it starts and ends (-1 where there is none), and whether it is a range of two. */
let listStart: i32 = 0;
let listEnd: i32 = -1;
let isRange: bool = false;

/** Begins with a text that starts at an offset. */
export function beginWords(start: i32): void {
  done = start;
  isUnsure = false;
}

/**
 * Reads what begins at a mark with `ref` or `sep`: `septel`, `reftel`, `ref A`, `refs B and C`, `refs A-C`. False where that is not
 * sure.
 */
export function readWord(at: i32): bool {
  if (at < done || isWordSign(unit(at - 1))) return true;
  const isTel = standsAt('TEL', at + 3);
  const isSeptel = standsAt('SEP', at);
  if (isSeptel && !isTel) return true;
  let end = at + (isTel ? 6 : 3);
  if ((unit(end) | 32) === 0x73) end++;
  if (isWordSign(unit(end))) return true;
  findLetters(end);
  if (isUnsure) return false;
  if (listEnd < 0 && unit(end) === 0x2d) return true;
  done = max(end, listEnd);
  if (isSeptel) return true;
  if (listEnd >= 0 && isLetterList()) keepLetters(at);
  else if (isTel && itemCount === 1) keepItem(0, at, end);
  return true;
}

/** Finds the list of letters behind a word, which may stand in parentheses. */
function findLetters(from: i32): void {
  listEnd = -1;
  const at = skipWhite(from, 4);
  const blanks = at - from;
  if (blanks >= 1 && blanks <= 3) {
    listStart = at;
    listEnd = endOfList(at, 1, false);
  }
  if (listEnd >= 0 || blanks > 2 || unit(at) !== 0x28) return;
  listStart = at + 1;
  listEnd = endOfList(at + 1, 1, false);
}

/** Where a list ends whose next letter, the `count`-th, is at an offset, behind the joint of a range or another; -1 where there is none. */
function endOfList(at: i32, count: i32, behindRange: bool): i32 {
  const end = endOfLetter(at);
  if (end < 0) return -1;
  if (count === LONGEST_LIST) {
    isUnsure = true;
    return -1;
  }
  const whole = endOfMore(skipWhite(end, 2), count + 1);
  if (whole >= 0) return whole;
  if (isWordSign(unit(end)) || unit(end) === 0x2d || isApostrophe(end)) return -1;
  isRange = behindRange && count === 2;
  return end;
}

/** Where a letter ends, or one in parentheses; -1 where there is none. */
function endOfLetter(at: i32): i32 {
  if (isLetter(unit(at))) return at + 1;
  return unit(at) === 0x28 && isLetter(unit(at + 1)) && unit(at + 2) === 0x29 ? at + 3 : -1;
}

/** Where a list ends that goes on at an offset with what joins letters; -1 where it does not. */
function endOfMore(at: i32, count: i32): i32 {
  switch (unit(at)) {
    case 0x2c: {
      const end = endOfList(skipWhite(at + 1, 2), count, false);
      const and = skipWhite(at + 1, 1);
      return end < 0 && standsAt('AND', and) ? endOfList(skipWhite(and + 3, 2), count, false) : end;
    }
    case 0x26: // &
    case 0x2f: // a slash
      return endOfList(skipWhite(at + 1, 2), count, false);
    case 0x2d: // a hyphen
      return endOfList(skipWhite(at + 1, 2), count, true);
    case 0x41: // A
    case 0x61:
      return standsAt('AND', at) ? endOfList(skipWhite(at + 3, 2), count, false) : -1;
    case 0x54: // T
    case 0x74:
      if (standsAt('THROUGH', at)) return endOfList(skipWhite(at + 7, 2), count, true);
      return standsAt('THRU', at) ? endOfList(skipWhite(at + 4, 2), count, true) : -1;
    default:
      return -1;
  }
}

/** Behind so much white space, or less where there is less. */
function skipWhite(from: i32, most: i32): i32 {
  let at = from;
  while (at < from + most && isWhite(unit(at))) at++;
  return at;
}

function isApostrophe(at: i32): bool {
  return unit(at) === 0x27 || codeAt(at) === 0x2019;
}

/** `I` and `A` are words as well: they count as letters only where the list has them. */
function isLetterList(): bool {
  if (isSmall(unit(listStart))) return false;
  return listEnd > listStart + 1 || unit(listStart) !== 0x49 || hasLabel(0x49);
}

/** Keeps a mention for each letter; the letters of a range share the span of the range. */
function keepLetters(word: i32): void {
  const first = letterFrom(listStart);
  if (first < 0) return;
  const second = letterFrom(first + 1);
  if (isRange && second >= 0) {
    for (let letter = capitalAt(first); letter <= capitalAt(second); letter++)
      keepLetter(letter, word, listEnd);
    return;
  }
  for (let at = first; at >= 0; at = letterFrom(at + 1)) {
    const end = at + 1 < listEnd && unit(at + 1) === 0x29 ? at + 2 : at + 1;
    keepLetter(capitalAt(at), at === first ? word : at, end);
  }
}

/** Where the next letter of the list stands that no other one touches; -1 where there is none. */
function letterFrom(from: i32): i32 {
  for (let at = from; at < listEnd; at++) {
    if (!isLetter(unit(at)) || (at > listStart && isLetter(unit(at - 1)))) continue;
    if (at + 1 === listEnd || !isLetter(unit(at + 1))) return at;
  }
  return -1;
}

function capitalAt(at: i32): i32 {
  return unit(at) & ~32;
}

/** Keeps a mention of the first cable of the REF list that a letter labels. */
function keepLetter(letter: i32, start: i32, end: i32): void {
  for (let item = 0; item < itemCount; item++) {
    if (itemLabel(item) !== letter) continue;
    keepItem(item, start, end);
    return;
  }
}

function keepItem(item: i32, start: i32, end: i32): void {
  keepMention(start, end, itemPost(item), itemYear(item), itemSerial(item), itemSource(item));
}
