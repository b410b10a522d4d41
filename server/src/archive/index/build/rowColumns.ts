import { copyRange } from '../format/codes';
import type { BaseColumns } from '../format/columns';
import { sumUp } from '../format/groups';
import { NOWHERE, type Source, type Sources } from './source';

type RowColumns = Pick<
  BaseColumns,
  'rowTime' | 'rowClassification' | 'rowCompleteness' | 'rowAnchor' | 'rowCitations'
>;

/** Of each row what is a number, and where its citations start. `places` says for each row of all sources where it goes, `count` how many there are. */
export function rowColumns(sources: Sources, places: Uint32Array, count: number): RowColumns {
  const written = {
    rowTime: new Int32Array(count),
    rowClassification: new Uint8Array(count),
    rowCompleteness: new Int32Array(count),
    rowAnchor: new Uint32Array(4 * count),
    rowCitations: new Uint32Array(count + 1),
  };
  for (const source of sources.all) placeRows(source, places, written);
  sumUp(written.rowCitations);
  return written;
}

/** Writes the numbers of a source's rows to their places; and how many citations each has, behind its place. */
function placeRows({ columns, firstRow }: Source, places: Uint32Array, to: RowColumns): void {
  const { rowTime, rowClassification, rowCompleteness, rowAnchor, rowCitations } = columns;
  for (let row = 0; row < rowTime.length; row++) {
    const place = places[firstRow + row] ?? NOWHERE;
    if (place === NOWHERE) continue;
    to.rowTime[place] = rowTime[row] ?? 0;
    to.rowClassification[place] = rowClassification[row] ?? 0;
    to.rowCompleteness[place] = rowCompleteness[row] ?? 0;
    copyRange(rowAnchor, row, to.rowAnchor, place);
    to.rowCitations[place + 1] = (rowCitations[row + 1] ?? 0) - (rowCitations[row] ?? 0);
  }
}
