import { fullYear, shortYear } from '../../../cable/identity';
import { lowerBound } from '../../order';
import type { IdOrWords } from '../../search';
import type { Base, Run, StationYear } from '../format/base';
import { cableKey, FIRST_YEAR, serialOfKey, YEARS, yearOfKey } from '../format/cableKey';

/** The parts of an id, of its beginning or of a word in it: digits of the year, letters of the station, digits of the serial. */
const ID_PARTS = /^(\d*)([A-Z]*)(\d*)$/;

/** Serials have at most seven digits. */
const MOST_SERIALS = 1e7;

/** For each row one more than its rank where its id fits `query` (see `rankOf`), else 0. */
export function markIds(base: Base, query: IdOrWords): Uint8Array {
  const marks = new Uint8Array(base.rowCount);
  const mark = (value: number, runs: Iterable<Run>) => {
    for (const { start, end } of runs) marks.fill(value, start, end);
  };
  for (const beginning of [...query.starts, ...query.numbers]) mark(2, runsBeginning(base, beginning));
  for (const number of query.numbers) mark(1, runsOfNumber(base, number));
  for (const mrn of query.ids) {
    const key = base.keyOf(mrn);
    if (key !== null) mark(1, [base.rowsOf(key)]);
  }
  return marks;
}

/** Says of each row that has `word`, which has letters, in its id whether the id begins so, with or without its year. */
export function visitIdsWith(base: Base, word: string, visit: (row: number, begins: boolean) => void): void {
  const [, year = '', letters = '', serial = ''] = ID_PARTS.exec(word) ?? [];
  if (letters === '') return;
  const fits = base.posts.all().map(post => fitOf(post, letters, serial !== ''));
  if (fits.every(fit => fit === 'no')) return;
  for (const group of base.stationYears()) {
    const fit = fits[group.post] ?? 'no';
    if (fit === 'no' || !shortYear(group.year).endsWith(year) || (year !== '' && fit !== 'begins')) continue;
    const begins = fit === 'begins' && year.length !== 1;
    for (const { start, end } of serial === '' ? [group] : serialRuns(base, group, serial))
      for (let row = start; row < end; row++) visit(row, begins);
  }
}

/** How `letters` stand in a station's name, where they end if a serial follows. */
function fitOf(post: string, letters: string, toTheEnd: boolean): 'begins' | 'within' | 'no' {
  if (toTheEnd ? post === letters : post.startsWith(letters)) return 'begins';
  return (toTheEnd ? post.endsWith(letters) : post.includes(letters)) ? 'within' : 'no';
}

/** How a number stands in an id: not at all, within it, or at its beginning. */
export const ABSENT = 0;
export const WITHIN = 1;
export const BEGINS = 2;
type Fit = typeof ABSENT | typeof WITHIN | typeof BEGINS;

/** Tells how the digits `word` stand in an id by its key; null if it is no number. Most ids may have them, so that none is marked. */
export function fitOfDigits(word: string): ((key: number) => Fit) | null {
  if (!/^\d+$/.test(word)) return null;
  const years = Uint8Array.from(YEARS, year => {
    const printed = shortYear(year);
    return printed.startsWith(word) ? BEGINS : printed.includes(word) ? WITHIN : ABSENT;
  });
  const serials = new SerialsWith(word);
  return key => {
    const fit = (years[yearOfKey(key) - FIRST_YEAR] ?? ABSENT) as Fit;
    return fit === ABSENT && serials.has(serialOfKey(key)) ? WITHIN : fit;
  };
}

/** The rows whose id begins so: `07MUSC`, `07MUSCAT7`, or without the year. */
function* runsBeginning(base: Base, beginning: string): Generator<Run> {
  const [, year = '', letters = '', serial = ''] = ID_PARTS.exec(beginning) ?? [];
  const post = base.posts.lowerBound(letters);
  if (serial !== '' && base.posts.find(letters) < 0) return;
  const behind = serial === '' ? base.posts.lowerBound(`${letters}\uffff`) : post + 1;
  for (const one of year === '' ? YEARS : [fullYear(year)]) {
    const run = keyRun(base, cableKey(one, post, 0), cableKey(one, behind, 0));
    if (serial === '') yield run;
    else yield* serialRuns(base, { ...run, year: one, post }, serial);
  }
}

/** The rows whose id behind the year is just `number`: `MUSCAT73`. */
function* runsOfNumber(base: Base, number: string): Generator<Run> {
  const [, , letters = '', serial = ''] = ID_PARTS.exec(number) ?? [];
  const post = base.posts.find(letters);
  if (post < 0 || serial === '' || Number(serial) >= MOST_SERIALS) return;
  for (const year of YEARS) yield base.rowsOf(cableKey(year, post, Number(serial)));
}

/** The rows of a station and a year whose serial begins with `digits`. */
function* serialRuns(base: Base, { year, post }: StationYear, digits: string): Generator<Run> {
  if (digits.startsWith('0')) return;
  for (let low = Number(digits), high = low + 1; low < MOST_SERIALS; low *= 10, high *= 10)
    yield keyRun(base, cableKey(year, post, low), cableKey(year, post, high));
}

function keyRun(base: Base, from: number, to: number): Run {
  const start = lowerBound(base.columns.rowKey, from);
  return { start, end: lowerBound(base.columns.rowKey, to, start) };
}

/** Nearly all serials are below this one. */
const COMMON = 100_000;

/** What is known of a common serial; 0 where that is nothing yet. */
const NO = 1;
const YES = 2;

/** The serials that have some digits in them. Of the common ones each is divided once, however many cables have it. */
class SerialsWith {
  readonly #value: number;
  readonly #power: number;
  readonly #common = new Uint8Array(COMMON);

  /** `digits` may begin with zeros, which stand behind other digits then. */
  constructor(digits: string) {
    this.#value = Number(digits);
    this.#power = 10 ** digits.length;
  }

  has(serial: number): boolean {
    if (serial >= COMMON) return this.#find(serial);
    this.#common[serial] ||= this.#find(serial) ? YES : NO;
    return this.#common[serial] === YES;
  }

  #find(serial: number): boolean {
    if (serial < this.#power / 10) return false;
    return serial % this.#power === this.#value || this.has(Math.floor(serial / 10));
  }
}
