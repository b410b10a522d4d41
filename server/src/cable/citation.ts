import { postKey } from '../reference/posts';
import { isEmbassy, isKnownPost, notStations } from '../reference/stations';
import { codeAt, isLetter, isWhite } from '../text/characters';
import { formatMrn, fullYear, splitMrn } from './identity';
import type { YearSource } from './model';

/** The telegram that cites: a reference without a year takes its own. Fields that the text does not tell are null. */
export interface CitingTelegram {
  readonly year: number | null;
  readonly post: string | null;
  readonly serial: number | null;
}

/** The citing telegram for a canonical id, or for what else is known of it. */
export function citingTelegram(mrn: string | null, year: number | null): CitingTelegram {
  const parts = mrn === null ? null : splitMrn(mrn);
  return parts ?? { year, post: null, serial: null };
}

/** A cable number found in a text. Offsets are in that text. */
export interface CableNumber {
  readonly start: number;
  readonly end: number;
  /** Where the station's name stands; null where it is inherited from the number before. */
  readonly post: { readonly start: number; readonly end: number; readonly name: string } | null;
  readonly mrn: string;
  readonly yearSource: YearSource;
}

const NAME_WORD = "(?:[A-Z]|0(?=[A-Z]{2}))[A-Za-z.'’-]*";
/** What follows a serial, as a pattern: nothing that would make it part of something longer. */
export const BEHIND_SERIAL = String.raw`(?![\w/#~*^|]|[.,:?!'$-]\d)`;
const NUMBER = new RegExp(
  String.raw`(?:(?<![\w/.-])(\((?:\d{4}|\d{2})\)|\d{4}|\d{2}|O\d)\s{0,3}|\b)(${NAME_WORD}(?:\s{1,3}${NAME_WORD}){0,4})(\s{0,3}:)?\s{0,3}#?(\d{1,7})${BEHIND_SERIAL}` +
    String.raw`(?:\s{0,2}\((\d{4}|\d{2})\)|\s((?:19|20)\d\d)(?=\s*(?:$|[,;.)])))?`,
  'gi',
);
const TRAVEL_NUMBER = /^\s{1,4}\(?(?:TOSEC|SECTO|TOPAR|PARTO|TODEP|DEPTO)\s{1,3}\d{4,7}\b\)?/i;
/** A further serial of the same station and year: `07 STATE 152317 AND 159388`. */
const SERIES =
  /^(?:\s{0,3}\(NOTAL\))?\s{0,3}(?:,|&|\/|\+|\band\b|,\s{0,3}and\b)\s{0,3}(\d{2,7})(?![\w/]|[.,:?!'$-]\d|\s{1,3}(?!AND\b|NOTAL\b)[A-Z]{3})/i;
/**
 * What shows that the digits before are no whole serial: more digits, or letters that a scanner takes for them, behind a
 * blank (`STATE 1 O16B4`); a month, so that the digits are a day.
 */
const NO_SERIAL =
  /^\s{1,3}(?:(?=[OQDIlSBGZ]{0,6}\d)[\dOQDIlSBGZ]{2,6}(?![\w.)/])(?!\s{1,3}[A-Z]{3})|(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)(?:[A-Z]{3,6})?\b)/i;
/** What shows that six or seven digits before are a day and a time: a month, misread or not, and a year. */
const MONTH_AND_YEAR = /^\s{1,3}[A-Z]{3}\.?\s{1,3}\d\d(?!\d)/i;
/** What a publisher blacks out is no station. */
const REDACTED = /X{3}/i;

/**
 * The cable numbers in the text of a reference, in order: `06 STATE 203034`, `MUSCAT 00073`, `DOHA 152 (08)`,
 * `07 STATE 152317 AND 159388` (cable-format 3.12 and 10.4). Empty where `citing.year` is unknown and no year is printed.
 * With `knownOnly`, as running text needs it, words that are no known station are passed over, and never hide a year.
 */
export function findCableNumbers(text: string, citing: CitingTelegram, knownOnly = false): CableNumber[] {
  const numbers: CableNumber[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const [, before, words = '', colon, serial = '', after, behind] = match;
    const wordsAt = match.index + match[0].indexOf(words, before?.length ?? 0);
    const station = stationIn(words, serial, citing.post);
    if (
      !station ||
      (knownOnly && (colon !== undefined || !isKnownPost(station.key))) ||
      (!(after ?? behind) && isNoSerial(serial, text, match.index + match[0].length))
    ) {
      // What was taken for a name may hide the year of the next number.
      const isYear = serial.length === 1 && / O$/i.test(words);
      NUMBER.lastIndex = Math.max(wordsAt + words.length - (isYear ? 1 : 0), match.index + 1);
      continue;
    }
    // A year that stands apart from the station, `05 REF MADRID 12`, is not its year.
    const printed = (station.start === 0 ? before : undefined) ?? after ?? behind;
    const year = printed ? yearIn(printed) : null;
    const dated = yearOf(year, station.key, Number(serial), citing);
    if (!dated) continue;
    const mrn = formatMrn(dated.year, station.key, serial);
    if (mrn === null) continue;
    const start = printed !== undefined && station.start === 0 ? match.index : wordsAt + station.start;
    const end = match.index + match[0].length;
    const post = { start: wordsAt + station.start, end: wordsAt + station.end, name: station.name };
    numbers.push({ start, end, post, mrn, yearSource: dated.source });
    let stop = end;
    if (mayGoOn(text, end)) {
      // The number that the series of a travelling party gives to the same telegram is no other one.
      const travel = TRAVEL_NUMBER.exec(text.slice(end, end + 24))?.[0].length ?? 0;
      stop = series(text, end + travel, station.key, dated, printed !== undefined, citing, numbers);
    }
    if (text.length - stop < SHORTEST) break;
    NUMBER.lastIndex = stop;
  }
  return numbers;
}

/** A year as printed: `(2007)`, `07`, `O7`. */
function yearIn(printed: string): number {
  const digits = printed.startsWith('(') ? printed.slice(1, -1) : printed;
  return fullYear(isLetter(codeAt(digits, 0)) ? `0${digits.slice(1)}` : digits);
}

/** A station's letter and a digit. */
const SHORTEST = 2;
/** What can be of the series of a number, or show that it is none, is longer than this. */
const SHORTEST_BEHIND = 2;

/** Whether anything behind a number can be of its series: nearly all numbers end their text. */
function mayGoOn(text: string, end: number): boolean {
  if (text.length - end <= SHORTEST_BEHIND) return false;
  const code = codeAt(text, end);
  return isWhite(code) || code === 0x28 || code === 0x2c || code === 0x26 || code === 0x2f || code === 0x2b;
}

/** Whether the digits before the offset `end` are not the whole serial, or not a serial but a day. */
function isNoSerial(serial: string, text: string, end: number): boolean {
  if (text.length - end <= SHORTEST_BEHIND || !isWhite(codeAt(text, end))) return false;
  const behind = text.slice(end, end + 24);
  return NO_SERIAL.test(behind) || (serial.length >= 6 && MONTH_AND_YEAR.test(behind));
}

/** Adds the further serials that follow at `from`; gives where they end. */
function series(
  text: string,
  from: number,
  key: string,
  dated: { year: number; source: YearSource },
  printed: boolean,
  citing: CitingTelegram,
  numbers: CableNumber[],
): number {
  let at = from;
  for (
    let match = SERIES.exec(text.slice(at, at + 60));
    match;
    match = SERIES.exec(text.slice(at, at + 60))
  ) {
    const serial = match[1] ?? '';
    // `LISBON 4111, 1974` is dated, not numbered twice.
    if (Number(serial) === dated.year) break;
    const own = printed
      ? { year: dated.year, source: 'inherited' as const }
      : yearOf(null, key, Number(serial), citing);
    const mrn = own && formatMrn(own.year, key, serial);
    if (!own || !mrn) break;
    const end = at + match[0].length;
    numbers.push({ start: end - serial.length, end, post: null, mrn, yearSource: own.source });
    at = end;
  }
  return at;
}

interface NamedStation {
  readonly name: string;
  readonly key: string;
  /** Offsets in the words looked at. */
  readonly start: number;
  readonly end: number;
}

/**
 * The station that the words before a serial name: the longest known one that ends them, one that is followed by a short
 * code (`MADRID SP`), or all the words where none is known and nothing speaks against them.
 */
function stationIn(words: string, serial: string, ownPost: string | null): NamedStation | null {
  // Most are named as ids name them.
  if (isKnownPost(words)) return { name: words, key: postKey(words), start: 0, end: words.length };
  if (REDACTED.test(words)) return null;
  const starts = wordStarts(words);
  for (const start of starts) {
    const printed = withoutPossessive(words.slice(start));
    const end = start + printed.length;
    const name = printed.includes('0') ? printed.replaceAll('0', 'O') : printed;
    const key = postKey(name);
    if (isKnownPost(key)) return { name, key, start, end };
    const sender = OWN_SERIES.test(name) ? senderOf(key, ownPost) : null;
    if (sender) return { name: sender, key: sender, start, end };
    // A post cuts its own name short: CASA for CASABLANCA.
    if (ownPost && key.length >= 3 && ownPost.startsWith(key))
      return { name: ownPost, key: ownPost, start, end: words.length };
  }
  const last = starts[starts.length - 1] ?? 0;
  if (words.length - last <= 2 && last > 0) {
    const shorter = words.slice(0, last).trimEnd();
    const found = stationIn(shorter, '', ownPost);
    if (found && isKnownPost(found.key)) return found;
  }
  if (serial.length < 2 || starts.length > 3 || LIKE_YEAR.test(serial) || OWN_SERIES.test(words)) return null;
  // `MANAMA POINTS 20`: what a post has written that is no telegram.
  if (starts.some(start => start > 0 && isKnownPost(postKey(words.slice(0, start))))) return null;
  const upper = words.toUpperCase();
  if (upper.split(/\s+/).some(word => notStations.has(word.replace(/[^A-Z]/g, '')))) return null;
  // Codes with a hyphen or a full stop (`TD-314`, `U.S. 12`) number other papers.
  if (/[.]|-$|\b[A-Z]{1,2}-/.test(upper) || upper !== words || upper.replace(/[^A-Z0]/g, '').length < 4)
    return null;
  return {
    name: words.replaceAll('0', 'O'),
    key: postKey(words.replaceAll('0', 'O')),
    start: 0,
    end: words.length,
  };
}

/** A station's name without the ending of `PARIS' 101` and `MUSCAT'S 73`. */
function withoutPossessive(name: string): string {
  const end = (codeAt(name, name.length - 1) | 32) === 0x73 ? name.length - 1 : name.length;
  const sign = name[end - 1];
  return sign === "'" || sign === '’' ? name.slice(0, end - 1) : name;
}
/** No station unknown to the tables is read before what may be a year, `INCSR 2009`. */
const LIKE_YEAR = /^(?:19[5-9]|20[0-4])\d$/;
/** Series that are named by the kind of sender: `EMBTEL 3164` is the embassy's own telegram, `DEPTEL 2211` the Department's. */
const OWN_SERIES = /^(?:EMB|CON|DEP)TELS?$/i;

/** The station of a series named by its kind of sender, or null where the citing station does not tell it. */
function senderOf(key: string, ownPost: string | null): string | null {
  if (key.startsWith('DEP')) return 'STATE';
  if (ownPost === null || ownPost === 'STATE') return null;
  return key.startsWith('EMB') === isEmbassy(ownPost) ? ownPost : null;
}

/** Where words start that blanks divide. */
function wordStarts(words: string): number[] {
  const starts: number[] = [];
  for (let i = 0; i < words.length; i++)
    if (!isWhite(codeAt(words, i)) && (i === 0 || isWhite(codeAt(words, i - 1)))) starts.push(i);
  return starts;
}

/**
 * The year of a cited cable: printed; else the citing telegram's; else the year before, where the same station's serial is
 * higher than its own by more than a pair sent together (cable-format 10.4). Null where no year is known.
 */
function yearOf(
  printed: number | null,
  key: string,
  serial: number,
  citing: CitingTelegram,
): { year: number; source: YearSource } | null {
  if (printed !== null) return { year: printed, source: 'printed' };
  if (citing.year === null) return null;
  const later = citing.post === key && citing.serial !== null && serial > citing.serial + 5;
  return later
    ? { year: citing.year - 1, source: 'year-before' }
    : { year: citing.year, source: 'same-year' };
}
