import { executiveOrder } from '../reference/executiveOrders';
import { postOfPlad } from './addressing';
import { formatMrn, fullYear, parseMrn } from './identity';
import { isDateline, saysPartialExtract } from './lines';
import type { ClassificationAuthority, ClassLine, ExecutiveOrder, Transmission } from './model';
import type { Source } from './source';

/** What publishers print above or into the header beside the header itself. */
export interface PrintedAbove {
  readonly partial: boolean;
  /** The year of a dateline, `Friday, 09 February 2007, 14:12`. */
  readonly datelineYear: number | null;
  /** An id alone on a line, `09NAIROBI2497`. */
  readonly mrn: string | null;
}

/** Reads the lines before 0-based line `to`. */
export function printedAbove(source: Source, to: number): PrintedAbove {
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
    else if (/^\d{2}[A-Z]{4,20}\d{1,6}$/.test(content)) mrn ??= parseMrn(content);
  }
  return { partial, datelineYear, mrn };
}

export interface TelegramYear {
  readonly value: number | null;
  readonly inferred: boolean;
}

/**
 * Years from telegram to declassification, the usual first: exactly ten in 785 of 1,165 published telegrams
 * (cable-format X10), else a round term.
 */
const TERMS = [10, 25, 20, 15, 5];
/** Reasons are in section 1.4 of the order since its amendment of March 2003; in 1.5 before. */
const SECTION_1_4_SINCE = 2003;

/**
 * The year of a telegram: from the DTG, a dateline or a printed id. Where a copy has lost all of them, it is inferred from
 * the declassification date: the most usual term that puts the telegram where its executive order and the section of its
 * reasons were in use.
 */
export function yearOf(
  transmission: Transmission,
  printed: PrintedAbove,
  order: ExecutiveOrder | null,
  authority: ClassificationAuthority | null,
): TelegramYear {
  const stated =
    transmission.dtg?.year ??
    printed.datelineYear ??
    (printed.mrn ? fullYear(printed.mrn.slice(0, 2)) : null);
  if (stated !== null) return { value: stated, inferred: false };
  if (!order?.declassifyOn || !order.number) return { value: null, inferred: false };
  const inForce = executiveOrder(order.number.value);
  const since = authority?.reasonSection?.value === '1.4' ? SECTION_1_4_SINCE : 0;
  const first = Math.max(since, Number(inForce?.from.slice(0, 4) ?? 0));
  const last = Number(inForce?.until?.slice(0, 4) ?? Number.POSITIVE_INFINITY);
  const declassified = Number(order.declassifyOn.slice(0, 4));
  const year = TERMS.map(term => declassified - term).find(
    candidate => candidate >= first && candidate <= last,
  );
  return { value: year ?? null, inferred: year !== undefined };
}

/**
 * The canonical id. The class line names the text; without one, an id that the publisher printed; else the originator and
 * the station serial of the header, which is the id's serial modulo 10000 (cable-format 10.5).
 */
export function identify(
  classLine: ClassLine | null,
  { from, de }: Transmission,
  printed: PrintedAbove,
  year: number | null,
): string | null {
  if (classLine?.post && classLine.serial)
    return year === null ? null : formatMrn(year, classLine.post.value, classLine.serial.value);
  if (printed.mrn) return printed.mrn;
  if (year === null || !from || !de?.ssn) return null;
  return formatMrn(year, postOfPlad(from.value), de.ssn.value);
}
