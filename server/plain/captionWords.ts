/** The words and phrases of captions by their first letters, for a line is compared with few of them then. */
import { isCapital } from './characters';
import { CAPTIONS } from './reference';
import { isEqual } from './strings';

const MOST: i32 = 256;

/** Of each word and phrase its place, its length and the number of the next one with its first letter. */
const ENTRIES: usize = memory.data(12 * MOST, 4);

/** For each letter the first word and the first phrase that begin with it, and the lengths of the words as bits. */
const WORDS: usize = memory.data(4 * 26, 4);
const PHRASES: usize = memory.data(4 * 26, 4);
const LENGTHS: usize = memory.data(4 * 26, 4);

/** Entries are counted from 1, so that 0 is none. */
let entryCount: i32 = 0;

learn();

/** Whether a word of a caption begins with a letter, in either case, and has so many of them. */
export function mayBeWord(letter: i32, length: i32): bool {
  return length < 32 && ((load<u32>(headOf(LENGTHS, letter)) >> length) & 1) === 1;
}

/** Whether so many capitals at a place are a word of a caption. */
export function isWord(place: usize, length: i32): bool {
  for (let entry = firstAt(WORDS, place); entry > 0; entry = nextOf(entry))
    if (lengthOf(entry) === length && isEqual(place, placeOf(entry), length)) return true;
  return false;
}

/** The length of the longest phrase that stands at a place and ends before a blank or a zero; 0 where none does. */
export function phraseLength(place: usize): i32 {
  let longest = 0;
  for (let entry = firstAt(PHRASES, place); entry > 0; entry = nextOf(entry)) {
    const length = lengthOf(entry);
    const behind = load<u8>(place + length);
    if (length > longest && (behind === 0 || behind === 0x20) && isEqual(place, placeOf(entry), length))
      longest = length;
  }
  return longest;
}

/** Phrases stand one behind the other, each behind a byte with its length; the last one is empty. */
function learn(): void {
  // `REL`, which is none of the phrases, begins one, too.
  learnLength(0x52, 3);
  for (let phrase = CAPTIONS; load<u8>(phrase) > 0; ) {
    const end = phrase + 1 + <usize>load<u8>(phrase);
    add(PHRASES, phrase + 1, <i32>(end - phrase - 1));
    for (let word = phrase + 1; word < end; ) {
      let behind = word;
      while (behind < end && isCapital(load<u8>(behind))) behind++;
      add(WORDS, word, <i32>(behind - word));
      learnLength(load<u8>(word), <i32>(behind - word));
      word = behind + 1;
    }
    phrase = end;
  }
}

function learnLength(letter: i32, length: i32): void {
  const lengths = headOf(LENGTHS, letter);
  store<u32>(lengths, load<u32>(lengths) | (1 << length));
}

function add(heads: usize, place: usize, length: i32): void {
  if (entryCount + 1 >= MOST) unreachable();
  entryCount += 1;
  const head = headOf(heads, load<u8>(place));
  store<u32>(entryAt(entryCount), <u32>place);
  store<i32>(entryAt(entryCount), length, 4);
  store<i32>(entryAt(entryCount), load<i32>(head), 8);
  store<i32>(head, entryCount);
}

/** Where what is kept for a letter, in either case, has its place. */
function headOf(heads: usize, letter: i32): usize {
  return heads + ((<usize>((letter | 32) - 0x61)) << 2);
}

function firstAt(heads: usize, place: usize): i32 {
  const letter = load<u8>(place);
  return isCapital(letter) ? load<i32>(headOf(heads, letter)) : 0;
}

function entryAt(entry: i32): usize {
  return ENTRIES + <usize>entry * 12;
}

function placeOf(entry: i32): usize {
  return load<u32>(entryAt(entry));
}

function lengthOf(entry: i32): i32 {
  return load<i32>(entryAt(entry), 4);
}

function nextOf(entry: i32): i32 {
  return load<i32>(entryAt(entry), 8);
}
