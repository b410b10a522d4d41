import * as l10n from '@vscode/l10n';
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** How far orders and dates may be off, in milliseconds: in practice a new order takes some weeks to be used. */
export const GRACE = 60 * DAY;

/**
 * The instant of a file time `dddhhmm` (day of year, hour, minute; UTC) in a year. Null where it is no such time: the day
 * is 001 to 366, the clock 0000 to 2359.
 */
export function fileInstant(fileTime: string, year: number): number | null {
  const day = Number(fileTime.slice(0, 3));
  const hour = Number(fileTime.slice(3, 5));
  const minute = Number(fileTime.slice(5, 7));
  if (fileTime.length !== 7 || !(day >= 1 && day <= 366 && hour <= 23 && minute <= 59)) return null;
  return Date.UTC(year, 0, day, hour, minute);
}

/** The day of year of an instant, three digits, UTC. */
export function dayOfYear(instant: number): string {
  const date = new Date(instant);
  const day = 1 + Math.floor((instant - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY);
  return String(day).padStart(3, '0');
}

/** A length of time in words: `3 days`, `26 hours`. */
export function showDuration(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  if (days >= 2) return l10n.t('{0} days', days);
  return l10n.t('{0} hours', Math.floor(milliseconds / (60 * MINUTE)));
}

/** The instant of a day `2017-01-24` at 00:00 UTC. */
export function instantOfDay(day: string): number {
  return Date.parse(`${day}T00:00Z`);
}

/** The instant `years` after another, 29 February moving to 1 March. */
export function yearsLater(instant: number, years: number): number {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.getTime();
}
