import { postKey } from '../reference/posts';
import { isKnownPost, knownPosts } from '../reference/stations';
import { postOfPlad } from './addressing';
import { parseClassLine } from './classLine';
import { parseDtg } from './dateTimeGroup';
import { fullYear } from './identity';
import { asDigits, asLetters } from './ocr';
import { readHead } from './pageHead';
import type { TrimmedLines } from './trimmedLines';

/** What the pages of released paper repeat of the telegram's number, as far as two places agree. */
export interface TelegramNumber {
  readonly year: number | null;
  /** The station part of the id. */
  readonly station: string | null;
  /** Without leading zeros. */
  readonly serial: string | null;
}

/** `TEXT OF TELEGRAM 86LISBON 004321`, which the Department's printouts of the 1980s have on every page, through a scanner's errors. */
const BANNER = /^(?:\S{1,4} )?TE\S{1,4} \S{1,4} ?TEL\S{0,2}GRAM\s{1,4}(?=\S)/i;
/** Year, station cut to six characters, and serial with six digits. */
const NUMBER = /^(\S{2})([A-Z0-9].{2,5}?) ?([0-9OQDIlSB]{6})(?![A-Z0-9])/i;
/** What is left of a page head behind its page number: `LISBON 04321 01 OF 02 091551Z`. */
const HEAD_TAIL = /^([A-Z][A-Z .'-]{2,9}?)\s{1,12}(\d{4,6})(?:\s{1,12}\S\S\s?OF\s?\S\S)?\s{1,24}\d{6}[Z2]$/;
const FROM = /^FM\s{1,4}(\S.{2,60})$/;
const LONGEST = 120;

/** Whether a line is the banner with the telegram's number. */
export function isNumberBanner(line: string): boolean {
  return line.length <= LONGEST && BANNER.test(line);
}

/** Votes for a value, one from each line that prints it. */
class Votes<T> {
  readonly #counts = new Map<T, number>();

  add(value: T): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  /** The value with at least `least` votes and more than any other has; null where there is none. */
  winner(least: number): T | null {
    const [first, second] = [...this.#counts].sort((a, b) => b[1] - a[1]);
    if (!first || first[1] < least || (second && second[1] === first[1])) return null;
    return first[0];
  }
}

/** Reads banners, page heads, class lines and originators of all pages, and lets them vote on each part of the number. Linear. */
export function telegramNumber(source: TrimmedLines): TelegramNumber {
  const years = new Votes<number>();
  const serials = new Votes<string>();
  const names: string[] = [];
  const beginnings: string[] = [];
  const vote = (serial: string) => serials.add(serial.replace(/^0+/, ''));
  for (let line = source.nextFilled(0); line < source.count; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    if (content.length > LONGEST) continue;
    const banner = BANNER.exec(content);
    if (banner) {
      const number = NUMBER.exec(content.slice(banner[0].length));
      if (!number) continue;
      const year = asDigits(number[1] ?? '');
      if (/^\d\d$/.test(year)) years.add(fullYear(year));
      beginnings.push(asLetters(number[2] ?? ''));
      vote(asDigits(number[3] ?? ''));
      continue;
    }
    const head = readHead(content, 0);
    const tail = head ? null : HEAD_TAIL.exec(content);
    if (head || tail) {
      beginnings.push(asLetters(head?.post.value ?? tail?.[1] ?? ''));
      vote(asDigits(head?.serial.value ?? tail?.[2] ?? ''));
      continue;
    }
    const from = FROM.exec(content)?.[1];
    if (from) names.push(postOfPlad(from));
    const year = parseDtg(content, 0)?.year;
    if (year) years.add(year);
    const classLine = parseClassLine(content, 0)?.classLine;
    if (classLine?.post && classLine.serial) {
      names.push(postKey(classLine.post.value));
      vote(classLine.serial.value);
    }
  }
  return { year: years.winner(1), station: stationOf(names, beginnings), serial: serials.winner(2) };
}

/** The known station that most places name, in full or by the six characters of a page head. */
function stationOf(names: readonly string[], beginnings: readonly string[]): string | null {
  const stations = new Votes<string>();
  const full = new Set(names.filter(isKnownPost));
  for (const name of names) if (full.has(name)) stations.add(name);
  const meant = new Map<string, string | null>();
  for (const beginning of beginnings) {
    if (!meant.has(beginning)) meant.set(beginning, stationBeginning(beginning, full));
    const station = meant.get(beginning);
    if (station) stations.add(station);
  }
  return stations.winner(2);
}

/** The only known station that begins so, one that is named in full first. */
function stationBeginning(letters: string, named: ReadonlySet<string>): string | null {
  const key = postKey(letters);
  if (isKnownPost(key)) return key;
  if (letters.length < LEAST_OF_BEGINNING) return null;
  const begins = (post: string) => post.startsWith(letters);
  const inFull = [...named].filter(begins);
  const found = inFull.length > 0 ? inFull : [...knownPosts()].filter(begins);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A station cut to six characters has at least so many letters: `CAPE T`. */
const LEAST_OF_BEGINNING = 5;
