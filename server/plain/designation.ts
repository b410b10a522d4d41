import { isLetter, isWordSign, printedAt, standsAt } from './characters';
import { mayBeginDesignation } from './designationLetters';
import { unit } from './text';

/** A classification that is spelled soundly, with or without blanks between its letters, in either case. */
export const SOUND: i32 = 1;

/** Letters that may be those of a classification, one of them doubled, lost, stray or changed. */
export const DAMAGED: i32 = 2;

/** A line that begins with no classification. */
export const NONE: i32 = 0;

/** How many words there are. */
const WORDS: i32 = 6;

/** So much of a line is looked at, and so many of its letters. */
const REACH: i32 = 90;
const MOST: i32 = 24;

/** The first letters of a line as capitals, zeros behind them, and for each of them where it ends on its line. */
const LETTERS: usize = memory.data(2 * MOST, 16);
const ENDS: usize = memory.data(MOST, 8);

/** The classification read last, as codes.ts numbers it. */
export let designated: i32 = 0;

/** How many characters of its line it takes. */
export let designationLength: i32 = 0;

/** How many letters of the line are in `LETTERS`. */
let letterCount: i32 = 0;

/** Reads the classification with which a line begins: `SOUND`, `DAMAGED` or `NONE`. */
export function readDesignation(start: i32, end: i32): i32 {
  if (!mayBegin(start) || !mayBeginDesignation(start, end)) return NONE;
  for (let index = 0; index < WORDS; index++)
    if (printedAt(wordOf(index), start) && take(index, wordOf(index).length, start, end)) return SOUND;
  readLetters(start, end);
  for (let index = 0; index < WORDS; index++)
    if (isSame(wordOf(index), 0, 0) && take(index, endOf(wordOf(index).length), start, end)) return SOUND;
  for (let index = 0; index < WORDS; index++) if (isLike(wordOf(index))) return DAMAGED;
  return NONE;
}

/** A quick look that spares nearly all lines the closer one: at two letters, and at what else begins with letters. */
function mayBegin(start: i32): bool {
  let second = start + 1;
  while (unit(second) === 0x20) second++;
  if (!isFirstLetter(unit(start) & ~32) && !isSecondLetter(unit(second) & ~32)) return false;
  if (standsAt('TO', start) && !isWordSign(unit(start + 2))) return false;
  // A routing indicator, or a classification that a slash follows.
  let at = start;
  while (isLetter(unit(at))) at++;
  return unit(at) !== 0x2f || at < start + 3;
}

/** U, C, S, T or L. */
function isFirstLetter(letter: i32): bool {
  return letter === 0x55 || letter === 0x43 || letter === 0x53 || letter === 0x54 || letter === 0x4c;
}

/** The second letter of a word, or its third where another was lost: N, O, E, I, C, P or M. */
function isSecondLetter(letter: i32): bool {
  return (
    letter === 0x4e ||
    letter === 0x4f ||
    letter === 0x45 ||
    letter === 0x49 ||
    letter === 0x43 ||
    letter === 0x50 ||
    letter === 0x4d
  );
}

/** Reads the letters and blanks with which a line begins. */
function readLetters(start: i32, end: i32): void {
  const stop = min(end, start + REACH);
  letterCount = 0;
  for (let at = start; at < stop && letterCount < MOST; at++) {
    if (unit(at) === 0x20) continue;
    if (!isLetter(unit(at))) break;
    store<u8>(LETTERS + letterCount, <u8>(unit(at) & ~32));
    store<u8>(ENDS + letterCount, <u8>(at + 1 - start));
    letterCount += 1;
  }
  store<u64>(LETTERS + letterCount, 0);
}

/** The words, the longer of two that begin alike first, as the parser tries them. */
function wordOf(index: i32): string {
  switch (index) {
    case 0:
      return 'UNCLASSIFIED';
    case 1:
      return 'UNCLAS';
    case 2:
      return 'CONFIDENTIAL';
    case 3:
      return 'SECRET';
    case 4:
      return 'TOPSECRET';
    default:
      return 'LIMITEDOFFICIALUSE';
  }
}

/** What the words mean, as codes.ts numbers it. */
function codeOf(index: i32): i32 {
  if (index <= 1) return 1;
  if (index <= 3) return index + 1;
  return index === 4 ? 5 : 2;
}

/** Whether the rest of a word, from `from` on, stands among the letters at `at`. */
function isSame(word: string, from: i32, at: i32): bool {
  const length = word.length - from;
  if (at + length > letterCount) return false;
  for (let i = 0; i < length; i++)
    if (<i32>load<u8>(LETTERS + at + i) !== word.charCodeAt(from + i)) return false;
  return true;
}

/** Whether the letters begin with a word of which one letter is doubled, lost, stray or changed. */
function isLike(word: string): bool {
  let same = 0;
  while (same < word.length && <i32>load<u8>(LETTERS + same) === word.charCodeAt(same)) same++;
  if (same < word.length && isSame(word, same, same + 1)) return true;
  return word.length - same > 1 && (isSame(word, same + 1, same) || isSame(word, same + 1, same + 1));
}

/** Takes a word of so many characters, where it ends before a blank, the end of the line, a slash, or `SECTION` glued to it. */
function take(index: i32, length: i32, start: i32, end: i32): bool {
  const behind = start + length;
  if (behind < end && unit(behind) !== 0x20 && unit(behind) !== 0x2f && !standsAt('SECTION', behind))
    return false;
  designated = codeOf(index);
  designationLength = length;
  return true;
}

/** Where a letter ends, counted from 1. */
function endOf(letter: i32): i32 {
  return load<u8>(ENDS + letter - 1);
}
