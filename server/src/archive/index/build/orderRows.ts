import { truncated } from '../format/columns';
import type { FileOrder } from './fileColumns';
import { keyOfId, orderOfIds } from './ids';
import { NOWHERE } from './source';
import type { Usage } from './usage';

/** Rows in the order of the base. */
export interface OrderedRows {
  readonly key: Float64Array;
  /** The number of each row's file in the base. */
  readonly file: Uint32Array;
  /** Its number among the rows of all sources. */
  readonly row: Uint32Array;
  /** For each row of all sources its place among these, or `NOWHERE`. */
  readonly place: Uint32Array;
}

/** Puts the rows in use in the order of their ids, and those with one id in that of their paths. */
export function orderRows(usage: Usage, comparePaths: FileOrder): OrderedRows {
  const { fileOfRow, rowIds, posts } = usage;
  const ordered = orderOfIds(rowIds, posts.rank);
  const keys = new Float64Array(ordered.length);
  /** The places of rows with the same id as the one before. */
  const again: number[] = [];
  let count = 0;
  for (let i = 0; i < ordered.length; i++) {
    const each = ordered[i] ?? 0;
    if (fileOfRow[each] === NOWHERE) continue;
    const id = keyOfId(rowIds, each, posts.rank);
    if (count > 0 && id === keys[count - 1]) again.push(count);
    keys[count] = id;
    // Those in use move to the front.
    ordered[count++] = each;
  }
  sortTwins(ordered, again, (a, b) => comparePaths(fileOfRow[a] ?? 0, fileOfRow[b] ?? 0));
  const row = truncated(ordered, count);
  const file = new Uint32Array(count);
  const place = new Uint32Array(fileOfRow.length).fill(NOWHERE);
  for (let i = 0; i < count; i++) {
    const each = row[i] ?? 0;
    file[i] = fileOfRow[each] ?? 0;
    place[each] = i;
  }
  return { key: truncated(keys, count), file, row, place };
}

/** Sorts rows that have one id. `again` has the places of those whose id is that of the row before. */
function sortTwins(
  rows: Uint32Array,
  again: readonly number[],
  compare: (a: number, b: number) => number,
): void {
  for (let i = 0; i < again.length; ) {
    const start = (again[i] ?? 0) - 1;
    let end = start + 1;
    for (; again[i] === end; i++) end++;
    rows.set(Array.from(rows.subarray(start, end)).sort(compare), start);
  }
}
