import { isDigit, isLetter } from './characters';
import { endOfLetters, FIELD, fieldEnd, LONGEST_FIELD } from './fieldText';
import { widthOf } from './text';

/** Where each part starts and ends. */
const PARTS: usize = memory.data(8 * (LONGEST_FIELD + 1), 16);

/** The number of parts into which the subject was cut: words and what stands between them, but for single blanks. */
export let partCount: i32 = 0;

/** Where a part stands, in UTF-8. */
export function partAt(index: i32): usize {
  return load<u32>(PARTS + ((<usize>index) << 3));
}

/** The number of bytes of a part. */
export function partLength(index: i32): i32 {
  return load<i32>(PARTS + ((<usize>index) << 3), 4);
}

/**
 * Reads the field as a subject, by the rules of server/src/cable/subject.ts, and cuts it as server/src/archive/base/subject.ts
 * does. False for one with character references, or with letters of which it does not know that they are.
 */
export function readSubject(): bool {
  partCount = 0;
  let end = fieldEnd;
  if (end > FIELD && load<u8>(end - 1) === BACKSLASH) end--;
  while (end > FIELD && load<u8>(end - 1) === BLANK) end--;
  let at = FIELD;
  while (at < end && load<u8>(at) === BLANK) at++;
  while (at < end) {
    const word = endOfWord(at);
    if (word > at) addPart(at, word);
    if (word === end) return true;
    at = endOfGap(word, end);
    if (at === 0) return false;
    const gap = squeezed(word, at);
    // No blank stands at either end, so that a single one has words on both sides.
    if (gap > 1 || load<u8>(word) !== BLANK) addPart(word, word + gap);
  }
  return true;
}

const BLANK: u8 = 0x20;
const BACKSLASH: u8 = 0x5c;

function addPart(start: usize, end: usize): void {
  const part = PARTS + ((<usize>partCount) << 3);
  store<u32>(part, <u32>start);
  store<i32>(part, <i32>(end - start), 4);
  partCount++;
}

/** The end of the letters and digits at a place. */
function endOfWord(start: usize): usize {
  let at = endOfLetters(start);
  while (load<u8>(at) >= 0x80 && kindOf(at) === WORD) at = endOfLetters(at + widthOf(load<u8>(at)));
  return at;
}

/** The end of the other signs at a place; 0 where the plain reader is not sure of them. */
function endOfGap(start: usize, end: usize): usize {
  let at = start;
  while (at < end) {
    const byte = load<u8>(at);
    if (byte < 0x80) {
      if (isLetter(byte) || isDigit(byte)) break;
      if (byte === 0x26 && load<u8>(at, 1) === 0x23) return 0;
      at++;
      continue;
    }
    const kind = kindOf(at);
    if (kind === WORD) break;
    if (kind === UNSURE) return 0;
    at += widthOf(byte);
  }
  return at;
}

/** Leaves of several blanks one; gives how many bytes are left. */
function squeezed(start: usize, end: usize): i32 {
  if (end - start === 1) return 1;
  let to = start;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte === BLANK && to > start && load<u8>(to - 1) === BLANK) continue;
    store<u8>(to, byte);
    to++;
  }
  return <i32>(to - start);
}

const WORD: i32 = 1;
const GAP: i32 = 0;
const UNSURE: i32 = -1;

/** Whether a character above ASCII is a letter or a digit. Those that English text has are known, and the letters of its neighbours. */
function kindOf(at: usize): i32 {
  const first = <i32>load<u8>(at);
  const second = <i32>load<u8>(at, 1) & 0x3f;
  if (first < 0xe0) {
    const code = ((first & 0x1f) << 6) | second;
    if (code >= 0x250) return UNSURE;
    return code >= 0xc0 ? (code === 0xd7 || code === 0xf7 ? GAP : WORD) : isLowWord(code) ? WORD : GAP;
  }
  if (first !== 0xe2) return UNSURE;
  // General punctuation: dashes, quotation marks, points.
  const code = (second << 6) | (<i32>load<u8>(at, 2) & 0x3f);
  return code >= 0x10 && code < 0x5f ? GAP : UNSURE;
}

/** ª ² ³ µ ¹ º ¼ ½ ¾ */
function isLowWord(code: i32): bool {
  switch (code) {
    case 0xaa:
    case 0xb2:
    case 0xb3:
    case 0xb5:
    case 0xb9:
    case 0xba:
    case 0xbc:
    case 0xbd:
    case 0xbe:
      return true;
    default:
      return false;
  }
}
