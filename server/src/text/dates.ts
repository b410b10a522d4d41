import { localDateFormat } from './displayLanguage';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `January` for 1, in English: for citations. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/**
 * `24 January 2007`, the form in which a day is shown everywhere, or that of the display language. `instant` is milliseconds since 1970, the
 * day that of UTC.
 */
export function showDay(instant: number): string {
  const date = new Date(instant);
  return (
    localDateFormat({ dateStyle: 'long' })?.format(date) ??
    `${date.getUTCDate()} ${monthName(date.getUTCMonth() + 1)} ${date.getUTCFullYear()}`
  );
}

const TIME: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** `24 January 2007, 15:50 UTC`, or as in the display language. */
export function showTime(instant: number): string {
  const date = new Date(instant);
  return (
    localDateFormat(TIME)?.format(date) ?? `${showDay(instant)}, ${date.toISOString().slice(11, 16)} UTC`
  );
}
