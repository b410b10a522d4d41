import type { Classification, YearSource } from '../../../cable/model';
import type { FactCitation } from '../../facts';
import type { Range } from '../../snapshot';

// The order of these lists is part of the file format: add at the end, and change `FORMAT` in `fileFormat.ts`.
const CLASSIFICATIONS: readonly (Classification | null)[] = [
  null,
  'UNCLASSIFIED',
  'LIMITED OFFICIAL USE',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
];
const YEAR_SOURCES: readonly (YearSource | null)[] = [
  null,
  'printed',
  'inherited',
  'same-year',
  'year-before',
];

export function classificationCode(classification: Classification | null): number {
  return Math.max(0, CLASSIFICATIONS.indexOf(classification));
}

export function classificationOfCode(code: number): Classification | null {
  return CLASSIFICATIONS[code] ?? null;
}

/** Place and year source of a citation in one byte. */
export function citationCode({ place, yearSource }: Pick<FactCitation, 'place' | 'yearSource'>): number {
  return Math.max(0, YEAR_SOURCES.indexOf(yearSource)) * 2 + (place === 'list' ? 0 : 1);
}

export function citationOfCode(code: number): Pick<FactCitation, 'place' | 'yearSource'> {
  return { place: code % 2 === 0 ? 'list' : 'text', yearSource: YEAR_SOURCES[code >> 1] ?? null };
}

/** Appends a range to `values` as four numbers. */
export function pushRange(values: number[], { start, end }: Range): void {
  values.push(start.line, start.character, end.line, end.character);
}

/** The 0-based `index`th range of a column. */
export function rangeAt(column: Uint32Array, index: number): Range {
  const at = index * 4;
  return {
    start: { line: column[at] ?? 0, character: column[at + 1] ?? 0 },
    end: { line: column[at + 2] ?? 0, character: column[at + 3] ?? 0 },
  };
}

/** Copies the `index`th range of a column to the `at`th of another. */
export function copyRange(from: Uint32Array, index: number, to: Uint32Array, at: number): void {
  to[4 * at] = from[4 * index] ?? 0;
  to[4 * at + 1] = from[4 * index + 1] ?? 0;
  to[4 * at + 2] = from[4 * index + 2] ?? 0;
  to[4 * at + 3] = from[4 * index + 3] ?? 0;
}
