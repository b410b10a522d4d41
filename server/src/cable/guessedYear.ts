import { executiveOrder } from '../reference/executiveOrders';
import type { Field } from '../text/span';
import type { ClassificationAuthority, ExecutiveOrder } from './model';

/**
 * The year of a telegram that prints none, by its declassification date: under the orders since 1995 that lies a round number of years
 * ahead, and the text says in which of them the telegram was written, or on what day of the year.
 */

/** A year that the text does not print as the telegram's own, and why it must be that. */
export interface GuessedYear {
  readonly value: number;
  /** From the telegram to its declassification, in years. */
  readonly term: number;
  /** What in the text proves it: the year itself, or a day of the weeks before the day of declassification. */
  readonly witness: Field<string>;
}

/**
 * Years from telegram to declassification under the orders since 1995, the usual first: exactly ten in 785 of 1,165
 * published telegrams (cable-format X10), else a round term.
 */
const TERMS = [10, 25, 20, 5];
const TERMS_SINCE = 1995;
/** Reasons are in section 1.4 of the order since its amendment of March 2003; in 1.5 before. */
const SECTION_1_4_SINCE = 2003;
const USUAL = 10;
/** So many days about the turn of the year a date of declassification tells neither year: in January many write the old one. */
const TURN = { before: 15, behind: 31 };
/** A day named in the text is so many days before the day of declassification at most, and so many after it. */
const BEFORE = 31;
const AFTER = 14;

/**
 * The most usual term that puts the telegram where its executive order and the section of its reasons were in use, where the text has a
 * witness and contradicts nothing. `cited` tells whether a reference would be later than the telegram if that were of a year. Earlier
 * orders had other terms; under them nothing is guessed.
 */
export function guessYear(
  text: string,
  order: ExecutiveOrder,
  authority: ClassificationAuthority | null,
  cited: (year: number) => boolean,
): GuessedYear | null {
  if (!order.declassifyOn || !order.number || !order.date) return null;
  const inForce = executiveOrder(order.number.value);
  const since = authority?.reasonSection?.value === '1.4' ? SECTION_1_4_SINCE : TERMS_SINCE;
  const first = Math.max(since, Number(inForce?.from.slice(0, 4) ?? 0));
  const last = Number(inForce?.until?.slice(0, 4) ?? Number.POSITIVE_INFINITY);
  const declassified = Number(order.declassifyOn.slice(0, 4));
  const [month = 0, day = 0] = order.declassifyOn.slice(5).split('-').map(Number);
  const anniversary = dayOfYear(month - 1, day);
  if (anniversary <= TURN.behind || anniversary > DAYS - TURN.before) return null;
  const terms = TERMS.filter(years => declassified - years >= first && declassified - years <= last);
  // Less usual terms may leave two years: then none of them is certain.
  const [term, other] = terms;
  if (term === undefined || (other !== undefined && term !== USUAL)) return null;
  const named = yearsNamed(text, order);
  const value = declassified - term;
  if (named.has(value + 1) || namesLaterMonth(text, value, month) || cited(value)) return null;
  const near = term > USUAL ? null : dayNear(text, anniversary, order);
  const witness = near ?? named.get(value) ?? null;
  return witness && { value, term, witness };
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MONTH =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';
const MONTH_OF_YEAR = new RegExp(`\\b(${MONTH}),?\\s(?:\\d{1,2},?\\s)?((?:19|20)\\d\\d)\\b`, 'gi');
/** `18 January`, `January 18`, `1/18`, `mid-January`; none with a year behind it. */
const DAY = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s(${MONTH})|(${MONTH})\\s(\\d{1,2})|(early|mid|late)[- ](${MONTH})|(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?![\\d/]))(?!\\w|,?\\s(?:19|20)\\d\\d)`,
  'gi',
);
const PARTS: Readonly<Record<string, number>> = { early: 5, mid: 15, late: 25 };
const DAYS = 365;

/** Whether a text names a later month of a year than `month`, from 1 to 12. */
function namesLaterMonth(text: string, year: number, month: number): boolean {
  for (const [, name = '', printed] of text.matchAll(MONTH_OF_YEAR))
    if (Number(printed) === year && monthOf(name) + 1 > month) return true;
  return false;
}

/** The years that a text names, each where it does so first; the order's own line says nothing. */
function yearsNamed(text: string, order: ExecutiveOrder): ReadonlyMap<number, Field<string>> {
  const named = new Map<number, Field<string>>();
  for (const { 0: value, index } of text.matchAll(/\b(?:19|20)\d\d\b/g)) {
    const isOfOrder = index >= order.start && index < order.end;
    if (!isOfOrder && !named.has(Number(value)))
      named.set(Number(value), { value, start: index, end: index + value.length });
  }
  return named;
}

/** The first day named in the text that is near the day of the year `anniversary`; null where there is none. */
function dayNear(text: string, anniversary: number, order: ExecutiveOrder): Field<string> | null {
  for (const match of text.matchAll(DAY)) {
    const { 0: value, index } = match;
    if (index >= order.start && index < order.end) continue;
    const day = namedDay(match);
    if (day === null) continue;
    const ahead = ((day - anniversary + DAYS + DAYS / 2) % DAYS) - DAYS / 2;
    if (ahead >= -BEFORE && ahead <= AFTER) return { value, start: index, end: index + value.length };
  }
  return null;
}

/** The day of the year that a match of `DAY` names; null where the calendar has no such day. */
function namedDay(match: RegExpExecArray): number | null {
  const [, dayBefore, monthBehind, monthBefore, dayBehind, part, partOf, number, dayOfNumber] = match;
  const name = monthBehind ?? monthBefore ?? partOf;
  const month = name === undefined ? Number(number) - 1 : monthOf(name);
  const day =
    part === undefined ? Number(dayBefore ?? dayBehind ?? dayOfNumber) : (PARTS[part.toLowerCase()] ?? 15);
  return month < 0 || month > 11 || day < 1 || day > 31 ? null : dayOfYear(month, day);
}

/** 0 to 11 for a month's English name in any case, in full or cut. */
function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toUpperCase());
}

/** The day of a common year, from 1 on; months count from 0. */
function dayOfYear(month: number, day: number): number {
  return Math.round((Date.UTC(2001, month, day) - Date.UTC(2001, 0, 1)) / 86_400_000) + 1;
}
