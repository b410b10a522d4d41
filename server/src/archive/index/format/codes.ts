import type { Classification, YearSource } from '../../../cable/model';
import type { FactCitation } from '../../facts';

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
