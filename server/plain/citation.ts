import { isLetter, isWordSign } from './characters';
import { fullYear } from './dateTimeGroup';
import { findStation, isNameCapital, NONE, stationStart, UNSURE } from './namedStation';
import {
  findPattern,
  goesOn,
  matchEnd,
  matchStart,
  serialEnd,
  serialStart,
  wordCount,
  wordEnd,
  wordStart,
  yearBefore,
  yearBehind,
} from './numberPattern';
import { countDigits, readsAt, skipWhite, take, unitAt } from './slice';
import { isKnown } from './stations';

/** How the year of a cited cable is known, in the order of `YEAR_SOURCES` in `archive/base/codes.ts`. */
export const PRINTED: i32 = 1;
export const INHERITED: i32 = 2;
export const SAME_YEAR: i32 = 3;
export const YEAR_BEFORE: i32 = 4;

/** No station's name stands in a number of a series. */
const NO_NAME: i32 = -1;

/** Where things stand in what is kept of a number. */
const END = 4;
const POST = 8;
const YEAR = 12;
const SERIAL = 16;
const SOURCE = 20;
const POST_START = 24;
const IS_CAPITAL = 28;
const WIDTH_SHIFT = 5;

const MOST_NUMBERS = 512;
const NUMBERS: usize = memory.data(MOST_NUMBERS << WIDTH_SHIFT, 8);

/** How many cable numbers were found. */
export let numberCount: i32 = 0;

let citingYear: i32 = 0;
let citingPost: i32 = 0;
let citingSerial: i32 = 0;

/** Tells the telegram that cites, whose year, station (a number of stations.ts) and serial are known. */
export function setCiting(year: i32, post: i32, serial: i32): void {
  citingYear = year;
  citingPost = post;
  citingSerial = serial;
}

/**
 * Finds the cable numbers in so many units of the text or the flow, as `findCableNumbers` of server/src/cable/citation.ts does; nothing before or behind
 * them counts. False where it is not sure to find the same.
 */
export function findCableNumbers(base: usize, length: i32, knownOnly: bool): bool {
  return take(base, length) && findNumbers(knownOnly);
}

/** The same in the slice that was taken. */
export function findNumbers(knownOnly: bool): bool {
  numberCount = 0;
  let at = 0;
  while (findPattern(at)) {
    const station = findStation(citingPost, knownOnly);
    if (station === UNSURE) return false;
    if (station === NONE || (knownOnly && !isKnown(station))) {
      // What was taken for a name may hide the year of the next number.
      at = wordEnd(wordCount - 1);
      continue;
    }
    at = matchEnd;
    if (serialAt(serialStart, serialEnd) === 0) continue;
    if (numberCount === MOST_NUMBERS) return false;
    at = addMatch(station);
    if (at < 0) return false;
  }
  return true;
}

/** Adds the number of the match and those of its series; gives where they end, -1 where they are too many. */
function addMatch(station: i32): i32 {
  const startsWithWords = stationStart === wordStart(0);
  // A year that stands apart from the station, `05 REF MADRID 12`, is not its year.
  const printed = startsWithWords && yearBefore >= 0 ? yearBefore : yearBehind;
  const start = startsWithWords && printed >= 0 ? matchStart : stationStart;
  const serial = serialAt(serialStart, serialEnd);
  if (printed >= 0) add(start, matchEnd, station, fullYear(printed), serial, PRINTED, stationStart);
  else addUndated(start, matchEnd, station, serial, stationStart);
  return addSeries(travelEnd(matchEnd), station, printed);
}

/** Adds a number without a year: that of the citing telegram, or the one before it; see `yearOf`. */
function addUndated(start: i32, end: i32, station: i32, serial: i32, postStart: i32): void {
  const isLater = station === citingPost && serial > citingSerial + 5;
  const year = citingYear - (isLater ? 1 : 0);
  add(start, end, station, fullYear(year % 100), serial, isLater ? YEAR_BEFORE : SAME_YEAR, postStart);
}

function add(start: i32, end: i32, station: i32, year: i32, serial: i32, source: i32, postStart: i32): void {
  const number = placeOf(numberCount);
  store<i32>(number, start);
  store<i32>(number, end, END);
  store<i32>(number, station, POST);
  store<i32>(number, year, YEAR);
  store<i32>(number, serial, SERIAL);
  store<i32>(number, source, SOURCE);
  store<i32>(number, postStart, POST_START);
  store<i32>(number, isNameCapital ? 1 : 0, IS_CAPITAL);
  numberCount++;
}

function serialAt(start: i32, end: i32): i32 {
  let serial = 0;
  for (let at = start; at < end; at++) serial = 10 * serial + unitAt(at) - 0x30;
  return serial;
}

/** Where the number ends that the series of a travelling party gives to the same telegram; `from` where there is none. */
function travelEnd(from: i32): i32 {
  const at = skipWhite(from, 4);
  if (at === from || !isLetter(unitAt(at)) || !isTravelSeries(at)) return from;
  const digitsAt = skipWhite(at + 5, 3);
  const digits = countDigits(digitsAt, 8);
  const end = digitsAt + digits;
  return digitsAt > at + 5 && digits >= 4 && digits <= 7 && !isWordSign(unitAt(end)) ? end : from;
}

function isTravelSeries(at: i32): bool {
  return (
    readsAt('TOSEC', at) ||
    readsAt('SECTO', at) ||
    readsAt('TOPAR', at) ||
    readsAt('PARTO', at) ||
    readsAt('TODEP', at) ||
    readsAt('DEPTO', at)
  );
}

/** Adds the further serials of the same station and year that follow; gives where they end, -1 where they are too many. */
function addSeries(from: i32, station: i32, printed: i32): i32 {
  let at = from;
  for (let start = nextOfSeries(at); start >= 0; start = nextOfSeries(at)) {
    const end = start + countDigits(start, 8);
    const serial = serialAt(start, end);
    if (serial === 0) return at;
    if (numberCount === MOST_NUMBERS) return -1;
    if (printed >= 0) add(start, end, station, fullYear(printed), serial, INHERITED, NO_NAME);
    else addUndated(start, end, station, serial, NO_NAME);
    at = end;
  }
  return at;
}

/** Where a further serial starts that follows at an offset, see `SERIES`; -1 where none does. */
function nextOfSeries(from: i32): i32 {
  let at = skipWhite(from, 3);
  if (readsAt('(NOTAL)', at)) at = skipWhite(at + 7, 3);
  const behind = separatorEnd(at);
  const start = skipWhite(behind, 3);
  const digits = countDigits(start, 8);
  const end = start + digits;
  if (behind === at || digits < 2 || digits > 7 || goesOn(end)) return -1;
  const next = skipWhite(end, 3);
  const isPlace =
    next > end && isLetter(unitAt(next)) && isLetter(unitAt(next + 1)) && isLetter(unitAt(next + 2));
  return isPlace ? -1 : start;
}

/** Where `,`, `&`, `/`, `+`, `and` or `, and` ends; `at` itself where none stands there. */
function separatorEnd(at: i32): i32 {
  const unit = unitAt(at);
  if (unit === 0x26 || unit === 0x2f || unit === 0x2b) return at + 1;
  const word = unit === 0x2c ? skipWhite(at + 1, 3) : at;
  if (readsAt('AND', word) && !isWordSign(unitAt(word + 3))) return word + 3;
  return unit === 0x2c ? at + 1 : at;
}

function placeOf(index: i32): usize {
  return NUMBERS + ((<usize>index) << WIDTH_SHIFT);
}

/** Where a number starts, from the first unit looked at. */
export function numberStart(index: i32): i32 {
  return load<i32>(placeOf(index));
}

export function numberEnd(index: i32): i32 {
  return load<i32>(placeOf(index), END);
}

/** Whether a station's name stands in the number; otherwise it is that of the number before. */
export function numberHasPost(index: i32): bool {
  return numberPostStart(index) !== NO_NAME;
}

/** Where the station's name starts. */
export function numberPostStart(index: i32): i32 {
  return load<i32>(placeOf(index), POST_START);
}

/** Whether the station's name, as it is understood, begins with a capital. */
export function numberIsCapital(index: i32): bool {
  return load<i32>(placeOf(index), IS_CAPITAL) !== 0;
}

/** The station of a number, as a number of stations.ts. */
export function numberPost(index: i32): i32 {
  return load<i32>(placeOf(index), POST);
}

/** The full year of a number, from 1950 to 2049. */
export function numberYear(index: i32): i32 {
  return load<i32>(placeOf(index), YEAR);
}

export function numberSerial(index: i32): i32 {
  return load<i32>(placeOf(index), SERIAL);
}

/** How its year is known. */
export function numberSource(index: i32): i32 {
  return load<i32>(placeOf(index), SOURCE);
}
