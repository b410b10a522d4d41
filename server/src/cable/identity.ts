import { otherName, postKey } from '../reference/posts';

/** The two-digit year of an id for a two- or four-digit year: `2007` and `07` give `07`. */
export function shortYear(year: string | number): string {
  const two = String(year).slice(-2);
  return two.length < 2 ? two.padStart(2, '0') : two;
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
  const digits = serial.slice(countOf(serial, ZERO, ZERO));
  if (key === '' || digits === '' || digits.length > 7 || countOf(digits, ZERO, NINE) < digits.length)
    return null;
  return shortYear(year) + key + digits;
}

/** The parts of a canonical id, or null for another text. */
export function splitMrn(mrn: string): { year: number; post: string; serial: number } | null {
  const letters = countOf(mrn, CAPITAL_A, CAPITAL_Z, 2);
  const digits = countOf(mrn, ZERO, NINE, 2 + letters);
  const isWhole = countOf(mrn, ZERO, NINE) === 2 && mrn.length === 2 + letters + digits;
  if (!isWhole || letters === 0 || letters > 40 || digits === 0 || digits > 7) return null;
  return {
    year: fullYear((mrn.charCodeAt(0) - ZERO) * 10 + mrn.charCodeAt(1) - ZERO),
    post: mrn.slice(2, 2 + letters),
    serial: Number(mrn.slice(2 + letters)),
  };
}

const ZERO = 48;
const NINE = 57;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;

/** How many characters at `from` have codes from `low` to `high`, one behind the other. */
function countOf(text: string, low: number, high: number, from = 0): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) >= low && text.charCodeAt(end) <= high) end++;
  return end - from;
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
