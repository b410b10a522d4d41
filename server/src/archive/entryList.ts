import { compareEntries, lowerBound } from './order';
import type { CableEntry, EntryList } from './snapshot';

export function entryListOf(entries: readonly CableEntry[]): EntryList {
  return { length: entries.length, at: index => entries[index] as CableEntry };
}

type Compare = (a: CableEntry, b: CableEntry) => number;

/** A list from its end to its start. */
export function reversed(list: EntryList): EntryList {
  return { length: list.length, at: index => list.at(list.length - 1 - index) };
}

/**
 * Merges two ordered lists. Linear in the shorter and logarithmic in the longer one, so that a few changed files do not make a large
 * group slow.
 */
export function mergeLists(a: EntryList, b: EntryList, compare: Compare = compareEntries): EntryList {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  if (few.length === 0) return many;
  // The position of each of the few in the merged list.
  const places = Uint32Array.from({ length: few.length }, (_, i) => placeOf(few.at(i), many, compare) + i);
  return {
    length: few.length + many.length,
    at: index => {
      const before = lowerBound(places, index);
      return places[before] === index ? few.at(before) : many.at(index - before);
    },
  };
}

/** How many of `list` come before `entry`. */
function placeOf(entry: CableEntry, list: EntryList, compare: Compare): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(list.at(middle), entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
