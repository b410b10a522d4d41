import { isDigit, isLetter, isWhite, isWordSign } from './characters';
import { countDigits, fullUnitAt, nextWord, placeOf, skipWhite, sliceLength, unitAt } from './slice';
import { OTHER } from './text';

/*
 * The pattern `NUMBER` of server/src/cable/citation.ts, looked for in the slice: words, a serial, and years before or behind. A word
 * ends only where its letters do, and words end only at a number, so that there is one way to read them from each place.
 */

/** A name has no more words. */
const MOST_WORDS = 5;
const WORDS: usize = memory.data(8 * MOST_WORDS, 4);

/** Where the match starts and ends. */
export let matchStart: i32 = 0;
export let matchEnd: i32 = 0;

/** The words before the serial. */
export let wordCount: i32 = 0;

export let serialStart: i32 = 0;
export let serialEnd: i32 = 0;

/** The last two digits of the year printed before the words; -1 where there is none. */
export let yearBefore: i32 = -1;

/** The same for the year printed behind the serial. */
export let yearBehind: i32 = -1;

/** Where the word of an index starts. */
export function wordStart(index: i32): i32 {
  return load<i32>(WORDS + ((<usize>index) << 3));
}

/** Where it ends. */
export function wordEnd(index: i32): i32 {
  return load<i32>(WORDS + ((<usize>index) << 3), 4);
}

/** Finds the first match from an offset on. */
export function findPattern(from: i32): bool {
  for (let at = nextWord(from); at < sliceLength; ) {
    if (matchesAt(at)) return true;
    // From another place in these words, what does not match here does not either: unless `O7` ends them, which may be a year.
    at = nextWord(wordCount > 0 ? max(at + 1, wordEnd(wordCount - 1) - 1) : at + 1);
  }
  return false;
}

/** Tries a match at an offset where a word or a number starts. */
function matchesAt(at: i32): bool {
  matchStart = at;
  const width = yearWidth(at);
  if (width > 0 && readWords(skipWhite(at + width, 3), false)) {
    yearBefore = twoDigits(at + width - 2);
    return true;
  }
  yearBefore = -1;
  if (!readWords(at, true)) return false;
  matchStart = wordStart(0);
  return true;
}

/** How many signs the year has that starts at an offset: `2007`, `07`, `O7`. 0 where none does. */
function yearWidth(at: i32): i32 {
  const before = unitAt(at - 1);
  if (before === 0x2f || before === 0x2e || before === 0x2d) return 0;
  const digits = countDigits(at, 4);
  if (digits >= 2) return digits & ~1;
  return (unitAt(at) | 32) === 0x6f && isDigit(unitAt(at + 1)) ? 2 : 0;
}

/** The value of two digits, of which the first may be the letter O. */
function twoDigits(at: i32): i32 {
  const tens = unitAt(at);
  return (isDigit(tens) ? tens - 0x30 : 0) * 10 + unitAt(at + 1) - 0x30;
}

/** Reads words and the number behind them. Of too many words the last ones count, where that is wanted. */
function readWords(from: i32, lastOnes: bool): bool {
  wordCount = 0;
  let at = from;
  let end = from;
  while (beginsWord(at) && (at > end || wordCount === 0)) {
    if (wordCount === MOST_WORDS) {
      if (!lastOnes) return false;
      forgetFirstWord();
    }
    end = endOfWord(at);
    store<i32>(WORDS + ((<usize>wordCount) << 3), at);
    store<i32>(WORDS + ((<usize>wordCount) << 3), end, 4);
    wordCount++;
    at = skipWhite(end, 3);
  }
  return wordCount > 0 && readSerial(at);
}

function forgetFirstWord(): void {
  wordCount--;
  memory.copy(WORDS, WORDS + 8, (<usize>wordCount) << 3);
}

/** Whether a word of a name begins at an offset; a zero may stand for the letter O. */
function beginsWord(at: i32): bool {
  const unit = unitAt(at);
  return isLetter(unit) || (unit === 0x30 && isLetter(unitAt(at + 1)) && isLetter(unitAt(at + 2)));
}

/** Behind the letters and `.`, `'`, `’`, `-` that follow the first letter of a word. */
function endOfWord(at: i32): i32 {
  let end = at + 1;
  while (true) {
    const signs = ctz(~signsOfWords(v128.load(placeOf(end))));
    end += signs;
    if (signs === 16) continue;
    if (unitAt(end) !== OTHER || fullUnitAt(end) !== 0x2019) return end;
    end++;
  }
}

/** Which of sixteen units are letters, `.`, `'` or `-`, as bits. */
function signsOfWords(units: v128): i32 {
  const small = v128.or(units, i8x16.splat(32));
  const letters = i8x16.lt_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(26));
  const hyphens = i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x2d)), i8x16.splat(2));
  return i8x16.bitmask(v128.or(v128.or(letters, hyphens), i8x16.eq(units, i8x16.splat(0x27))));
}

/** Reads the serial that starts at an offset, and the year behind it. */
function readSerial(at: i32): bool {
  serialStart = unitAt(at) === 0x23 ? at + 1 : at;
  const digits = countDigits(serialStart, 8);
  serialEnd = serialStart + digits;
  if (digits === 0 || digits > 7 || goesOn(serialEnd)) return false;
  matchEnd = serialEnd;
  readYearBehind();
  return true;
}

/** Whether what stands behind digits makes something else of them: `73rd`, `73/2`, `73.5`. */
export function goesOn(end: i32): bool {
  const unit = unitAt(end);
  if (isWordSign(unit) || unit === 0x2f) return true;
  return (unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x2d) && isDigit(unitAt(end + 1));
}

/** Reads ` (07)`, ` (2007)`, or ` 2007` where nothing but a comma or the like follows. */
function readYearBehind(): void {
  yearBehind = -1;
  const open = skipWhite(serialEnd, 2);
  if (unitAt(open) === 0x28) {
    const digits = countDigits(open + 1, 5);
    const close = open + 1 + digits;
    if ((digits !== 2 && digits !== 4) || unitAt(close) !== 0x29) return;
    yearBehind = twoDigits(close - 2);
    matchEnd = close + 1;
    return;
  }
  if (!isWhite(unitAt(serialEnd)) || countDigits(serialEnd + 1, 5) !== 4) return;
  const century = twoDigits(serialEnd + 1);
  if ((century !== 19 && century !== 20) || !endsItem(skipWhite(serialEnd + 5, sliceLength))) return;
  yearBehind = twoDigits(serialEnd + 3);
  matchEnd = serialEnd + 5;
}

/** Whether the slice ends at an offset, or `,`, `;`, `.` or `)` stands there. */
function endsItem(at: i32): bool {
  const unit = unitAt(at);
  return at >= sliceLength || unit === 0x2c || unit === 0x3b || unit === 0x2e || unit === 0x29;
}
