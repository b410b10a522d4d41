import { isDigit, isLetter, isWhite, isWordSign, standsAt } from './characters';
import {
  findCableNumbers,
  numberCount,
  numberEnd,
  numberHasPost,
  numberIsCapital,
  numberPost,
  numberSerial,
  numberSource,
  numberStart,
  numberYear,
  PRINTED,
} from './citation';
import { ANY, endingOf, isWhole, mayEnd } from './endings';
import { keepMention } from './mentionList';
import { isKnown, postLength, postLetters } from './stations';
import { codeAt, TEXT, textLength, unit } from './text';

/** How far before its serial a station's name and year can begin. */
const REACH: i32 = 48;

/** No word of a station's name is longer. */
const LONGEST_WORD: i32 = 20;

/** Where the number read last ends. */
let done: i32 = 0;

/** The letters of the station that cites. */
let ownPost: usize = 0;
let ownLength: i32 = 0;

/** Begins with a text that starts at an offset, of a telegram of `post`. */
export function beginNumbers(start: i32, post: i32): void {
  done = start;
  ownPost = postLetters(post);
  ownLength = postLength(post);
}

/**
 * Reads ids such as `08 MUSCAT 174` and `Muscat 0123` whose serial begins at a mark. The station must be known; without a year the
 * serial must not be followed by the word it counts (`Kabul 200 troops`). False where that is not sure.
 */
export function readNumber(at: i32): bool {
  if (!mayFollowStation(done, at)) return true;
  const end = endOfDigits(at);
  const from = max(done, at - REACH);
  if (!findCableNumbers(TEXT + from, min(end + 1, textLength) - from, true)) return false;
  for (let i = 0; i < numberCount; i++) {
    const stop = from + numberEnd(i);
    if (stop < end || !numberHasPost(i) || !numberIsCapital(i) || !isKnown(numberPost(i))) continue;
    if (!isNamedAsCable(stop, numberSource(i) === PRINTED)) continue;
    const start = from + numberStart(i);
    keepMention(start, stop, numberPost(i), numberYear(i), numberSerial(i), numberSource(i));
    done = stop;
  }
  return true;
}

/** Where digits end; no serial has more than seven. */
function endOfDigits(at: i32): i32 {
  let end = at;
  while (end < at + 7 && isDigit(unit(end))) end++;
  return end;
}

/**
 * Whether the words before an offset, not looked for before `from`, can name a station: a known one, or the cable's own cut short.
 * A quick look that spares most numbers the close one.
 */
function mayFollowStation(from: i32, at: i32): bool {
  const end = endOfLetters(at);
  return mayEnd(TEXT + end) && end - 2 >= from && canNameStation(from, at, end);
}

/**
 * Where letters end behind which no more than two other characters stand before an offset; three characters before it where none do. All
 * three are looked at, for branches would be guessed wrong too often.
 */
function endOfLetters(at: i32): i32 {
  const end = select<i32>(
    at - 1,
    select<i32>(at - 2, at - 3, isLetter(unit(at - 3))),
    isLetter(unit(at - 2)),
  );
  return select<i32>(at, end, isLetter(unit(at - 1)));
}

/** The same for the last word, which ends at `end`, and those before it. */
function canNameStation(from: i32, at: i32, end: i32): bool {
  const word = startOfWord(from, end);
  if (end - word < 2) return false;
  const ending = endingOf(ANY, TEXT + word, TEXT + end);
  if (!ending) return false;
  if (isWhole(ending)) return true;
  const first = max(from, at - REACH);
  // Behind the name a short code may stand: `MADRID SP`.
  return namesStation(first, end) || (end - word === 2 && namesStation(first, endOfWord(first, word)));
}

/** Whether words from `from` on that end at `end` can name a station. */
function namesStation(from: i32, end: i32): bool {
  let ending = ANY;
  let at = end;
  for (let start = startOfWord(from, at); start < at; start = startOfWord(from, at)) {
    if (ending) ending = endingOf(ending, TEXT + start, TEXT + at);
    if (ending && isWhole(ending)) return true;
    if (beginsOwnPost(start, end)) return true;
    if (!ending && !isInOwnPost(start, at)) return false;
    at = endOfWord(from, start);
    // A zero may stand for the letter with which a name begins.
    if (unit(at - 1) === 0x30) return true;
  }
  return false;
}

/** Whether the letters of a span stand in the name of the cable's own station. */
function isInOwnPost(start: i32, end: i32): bool {
  const last = ownLength - (end - start);
  for (let at = 0; at <= last; at++) if (isOwn(ownPost + at, start, end)) return true;
  return false;
}

/** Whether the same letters stand in a span, in either case. */
function isOwn(letters: usize, start: i32, end: i32): bool {
  for (let at = start; at < end; at++) if (load<u8>(letters + at - start) !== (unit(at) & ~32)) return false;
  return true;
}

/** Whether the name of the cable's own station begins with the letters of a span, whatever stands between them. */
function beginsOwnPost(start: i32, end: i32): bool {
  let letter = ownPost;
  const last = letter + ownLength;
  for (let at = start; at < end; at++) {
    if (!isLetter(unit(at))) continue;
    if (letter === last || load<u8>(letter) !== (unit(at) & ~32)) return false;
    letter++;
  }
  return true;
}

/** Where the word before the one that starts at `start` ends, over what joins the words of a name. */
function endOfWord(from: i32, start: i32): i32 {
  let end = start;
  while (end > from && joinsWords(end - 1)) end--;
  return end;
}

/** Where the run of letters that ends at `end` starts; not looked for before `from`. */
function startOfWord(from: i32, end: i32): i32 {
  let start = end;
  while (start > from && start > end - LONGEST_WORD && isLetter(unit(start - 1))) start--;
  return start;
}

/** Whether what stands at an offset may stand between the letters of a station's name. */
function joinsWords(at: i32): bool {
  const here = unit(at);
  return isWhite(here) || here === 0x2d || here === 0x27 || here === 0x2e || codeAt(at) === 0x2019;
}

/** Whether what follows a number leaves it that of a cable: a number without a year must not count anything. */
function isNamedAsCable(end: i32, hasYear: bool): bool {
  const next = isWhite(unit(end)) ? end + 1 : end;
  if (unit(next) === 0x25 || standsAt('PERCENT', next)) return false;
  if (standsAt('MILLION', next) || standsAt('BILLION', next)) return false;
  return hasYear || isClosed(end);
}

/** Whether the text ends at an offset or goes on with a stop, a parenthesis or `and`, two blanks before them at most. */
function isClosed(end: i32): bool {
  let at = end;
  while (at < end + 2 && isWhite(unit(at))) at++;
  switch (unit(at)) {
    case 0x29: // )
    case 0x2e: // .
    case 0x2c: // ,
    case 0x3b: // ;
    case 0x3a: // :
    case 0x5d: // ]
    case 0x28: // (
      return true;
    default:
      return at === textLength || (standsAt('AND', at) && !isWordSign(unit(at + 3)));
  }
}
