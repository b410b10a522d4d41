import { splitMrn } from '../cable/identity';
import { compareText } from './order';
import type { CableEntry, Group, Grouping, MonthCount } from './snapshot';

/** The keys of a cable's groups: one, or one for each TAG; the empty key if it has none. */
export function keysOf(entry: CableEntry, by: Grouping): readonly string[] {
  const { mrn, tags, classification } = entry;
  if (by === 'tag') return tags.length > 0 ? tags : [''];
  if (by === 'classification') return [classification ?? ''];
  if (by === 'year') return [String(yearOf(entry) ?? '')];
  return [(mrn === null ? null : splitMrn(mrn)?.post) ?? ''];
}

/** The year of a cable: that of its id, otherwise that of its date-time group; null if it has neither. */
export function yearOf({ mrn, instant }: Pick<CableEntry, 'mrn' | 'instant'>): number | null {
  const parts = mrn === null ? null : splitMrn(mrn);
  return parts?.year ?? (instant === null ? null : new Date(instant).getUTCFullYear());
}

/** Groups ordered by key; the empty key comes last. */
export function sortedGroups(counts: ReadonlyMap<string, number>): readonly Group[] {
  const groups = [...counts].map(([key, count]) => ({ key, count }));
  return groups.sort((a, b) => Number(a.key === '') - Number(b.key === '') || compareText(a.key, b.key));
}

/** Months in order. */
export function sortedMonths(counts: ReadonlyMap<number, number>): readonly MonthCount[] {
  return [...counts].map(([month, count]) => ({ month, count })).sort((a, b) => a.month - b.month);
}

/** The month of an instant (milliseconds since 1970, UTC), in months since January 1970. */
export function monthOf(instant: number): number {
  const date = new Date(instant);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** Adds `step` to the count of `key`. */
export function count<K>(counts: Map<K, number>, key: K, step = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + step);
}
