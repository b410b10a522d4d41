import { isCapital } from './characters';
import { endOfLetters, FIELD, fieldEnd, LONGEST_FIELD } from './fieldText';
import { isEqual } from './strings';
import { isTag } from './tables';

/** A field with more words or tags than this is left to the parser. */
const MOST: i32 = 256;

/** Where the words since the last comma stand, and their lengths. */
const WORDS: usize = memory.data(8 * MOST, 16);

/** Where the tags stand, and their lengths. */
const FOUND: usize = memory.data(8 * MOST, 16);

/** The tags of several words. */
const TITLES: usize = memory.data(2 * LONGEST_FIELD, 16);

/** The number of different tags of the field, those left out that `isRunTogether` tells. */
export let tagCount: i32 = 0;

let wordCount: i32 = 0;
let titlesEnd: usize = TITLES;
let isFull: bool = false;

/** Where a tag stands, in capitals. */
export function tagAt(index: i32): usize {
  return placeIn(FOUND, index);
}

/** The number of bytes of a tag. */
export function tagLength(index: i32): i32 {
  return lengthIn(FOUND, index);
}

/**
 * Reads the field as TAGS, by the rules of server/src/cable/tagsLine.ts. False where something is not ASCII, where a page heading may
 * stand within, and for a very long field.
 */
export function readTags(): bool {
  tagCount = 0;
  wordCount = 0;
  titlesEnd = TITLES;
  isFull = false;
  isVisit = false;
  if (!toCapitals()) return false;
  let at = FIELD;
  while (at < fieldEnd) {
    const sign = load<u8>(at);
    if (sign === COMMA || sign === SEMICOLON) {
      settle();
      at++;
    } else if (sign === OPENING) at = readPerson(at);
    else if (sign === BRACKET) at = readLink(at);
    else if (endsWord(sign)) at++;
    else at = readWord(at);
  }
  settle();
  leaveOutRunTogether();
  return !isFull;
}

const BLANK: u8 = 0x20;
const OPENING: u8 = 0x28;
const CLOSING: u8 = 0x29;
const COMMA: u8 = 0x2c;
const SEMICOLON: u8 = 0x3b;
const BRACKET: u8 = 0x5b;
const END_BRACKET: u8 = 0x5d;

/** Puts the field in capitals. False where something is not ASCII, or the word PAGE stands. */
function toCapitals(): bool {
  for (let at = FIELD; at < fieldEnd; at += 16) {
    const here = v128.load(at);
    if (i8x16.bitmask(here) !== 0 || holdsPage(at, here)) return false;
    const small = i8x16.lt_u(i8x16.sub(here, i8x16.splat(0x61)), i8x16.splat(26));
    v128.store(at, v128.xor(here, v128.and(small, i8x16.splat(32))));
  }
  return true;
}

/** Whether PAGE begins among the sixteen bytes at a place. */
function holdsPage(at: usize, here: v128): bool {
  const isP = i8x16.eq(here, i8x16.splat(0x50));
  let left = i8x16.bitmask(v128.and(isP, i8x16.eq(v128.load(at, 1), i8x16.splat(0x41))));
  for (; left !== 0; left &= left - 1) if (load<u32>(at + ctz(left)) === PAGE) return true;
  return false;
}

/** `PAGE` as four bytes. */
const PAGE: u32 = 0x45474150;

function endsWord(sign: u8): bool {
  return (
    sign === BLANK ||
    sign === COMMA ||
    sign === SEMICOLON ||
    sign === OPENING ||
    sign === CLOSING ||
    sign === BRACKET ||
    sign === END_BRACKET
  );
}

/** Reads a word; gives where it ends. What has neither letter nor digit is none. */
function readWord(start: usize): usize {
  let at = endOfLetters(start);
  let holdsCode = at > start;
  while (at < fieldEnd && !endsWord(load<u8>(at))) {
    const end = endOfLetters(at);
    if (end > at) holdsCode = true;
    at = max(end, at + 1);
  }
  if (holdsCode) wordCount = listed(WORDS, wordCount, start, <i32>(at - start));
  return at;
}

/** Reads the person whom a parenthesis may hold; gives where to go on. */
function readPerson(start: usize): usize {
  const person = start + (load<u8>(start, 1) === BLANK ? 2 : 1);
  if (!isCapital(load<u8>(person))) return start + 1;
  let end = person + 1;
  while (end <= person + 60 && isInside(end)) end++;
  if (load<u8>(end) !== CLOSING) return start + 1;
  settle();
  let last = end;
  while (load<u8>(last - 1) === BLANK) last--;
  addTag(person, <i32>(last - person));
  return end + 1;
}

function isInside(at: usize): bool {
  const sign = load<u8>(at);
  return at < fieldEnd && sign !== OPENING && sign !== CLOSING;
}

/** Reads the code that a link of a web copy may hold: `[PREL](/tag/PREL_0.html)`; gives where to go on. */
function readLink(start: usize): usize {
  const code = start + 1;
  const end = endOfRun(code, END_BRACKET, 40);
  if (end === code || load<u8>(end) !== END_BRACKET || load<u8>(end, 1) !== OPENING) return code;
  const behind = endOfRun(end + 2, CLOSING, 300);
  if (load<u8>(behind) !== CLOSING) return code;
  settle();
  addTag(code, <i32>(end - code));
  return behind + 1;
}

/** The end of up to `most` signs that are neither a blank nor `end`. */
function endOfRun(start: usize, end: u8, most: i32): usize {
  let at = start;
  while (at < fieldEnd && at < start + most && load<u8>(at) !== BLANK && load<u8>(at) !== end) at++;
  return at;
}

/** Makes tags of the words since the last comma, and forgets them. */
function settle(): void {
  const count = wordCount;
  wordCount = 0;
  if (count === 1) {
    addWords(0, 1);
    return;
  }
  for (let i = 0; i < count; i++) {
    let next = i;
    let isLong = false;
    for (; next < count && !isCode(next); next++) if (lengthIn(WORDS, next) > LONGEST_CODE) isLong = true;
    if (next - i < 2 || !isLong) addWords(i, next);
    else if (isVisit && (next - i) % 2 === 0) {
      for (let k = i; k < next; k += 2) addTitle(k, k + 2, true);
    } else addTitle(i, next, false);
    if (next < count) addWords(next, next + 1);
    i = next;
  }
}

const LONGEST_CODE: i32 = 5;

/** Adds each of some words. */
function addWords(from: i32, to: i32): void {
  for (let i = from; i < to; i++) addTag(placeIn(WORDS, i), lengthIn(WORDS, i));
}

/** Adds some words as one tag, with commas between the names of a person. */
function addTitle(from: i32, to: i32, isPerson: bool): void {
  const start = titlesEnd;
  for (let i = from; i < to; i++) {
    if (i > from) {
      if (isPerson) write(COMMA);
      write(BLANK);
    }
    memory.copy(titlesEnd, placeIn(WORDS, i), lengthIn(WORDS, i));
    titlesEnd += lengthIn(WORDS, i);
  }
  addTag(start, <i32>(titlesEnd - start));
}

function write(sign: u8): void {
  store<u8>(titlesEnd, sign);
  titlesEnd++;
}

/** Whether the tag read last is the code for visits, behind which persons are named. */
let isVisit: bool = false;

/** `OVIP` as four bytes. */
const VISITS: u32 = 0x5049564f;

/** Adds a tag that is not there yet. */
function addTag(at: usize, length: i32): void {
  isVisit = length === 4 && load<u32>(at) === VISITS;
  if (!isFound(at, length)) tagCount = listed(FOUND, tagCount, at, length);
}

function isFound(at: usize, length: i32): bool {
  for (let i = 0; i < tagCount; i++)
    if (tagLength(i) === length && isEqual(tagAt(i), at, length)) return true;
  return false;
}

/** Whether a word is a code that is known, or two run together. */
function isCode(word: i32): bool {
  const at = placeIn(WORDS, word);
  const length = lengthIn(WORDS, word);
  return isTag(at, length) || lengthOfHalf(at, length) > 0;
}

/** The length of the first of the two codes that an unknown code consists of; 0 where there are none or several. */
function lengthOfHalf(at: usize, length: i32): i32 {
  if (length < 6 || length > 9 || isTag(at, length)) return 0;
  const first = isTag(at, 4) && isTag(at + 4, length - 4);
  const second = length !== 8 && isTag(at, length - 4) && isTag(at + length - 4, 4);
  if (first) return second ? 0 : 4;
  return second ? length - 4 : 0;
}

/** Leaves out two codes that a page break ran together where both stand there by themselves. */
function leaveOutRunTogether(): void {
  let kept = 0;
  // Those kept move up over those left out, which are too long to be half of another.
  for (let i = 0; i < tagCount; i++)
    if (!isRunTogether(i)) kept = listed(FOUND, kept, tagAt(i), tagLength(i));
  tagCount = kept;
}

function isRunTogether(index: i32): bool {
  const at = tagAt(index);
  const length = tagLength(index);
  const half = lengthOfHalf(at, length);
  return half > 0 && isFound(at, half) && isFound(at + half, length - half);
}

/** Writes where something stands, and its length, behind so many in a list; gives how many there are. */
function listed(list: usize, count: i32, at: usize, length: i32): i32 {
  if (count === MOST) {
    isFull = true;
    return count;
  }
  const place = list + ((<usize>count) << 3);
  store<u32>(place, <u32>at);
  store<i32>(place, length, 4);
  return count + 1;
}

function placeIn(list: usize, index: i32): usize {
  return load<u32>(list + ((<usize>index) << 3));
}

function lengthIn(list: usize, index: i32): i32 {
  return load<i32>(list + ((<usize>index) << 3), 4);
}
