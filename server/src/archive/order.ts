import { splitMrn } from '../cable/identity';
import { classificationRank } from '../reference/markings';
import type { CableEntry, Citation, OrderBy } from './snapshot';

/** Cables in the order of year, station and serial, those without an id last, then by place. */
export function compareEntries(a: CableEntry, b: CableEntry): number {
  const left = a.mrn === null ? null : splitMrn(a.mrn);
  const right = b.mrn === null ? null : splitMrn(b.mrn);
  if (left && right) {
    const order = left.year - right.year || compareText(left.post, right.post) || left.serial - right.serial;
    if (order !== 0) return order;
  } else if (left || right) {
    return left ? -1 : 1;
  }
  return comparePlaces(a, b);
}

/**
 * Compares cables by one of their values; those without it come last, and those with the same in the order of `compareEntries`.
 * `citedBy` counts who cites a cable.
 */
export function comparatorOf(
  by: OrderBy,
  citedBy: (entry: CableEntry) => number,
): (a: CableEntry, b: CableEntry) => number {
  if (by === 'id') return compareEntries;
  const valueIn = (entry: CableEntry): string | number | null => {
    switch (by) {
      case 'date':
        return entry.instant;
      case 'classification':
        return entry.classification === null ? null : classificationRank(entry.classification);
      case 'citedBy':
        return citedBy(entry);
      default:
        return entry[by];
    }
  };
  return (a, b) => compareValues(valueIn(a), valueIn(b)) || compareEntries(a, b);
}

function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Cables by file, then in the order of its text. */
export function comparePlaces(a: CableEntry, b: CableEntry): number {
  return compareText(a.uri, b.uri) || a.anchor.start.line - b.anchor.start.line;
}

/** Orders citations by file, then by position. */
export function compareCitations(a: Citation, b: Citation): number {
  return (
    compareText(a.source.uri, b.source.uri) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character
  );
}

/** Compares strings by UTF-16 code units: negative, zero or positive. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same for UTF-8 bytes: those of `left` from `a` up to `aEnd` and those of `right` from `b` up to `bEnd`. */
export function compareUtf8(
  left: Uint8Array,
  a: number,
  aEnd: number,
  right: Uint8Array,
  b: number,
  bEnd: number,
): number {
  const end = Math.min(aEnd, a + bEnd - b);
  for (let i = a, j = b; i < end; i++, j++) {
    const byte = left[i] ?? 0;
    const other = right[j] ?? 0;
    if (byte !== other) return rankOf(byte) - rankOf(other);
  }
  return aEnd - a - (bEnd - b);
}

/**
 * The order of code units is that of bytes, except that characters from U+E000 on, which start with 0xee or 0xef, come after surrogates,
 * which start with 0xf0 to 0xf4.
 */
function rankOf(byte: number): number {
  return byte === 0xee || byte === 0xef ? byte + 0x10 : byte;
}

/** Binary search: the first index from `low` to `high` in ascending `values` whose value is at least `value`; `high` if there is none. */
export function lowerBound(
  values: ArrayLike<number>,
  value: number,
  low = 0,
  high: number = values.length,
): number {
  let start = low;
  let end = high;
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((values[middle] ?? 0) < value) start = middle + 1;
    else end = middle;
  }
  return start;
}
