import { otherName, postKey } from '../reference/stations';

/** The two-digit year of an id for a two- or four-digit year: `2007` and `07` give `07`. */
export function shortYear(year: string | number): string {
  return String(year).slice(-2).padStart(2, '0');
}

/** The full year of a two- or four-digit year: 50-99 → 19YY, 00-49 → 20YY (cable ids run from 1966 on). */
export function fullYear(year: string | number): number {
  const value = Number(year);
  if (value >= 100) return value;
  return value >= 50 ? 1900 + value : 2000 + value;
}

/**
 * The canonical id (MRN) of a telegram: two-digit year, station key, serial without leading zeros, `07MUSCAT73`.
 * Null where the station has no letters or the serial is no positive number of at most seven digits.
 */
export function formatMrn(year: string | number, post: string, serial: string): string | null {
  const key = postKey(post);
  const digits = serial.startsWith('0') ? serial.replace(/^0+/, '') : serial;
  if (key === '' || !/^\d{1,7}$/.test(digits)) return null;
  return shortYear(year) + key + digits;
}

/** The parts of a canonical id, or null for another text. */
export function splitMrn(mrn: string): { year: number; post: string; serial: number } | null {
  const parts = /^(\d\d)([A-Z]{1,40})(\d{1,7})$/.exec(mrn);
  if (!parts) return null;
  return { year: fullYear(parts[1] ?? ''), post: parts[2] ?? '', serial: Number(parts[3]) };
}

/** The same id under the other name of a station that was renamed (`06KIEV1` for `06KYIV1`), or null. */
export function otherId(mrn: string): string | null {
  const parts = splitMrn(mrn);
  const other = parts && otherName(parts.post);
  return parts && other ? formatMrn(parts.year, other, String(parts.serial)) : null;
}

const NAME = "([A-Za-z][A-Za-z .'-]{1,40}?)";
const YEAR_FIRST = new RegExp(`^(\\d{4}|\\d{2}) {0,3}${NAME} {0,3}(\\d{1,7})(?:_[a-z])?$`);
const YEAR_LAST = new RegExp(`^${NAME} {0,3}(\\d{1,7}) {0,3}\\(?(\\d{4}|\\d{2})\\)$`);

/**
 * The canonical id that a person means by `07MUSCAT73`, `07 MUSCAT 00073`, `2007 Muscat 73` or `MUSCAT 73 (07)`.
 * Null where the text is no id, or has no year.
 */
export function parseMrn(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > 60) return null;
  const first = YEAR_FIRST.exec(trimmed);
  if (first) return formatMrn(first[1] ?? '', first[2] ?? '', first[3] ?? '');
  const last = YEAR_LAST.exec(trimmed);
  if (last) return formatMrn(last[3] ?? '', last[1] ?? '', last[2] ?? '');
  return null;
}
