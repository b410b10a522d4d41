import { NO_ID, renumbered } from './cableKey';
import type { FileOrder } from './fileColumns';
import { type NumberedKeys, sortKeys } from './sortKeys';
import { NOWHERE, type Sources } from './source';
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
export function orderRows(sources: Sources, usage: Usage, comparePaths: FileOrder): OrderedRows {
  const { fileOfRow } = usage;
  const { key, number: row } = sortKeys(rowsInUse(sources, usage));
  for (let start = 0; start < key.length; ) {
    let end = start + 1;
    while (end < key.length && key[end] === key[start]) end++;
    if (end - start > 1) sortByPath(row.subarray(start, end), fileOfRow, comparePaths);
    start = end;
  }
  const file = new Uint32Array(row.length);
  const place = new Uint32Array(fileOfRow.length).fill(NOWHERE);
  for (let i = 0; i < row.length; i++) {
    const each = row[i] ?? 0;
    file[i] = fileOfRow[each] ?? 0;
    place[each] = i;
  }
  return { key, file, row, place };
}

/** The rows in use, by their numbers among those of all sources, with their keys in the new base. */
function rowsInUse(sources: Sources, { fileOfRow, rows, postNumbers }: Usage): NumberedKeys {
  const key = new Float64Array(rows);
  const number = new Uint32Array(rows);
  let count = 0;
  for (const { columns, number: source, firstRow } of sources.all) {
    const { rowKey } = columns;
    const numbers = postNumbers[source] ?? new Uint32Array();
    for (let row = 0; row < rowKey.length; row++) {
      if (fileOfRow[firstRow + row] === NOWHERE) continue;
      key[count] = renumbered(rowKey[row] ?? NO_ID, numbers);
      number[count++] = firstRow + row;
    }
  }
  return { key, number };
}

function sortByPath(rows: Uint32Array, fileOfRow: Uint32Array, comparePaths: FileOrder): void {
  rows.set(Array.from(rows).sort((a, b) => comparePaths(fileOfRow[a] ?? 0, fileOfRow[b] ?? 0)));
}
