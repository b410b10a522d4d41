import { executiveOrder } from '../reference/executiveOrders';
import { highestSerial } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import { isDigit } from '../text/characters';
import type { Field, Span } from '../text/span';
import { postOfPlad } from './addressing';
import { idInFileName } from './fileName';
import { formatMrn, fullYear, parseMrn } from './identity';
import { isDateline, saysPartialExtract, tableRowId } from './lines';
import type { ClassificationAuthority, ClassLine, DeLine, ExecutiveOrder, Transmission } from './model';
import type { TrimmedLines } from './trimmedLines';

/** What publishers print above or into the header beside the header itself. */
export interface PrintedAbove {
  readonly partial: boolean;
  /** The year of a dateline, `Friday, 09 February 2007, 14:12`. */
  readonly datelineYear: number | null;
  /** An id alone on a line, `09NAIROBI2497`, or in a table's row above the text. */
  readonly mrn: string | null;
}

/** Reads the lines before 0-based line `to`. */
export function printedAbove(source: TrimmedLines, to: number): PrintedAbove {
  let partial = false;
  let datelineYear: number | null = null;
  let mrn: string | null = null;
  // The dateline of some copies stands one line below the class line's place.
  for (
    let line = source.nextFilled(0);
    line < Math.min(to + 2, source.count);
    line = source.nextFilled(line + 1)
  ) {
    const content = source.content(line);
    if (saysPartialExtract(content)) partial = true;
    else if (isDateline(content)) datelineYear ??= Number(/\d{4}/.exec(content)?.[0]);
    else if (isDigit(content.charCodeAt(0)))
      mrn ??= parseMrn(/^\d{2}[A-Z]{4,20}\d{1,6}$/.test(content) ? content : (tableRowId(content) ?? ''));
  }
  return { partial, datelineYear, mrn };
}

export interface TelegramYear {
  readonly value: number | null;
  readonly inferred: boolean;
}

/**
 * Years from telegram to declassification under the orders since 1995, the usual first: exactly ten in 785 of 1,165
 * published telegrams (cable-format X10), else a round term.
 */
const TERMS = [10, 25, 20, 15, 5];
const TERMS_SINCE = 1995;
/** Reasons are in section 1.4 of the order since its amendment of March 2003; in 1.5 before. */
const SECTION_1_4_SINCE = 2003;

/** What may tell the year of a telegram. */
export interface YearEvidence {
  readonly source: TrimmedLines;
  readonly transmission: Transmission;
  readonly classLine: ClassLine | null;
  readonly printed: PrintedAbove;
  /** Asked only where the text states no year. */
  readonly order: () => ExecutiveOrder | null;
  readonly authority: () => ClassificationAuthority | null;
  /** Path or uri of the file. */
  readonly path: string;
}

/**
 * The year of a telegram: from the DTG, a dateline or a printed id. Where a copy has lost all of them, a file named by the very
 * station and serial of the class line tells it; else it is inferred from the declassification date.
 */
export function yearOf(evidence: YearEvidence): TelegramYear {
  const { source, transmission, classLine, printed, order, authority, path } = evidence;
  const stated =
    transmission.dtg?.year ??
    printed.datelineYear ??
    (printed.mrn ? fullYear(printed.mrn.slice(0, 2)) : null);
  if (stated !== null) return { value: stated, inferred: false };
  const value = yearOfFile(path, classLine) ?? yearOfTerm(source, order(), authority());
  return { value, inferred: value !== null };
}

/**
 * The year in a file's name. A file is only taken at its word where the text says the rest of the id itself: the name adds what
 * the copy lost and never speaks against it.
 */
function yearOfFile(path: string, classLine: ClassLine | null): number | null {
  if (!classLine?.post || !classLine.serial) return null;
  const fileId = idInFileName(path);
  const year = fileId?.slice(0, 2) ?? '';
  if (fileId === null || formatMrn(year, classLine.post.value, classLine.serial.value) !== fileId)
    return null;
  return fullYear(year);
}

/**
 * The year that the declassification date implies: the most usual term that puts the telegram where its executive order and
 * the section of its reasons were in use. Earlier orders had other terms; under them nothing is inferred.
 */
function yearOfTerm(
  source: TrimmedLines,
  order: ExecutiveOrder | null,
  authority: ClassificationAuthority | null,
): number | null {
  if (!order?.declassifyOn || !order.number || mayBeCut(source, order)) return null;
  const inForce = executiveOrder(order.number.value);
  const since = authority?.reasonSection?.value === '1.4' ? SECTION_1_4_SINCE : TERMS_SINCE;
  const first = Math.max(since, Number(inForce?.from.slice(0, 4) ?? 0));
  const last = Number(inForce?.until?.slice(0, 4) ?? Number.POSITIVE_INFINITY);
  const declassified = Number(order.declassifyOn.slice(0, 4));
  const year = TERMS.map(term => declassified - term).find(
    candidate => candidate >= first && candidate <= last,
  );
  if (year === undefined || isContradicted(source.text, year, order.declassifyOn)) return null;
  return year;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH_OF_YEAR = new RegExp(`\\b(${MONTHS}),?\\s(?:\\d{1,2},?\\s)?((?:19|20)\\d\\d)\\b`, 'gi');

/**
 * Whether a text speaks against the year that its declassification date implies: it names a later month of that year than
 * the telegram's own.
 */
function isContradicted(text: string, year: number, declassifyOn: string): boolean {
  const month = Number(declassifyOn.slice(5, 7));
  for (const [, name = '', printed] of text.matchAll(MONTH_OF_YEAR))
    if (Number(printed) === year && monthNumber(name) > month) return true;
  return false;
}

/** 1 to 12 for a month's English name in any case. */
function monthNumber(name: string): number {
  return MONTHS.toLowerCase().split('|').indexOf(name.toLowerCase()) + 1;
}

/** A station's name that a publisher has blacked out. */
const REDACTED = /^X{3,}$/i;

/**
 * The canonical id. The class line names the text; without one, an id that the publisher printed; else the originator and
 * the station serial of the header, where that cannot be but a part of the id's serial (cable-format 10.5). Null rather
 * than an id that a cut at the end of the text may have shortened.
 */
export function identify(
  source: TrimmedLines,
  classLine: ClassLine | null,
  { from, de }: Transmission,
  printed: PrintedAbove,
  year: number | null,
): string | null {
  if (classLine?.post && REDACTED.test(classLine.post.value)) {
    // The originator names a post that is blacked out on the class line, where both give one serial.
    const { serial } = classLine;
    if (year === null || !from || !serial || Number(de?.ssn?.value) !== Number(serial.value) % 10_000)
      return null;
    const post = postOfPlad(from.value);
    return isKnownPost(post) ? formatMrn(year, post, serial.value) : null;
  }
  if (classLine?.post && classLine.serial) {
    if (year === null || !isWhole(source, classLine.serial, de)) return null;
    return formatMrn(year, classLine.post.value, classLine.serial.value);
  }
  if (printed.mrn) return printed.mrn;
  if (year === null || !from || mayBeCut(source, from)) return null;
  const post = postOfPlad(from.value);
  return de?.ssn && isKnownPost(post) && isWholeNumber(de, post) ? formatMrn(year, post, de.ssn.value) : null;
}

/** Whether a text ends where a field does, so that the rest of it may be lost. */
function mayBeCut(source: TrimmedLines, { end }: Span): boolean {
  const last = source.count - 1;
  return source.lines.lineAt(end) === last && source.span(last).end <= end;
}

/** Whether a class line's serial is all there: six digits, or the four that the DE line repeats (cable-format X1). */
function isWhole(source: TrimmedLines, serial: Field<string>, de: DeLine | null): boolean {
  if (!mayBeCut(source, serial)) return true;
  return de?.ssn ? Number(de.ssn.value) === Number(serial.value) % 10_000 : serial.value.length === 6;
}

/**
 * Whether the four digits of a DE line are the whole serial. Where a station is known to number above 9999 they are if it
 * cannot have come to 10000 by the day of filing, at twice the even pace of its fullest year.
 */
function isWholeNumber({ ssn, fileTime }: DeLine, post: string): boolean {
  const highest = highestSerial(post);
  if (highest < 10_000) return true;
  const day = Number(fileTime?.value.slice(0, 3) ?? 366);
  return (2 * highest * day) / 365 < 10_000 + Number(ssn?.value);
}
