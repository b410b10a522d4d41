import { isWord, mayBeWord, phraseLength } from './captionWords';
import { isLetter, isSmall, isWhite, standsAt } from './characters';
import { LONGEST as LONGEST_TEXT, unit } from './text';

/** What `captionsOf` gives for a line that holds something else. */
export const NO_CAPTIONS: i32 = -1;

/** What it gives where only the parser can tell. */
export const UNSURE: i32 = -2;

/** No line of captions is longer. */
const LONGEST: i32 = 120;

/** The captions found last and those kept, a start and an end of four bytes each. No caption has fewer than three letters. */
const FOUND: usize = memory.data(8 * LONGEST, 8);
const KEPT: usize = memory.data(8 * (LONGEST_TEXT / 4 + LONGEST), 8);

/** A line in capitals, with one blank between its words and zeros behind it. */
const LINE: usize = memory.data(LONGEST + 16, 16);

/** Of each of its words where it starts and ends in the text, and where it starts in `LINE`. */
const WORDS: usize = memory.data(12 * LONGEST, 4);

/** The captions kept of the cable at hand, in order: those of its class line, then those above and those within its text. */
export let captionCount: i32 = 0;

/** The letters of `REL`, with which other words than those of captions may follow. */
const REL: u32 = 0x4c4552;

let foundCount: i32 = 0;
let wordCount: i32 = 0;

/** Where a caption starts that `captionsOf` or `captionsAboveText` has found last, counted from 0. */
export function foundStart(index: i32): i32 {
  return load<i32>(FOUND + ((<usize>index) << 3));
}

/** Where it ends. */
export function foundEnd(index: i32): i32 {
  return load<i32>(FOUND + ((<usize>index) << 3), 4);
}

/** Where a kept caption starts, blanks and slashes around it left out. */
export function captionStart(index: i32): i32 {
  return load<i32>(KEPT + ((<usize>index) << 3));
}

/** Where a kept caption ends. */
export function captionEnd(index: i32): i32 {
  return load<i32>(KEPT + ((<usize>index) << 3), 4);
}

/** Writes a kept caption as the parser gives it, in capitals and with one blank between words; gives how many bytes it has. */
export function writeCaption(index: i32, to: usize): i32 {
  const end = captionEnd(index);
  let next = to;
  for (let at = captionStart(index); at < end; at++) {
    if (!isSeparator(unit(at))) store<u8>(next++, capital(unit(at)));
    else if (load<u8>(next - 1) !== 0x20) store<u8>(next++, 0x20);
  }
  return <i32>(next - to);
}

/** Forgets the captions of another cable. */
export function forgetCaptions(): void {
  captionCount = 0;
}

/** Keeps the captions found last. */
export function keepCaptions(): void {
  for (let i = 0; i < foundCount; i++) keepCaption(foundStart(i), foundEnd(i));
}

/** Keeps the caption of a span. */
export function keepCaption(start: i32, end: i32): void {
  store<i32>(KEPT + ((<usize>captionCount) << 3), start);
  store<i32>(KEPT + ((<usize>captionCount) << 3), end, 4);
  captionCount += 1;
}

/** How many captions a line has that holds nothing else, its blanks at the ends left out; `NO_CAPTIONS` or `UNSURE` otherwise. */
export function captionsOf(start: i32, end: i32): i32 {
  foundCount = 0;
  if (end - start > LONGEST || !mayBeginCaption(start, end)) return NO_CAPTIONS;
  if (!readWords(start, end)) return UNSURE;
  for (let word = 0; word < wordCount; ) {
    const words = captionLengthAt(word);
    if (words === 0) {
      foundCount = 0;
      return NO_CAPTIONS;
    }
    store<i32>(FOUND + ((<usize>foundCount) << 3), load<i32>(wordAt(word)));
    store<i32>(FOUND + ((<usize>foundCount) << 3), load<i32>(wordAt(word + words - 1), 4), 4);
    foundCount += 1;
    word += words;
  }
  return foundCount;
}

/** The same for a line above the text, which may say the classification once more before them: `SECRET/NOFORN`. */
export function captionsAboveText(start: i32, end: i32): i32 {
  const found = captionsOf(start, end);
  if (found !== NO_CAPTIONS) return found;
  const behind = behindDesignation(start);
  return behind < 0 || behind >= end ? NO_CAPTIONS : captionsOf(behind, end);
}

/** Where a line goes on with a letter behind a classification and a slash, two slashes or one to eight blanks; -1 where it does not. */
function behindDesignation(start: i32): i32 {
  const designation = designationLength(start);
  if (designation === 0) return -1;
  let at = start + designation;
  const from = at;
  while (unit(at) === 0x20) at++;
  if (unit(at) === 0x2f) {
    if (at > from + 1) return -1;
    at += unit(at + 1) === 0x2f ? 2 : 1;
    if (unit(at) === 0x20) at++;
  } else if (at === from || at > from + 8) return -1;
  return isLetter(unit(at)) ? at : -1;
}

/** The length of the classification with which a line begins, or 0. */
function designationLength(start: i32): i32 {
  if (standsAt('TOP SECRET', start)) return 10;
  if (standsAt('SECRET', start)) return 6;
  if (standsAt('CONFIDENTIAL', start)) return 12;
  if (standsAt('UNCLASSIFIED', start)) return 12;
  if (standsAt('UNCLAS', start)) return 6;
  return standsAt('LIMITED OFFICIAL USE', start) ? 20 : 0;
}

/** Whether a line begins with a word that occurs in a caption. */
function mayBeginCaption(start: i32, end: i32): bool {
  const first = unit(start);
  if (!isLetter(first)) return false;
  let at = start + 1;
  while (at < end && isLetter(unit(at))) at++;
  const length = at - start;
  if (!mayBeWord(first, length)) return false;
  for (let i = 0; i < length; i++) store<u8>(LINE + i, capital(unit(start + i)));
  return (length === 3 && (load<u32>(LINE) & 0xffffff) === REL) || isWord(LINE, length);
}

/** Writes the words of a line to `LINE` and `WORDS`. False where not all of it is ASCII: capitals of other letters may be ASCII. */
function readWords(start: i32, end: i32): bool {
  let to = LINE;
  wordCount = 0;
  for (let at = start; at < end; at++) {
    if (isSeparator(unit(at))) continue;
    if (wordCount > 0) store<u8>(to++, 0x20);
    const word = wordAt(wordCount);
    store<i32>(word, at);
    store<i32>(word, <i32>(to - LINE), 8);
    for (; at < end && !isSeparator(unit(at)); at++) {
      if (unit(at) > 0x7f) return false;
      store<u8>(to++, capital(unit(at)));
    }
    store<i32>(word, at, 4);
    wordCount += 1;
  }
  store<u64>(to, 0);
  return true;
}

/** How many words the longest caption has that begins with a word; 0 where none does. `REL TO …` goes on to the end of its line. */
function captionLengthAt(first: i32): i32 {
  const at = LINE + load<i32>(wordAt(first), 8);
  if (first + 2 < wordCount && isRelTo(at)) return wordCount - first;
  const longest = phraseLength(at);
  let end = first;
  const from = <i32>(at - LINE);
  while (end < wordCount && load<i32>(wordAt(end), 8) < from + longest) end++;
  return end - first;
}

/** Whether `REL ` and `TO ` stand at a place of `LINE`. */
function isRelTo(at: usize): bool {
  return load<u32>(at) === 0x204c4552 && (load<u32>(at, 4) & 0xffffff) === 0x204f54;
}

function wordAt(index: i32): usize {
  return WORDS + <usize>index * 12;
}

/** What stands between the words of captions. */
function isSeparator(unit: i32): bool {
  return isWhite(unit) || unit === 0x2f || unit === 0x2c;
}

function capital(unit: i32): u8 {
  return <u8>(isSmall(unit) ? unit - 32 : unit);
}
