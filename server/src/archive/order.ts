import { splitMrn } from '../cable/identity';
import type { CableEntry, Citation } from './snapshot';

/** Cables in the order of year, station and serial, those without an id last, then by file. */
export function compareEntries(a: CableEntry, b: CableEntry): number {
  const left = a.mrn === null ? null : splitMrn(a.mrn);
  const right = b.mrn === null ? null : splitMrn(b.mrn);
  if (left && right) {
    const order = left.year - right.year || compareText(left.post, right.post) || left.serial - right.serial;
    if (order !== 0) return order;
  } else if (left || right) {
    return left ? -1 : 1;
  }
  return compareText(a.uri, b.uri);
}

/** Citations by file, then in the order of the text. */
export function compareCitations(a: Citation, b: Citation): number {
  return (
    compareText(a.source.uri, b.source.uri) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character
  );
}

/** By UTF-16 code units, as negative, zero or positive. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
