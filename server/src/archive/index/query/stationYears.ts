import { lowerBound } from '../../lowerBound';
import type { Base, Run } from '../format/base';
import { cableKey, NO_ID, postOfKey, yearOfKey } from '../format/cableKey';

/** The rows of one station and year, `post` by its number. */
export interface StationYear extends Run {
  readonly year: number;
  readonly post: number;
}

/** All of them, in order; rows without an id are in none. */
export function* stationYears(base: Base): Generator<StationYear> {
  const { rowKey } = base.columns;
  const all = lowerBound(rowKey, NO_ID);
  for (let start = 0; start < all; ) {
    const key = rowKey[start] ?? NO_ID;
    const year = yearOfKey(key);
    const post = postOfKey(key);
    const end = lowerBound(rowKey, cableKey(year, post + 1, 0), start, all);
    yield { year, post, start, end };
    start = end;
  }
}
