import { isCapital, isSmall, isWordSign } from './characters';
import { serialEnd, serialStart, wordCount, wordEnd, wordStart } from './numberPattern';
import { placeOf, unitAt } from './slice';
import { isKnown, postLength, postLetters, postOf, spell } from './stations';
import { isEqual } from './strings';
import { isNoStation, knownStation } from './tables';

/*
 * The station that the words of a number name, as `stationIn` of server/src/cable/citation.ts tells it.
 */

/** No station, or none that is wanted. */
export const NONE: i32 = -1;
/** The plain reader is not sure. */
export const UNSURE: i32 = -2;

/** Where the station's name starts. */
export let stationStart: i32 = 0;

/** Whether the name, as it is understood, begins with a capital. */
export let isNameCapital: bool = false;

const MOST_LETTERS = 256;
const LETTERS: usize = memory.data(MOST_LETTERS + 16, 8);
/** Where the letters of each word start, and where those of the last one end. */
const LETTER_STARTS: usize = memory.data(4 * 8, 4);

/**
 * The station of the match at hand, by its number: the longest known name that ends the words, or a beginning of `own`, the name of
 * the citing post; the same before a short code (`MADRID SP`); or all words where none is known and nothing speaks against them,
 * which with `knownOnly` they must be once a zero is read as the letter O. `NONE` or `UNSURE` where there is none.
 */
export function findStation(own: i32, knownOnly: bool): i32 {
  if (!spellWords()) return UNSURE;
  for (let words = wordCount; words > 0; words--) {
    const station = endingOf(words, own);
    if (station >= 0) {
      if (words === wordCount || isKnown(station)) return station;
      break;
    }
    if (wordEnd(words - 1) - wordStart(words - 1) > 2) break;
  }
  return newStation(knownOnly);
}

/** Writes the letters of the words one after the other. False where they are too many. */
function spellWords(): bool {
  let letters = 0;
  for (let word = 0; word < wordCount; word++) {
    setLetterStart(word, letters);
    const start = wordStart(word);
    const more = spell(placeOf(start), wordEnd(word) - start, LETTERS + letters, MOST_LETTERS - letters);
    if (more < 0) return false;
    letters += more;
  }
  setLetterStart(wordCount, letters);
  return true;
}

function letterStart(word: i32): i32 {
  return load<i32>(LETTER_STARTS + ((<usize>word) << 2));
}

function setLetterStart(word: i32, start: i32): void {
  store<i32>(LETTER_STARTS + ((<usize>word) << 2), start);
}

/** The station whose name ends the first `words` words, or -1. */
function endingOf(words: i32, own: i32): i32 {
  const end = letterStart(words);
  for (let word = 0; word < words; word++) {
    const letters = LETTERS + letterStart(word);
    const length = end - letterStart(word);
    stationStart = wordStart(word);
    isNameCapital = isCapital(unitAt(stationStart));
    const known = knownStation(letters, length);
    if (known >= 0) return known;
    if (length < 3 || length > postLength(own) || !isEqual(postLetters(own), letters, length)) continue;
    isNameCapital = true;
    return own;
  }
  return -1;
}

/** The station of that name which all the words are, where they may be one. */
function newStation(knownOnly: bool): i32 {
  const end = wordEnd(wordCount - 1);
  stationStart = wordStart(0);
  isNameCapital = true;
  if (serialEnd - serialStart < 2 || wordCount > 3) return NONE;
  for (let word = 0; word < wordCount; word++) {
    const letters = letterStart(word);
    if (isNoStation(LETTERS + letters, letterStart(word + 1) - letters)) return NONE;
  }
  // A code with a hyphen or a full stop numbers another paper, and a name is in capitals.
  let letters = 0;
  for (let at = stationStart; at < end; at++) {
    const unit = unitAt(at);
    if (unit === 0x2e || isSmall(unit) || (unit === 0x2d && (at + 1 === end || endsCode(at)))) return NONE;
    if (!isCapital(unit) && unit !== 0x30) continue;
    if (letters === MOST_LETTERS) return UNSURE;
    store<u8>(LETTERS + letters, unit === 0x30 ? 0x4f : unit);
    letters++;
  }
  if (letters < 4) return NONE;
  const known = knownStation(LETTERS, letters);
  if (known >= 0 || knownOnly) return known;
  const station = postOf(LETTERS, letters);
  return station < 0 ? UNSURE : station;
}

/** Whether one or two capitals before a hyphen are a word. */
function endsCode(hyphen: i32): bool {
  let start = hyphen;
  while (start > stationStart && start > hyphen - 3 && isCapital(unitAt(start - 1))) start--;
  const letters = hyphen - start;
  return (letters === 1 || letters === 2) && (start === stationStart || !isWordSign(unitAt(start - 1)));
}
