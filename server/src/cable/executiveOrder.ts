import { daysIn } from './dateTimeGroup';
import { FieldText } from './fieldText';
import { fullYear } from './identity';
import type { ExecutiveOrder } from './model';
import type { PreambleField } from './preamble';

/** The number; a scanner or a slip may have put a letter for one of its digits. */
const NUMBER = /^(\d{4,5}|(?=[\dA-Z]{5}\b)\d{3,4}[A-Z]\d?)\b\s?:?\s*/i;
const DATE = /\b(\d{4})[/-](\d{1,2})[/-](\d{1,2})\b|\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/;
const NONE = /^N\/?A\b/i;
const EVENT = /^(?:DEC\w{0,2}|DNG)\b/i;

/**
 * Reads the E.O. line, `E.O. 12958: DECL: 01/24/2017` (cable-format 3.9). Dates are month/day/year, or year first.
 */
export function parseExecutiveOrder(source: string, field: PreambleField): ExecutiveOrder {
  const fieldText = new FieldText(source, field.parts);
  const numberMatch = NUMBER.exec(fieldText.text);
  const valueStart = numberMatch ? numberMatch[0].length : 0;
  const number = numberMatch ? fieldText.field(0, numberMatch[1]?.length ?? 0) : null;
  const value =
    valueStart < fieldText.text.length ? fieldText.field(valueStart, fieldText.text.length) : null;
  const dateMatch = DATE.exec(fieldText.text.slice(valueStart));
  const date = dateMatch
    ? fieldText.field(valueStart + dateMatch.index, valueStart + dateMatch.index + dateMatch[0].length)
    : null;
  const last = field.parts[field.parts.length - 1];
  return {
    start: field.keywordSpan.start,
    end: last?.end ?? field.keywordSpan.end,
    number,
    value,
    kind: kindOf(value?.value ?? '', date !== null),
    date,
    declassifyOn: dateMatch ? isoDate(dateMatch) : null,
  };
}

function kindOf(value: string, hasDate: boolean): ExecutiveOrder['kind'] {
  if (NONE.test(value)) return 'none';
  if (hasDate) return 'date';
  return EVENT.test(value) ? 'event' : 'other';
}

/** `2017-01-24`, or null where the calendar has no such day. */
function isoDate(match: RegExpExecArray): string | null {
  const yearFirst = match[1] !== undefined;
  const year = yearFirst ? Number(match[1]) : yearOfDeclassification(match[6] ?? '');
  const month = Number(yearFirst ? match[2] : match[4]);
  const day = Number(yearFirst ? match[3] : match[5]);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month - 1)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Declassification lies ahead of the telegram, so two digits mean 1970 to 2069. */
function yearOfDeclassification(digits: string): number {
  if (digits.length === 4) return Number(digits);
  const year = Number(digits);
  return year >= 70 ? fullYear(1900 + year) : 2000 + year;
}
