import { capitalsOf } from '../text/characters';
import type { Field } from '../text/span';
import { fullYear } from './identity';
import type { DateTimeGroup, Prosign } from './model';
import { captures } from './trimmedLines';

/** The months as date-time groups write them. */
export const MONTHS: readonly string[] = [
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MAY',
  'JUN',
  'JUL',
  'AUG',
  'SEP',
  'OCT',
  'NOV',
  'DEC',
];
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(MONTHS.map((name, month) => [name, month]));

/** The first precedence may be lost where nothing but the time stands on the line, and signals. */
const DTG =
  /^(?:([ZOPRY])(?: {1,4}([ZOPRY]))?(?: {1,4}([ZOPRY]))?\s{1,8}|(?=[\dO]{6}Z [A-Z]{3} \d\d(?: Z[A-Z]{2}\b.{0,40})?$))([\dO]{6}\s?Z\s{1,4}([A-Z]{3,9})\s{1,4}(\d{4}|\d{2}))(?![A-Z0-9])\s*(.*)$/i;
const BEGINNING =
  /^[ZOPRY](?: {1,4}[ZOPRY]){0,2}\s{1,8}(?:\d|O\d{5}\s?Z)|^[\dO]{6}Z [A-Z]{3} \d\d(?: Z[A-Z]{2}\b.{0,40})?$/;

/** Whether a line stands like a date-time group: precedence prosigns and a digit, or a time without any. */
export function beginsLikeDtg(line: string): boolean {
  return BEGINNING.test(line);
}

/**
 * Reads FL5, `R 241550Z JAN 07 ZDK` (5 FAH-2 H-321). `base` is the offset of `line` in the text. Null where the line does not
 * begin like one; `time` is null where it begins so and cannot be read.
 */
export function parseDtg(line: string, base: number): DateTimeGroup | null {
  const match = DTG.exec(line);
  const start = base;
  const end = base + line.length;
  if (!match) {
    if (!BEGINNING.test(line)) return null;
    return {
      precedences: [],
      time: null,
      instant: null,
      impossible: null,
      year: null,
      tail: null,
      start,
      end,
    };
  }
  const found = captures(match, 4, base);
  const time = found[3] ?? null;
  const precedences: Field<Prosign>[] = [];
  for (let group = 0; group < 3; group++) {
    const field = found[group];
    if (field) precedences.push({ value: prosignOf(field.value), start: field.start, end: field.end });
  }
  const tail = match[7] ?? '';
  const year = fullYear(match[6] ?? '');
  const { instant, impossible } = instantOf(time?.value ?? '', match[5] ?? '', year);
  return {
    precedences,
    time,
    year,
    // It goes on to the end of the line; what it repeats of the time would mislead a search for it.
    tail: tail === '' ? null : { value: tail, start: end - tail.length, end },
    instant,
    impossible,
    start,
    end,
  };
}

/** Y, emergency command precedence, is military and above FLASH (ACP 121); it is read as FLASH. */
function prosignOf(letter: string): Prosign {
  const upper = capitalsOf(letter);
  return upper === 'O' || upper === 'P' || upper === 'R' ? upper : 'Z';
}

function instantOf(
  time: string,
  monthName: string,
  year: number,
): Pick<DateTimeGroup, 'instant' | 'impossible'> {
  const printed = time.slice(0, 6);
  // O for 0, as typists wrote and copyists read.
  const digits = Number(printed) || Number(printed.replace(/O/gi, '0'));
  const day = Math.floor(digits / 10_000);
  const hour = Math.floor(digits / 100) % 100;
  const minute = digits % 100;
  const month = MONTH_NUMBERS.get(capitalsOf(monthName.slice(0, 3)));
  if (month === undefined) return { instant: null, impossible: 'month' };
  if (day < 1 || day > daysIn(year, month)) return { instant: null, impossible: 'day' };
  if (hour > 23) return { instant: null, impossible: 'hour' };
  if (minute > 59) return { instant: null, impossible: 'minute' };
  return { instant: Date.UTC(year, month, day, hour, minute), impossible: null };
}

/** The number of days in a month; `month` counts from 0. */
export function daysIn(year: number, month: number): number {
  if (month === 1) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 3 || month === 5 || month === 8 || month === 10 ? 30 : 31;
}

/** `24 JAN 07 15:50Z`, the form in which messages and hovers show a time. `instant` is milliseconds since 1970, UTC. */
export function showInstant(instant: number): string {
  const iso = new Date(instant).toISOString();
  const month = MONTHS[Number(iso.slice(5, 7)) - 1] ?? '';
  return `${iso.slice(8, 10)} ${month} ${iso.slice(2, 4)} ${iso.slice(11, 16)}Z`;
}

/** `2007-01-24T15:50Z` */
export function isoMinute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16)}Z`;
}

/** A date-time group named in running text or a reference, `251847Z MAR 08`. */
export const DTG_IN_TEXT = /\b(?:[A-Z] ?)?\d{6}\s?Z\s{1,3}[A-Z]{3}\s{1,3}\d{2,4}\b/i;

/** The field of the action precedence, the first prosign. */
export function actionPrecedence(dtg: DateTimeGroup | null): Field<Prosign> | null {
  return dtg?.precedences[0] ?? null;
}
