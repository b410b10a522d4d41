import { GONE, NONE } from '../format/columns';
import { type Ids, idsOf } from './ids';
import type { FileRange } from './pickFiles';
import { NOWHERE, type Source, type Sources } from './source';
import { inOrder, type OrderedStrings } from './stringPool';

/** What of the sources goes into the new base. */
export interface Usage {
  /** For each row of all sources its file in the base, or `NOWHERE`. */
  readonly fileOfRow: Uint32Array;
  /** For each target of all sources 1 where a row in use cites it. */
  readonly isCited: Uint8Array;
  /** The ids of the rows in use, and of the targets that they cite. */
  readonly rowIds: Ids;
  readonly targetIds: Ids;
  /** The stations of these ids. */
  readonly posts: OrderedStrings;
}

/** Finds out what is in use when the base has these files. */
export function usageOf(sources: Sources, files: readonly FileRange[]): Usage {
  const { all, posts } = sources;
  const fileOfRow = new Uint32Array(sources.rows).fill(NOWHERE);
  const isUsed = new Uint8Array(sources.rows);
  const rowsOf = noteFiles(files, fileOfRow, isUsed, new Uint32Array(all.length));
  const isCited = new Uint8Array(sources.targets);
  for (const source of all) {
    const { targetKey, rowKey } = source.columns;
    // Where all rows are in use, and that is nearly everywhere, so are all targets.
    if (rowsOf[source.number] === rowKey.length)
      isCited.fill(1, source.firstTarget, source.firstTarget + targetKey.length);
    else noteCitations(source, isUsed, isCited);
  }
  const isPostUsed = new Uint8Array(posts.starts.length - 1);
  const rowKeys = all.map(source => ({ keys: source.columns.rowKey, posts: source.posts }));
  const targetKeys = all.map(source => ({ keys: source.columns.targetKey, posts: source.posts }));
  return {
    fileOfRow,
    isCited,
    rowIds: idsOf(rowKeys, isUsed, isPostUsed),
    targetIds: idsOf(targetKeys, isCited, isPostUsed),
    posts: inOrder(posts, isPostUsed),
  };
}

/** Notes the files of rows, which rows are in use, and in `rowsOf` how many of each source. */
function noteFiles(
  files: readonly FileRange[],
  fileOfRow: Uint32Array,
  isUsed: Uint8Array,
  rowsOf: Uint32Array,
): Uint32Array {
  let file = 0;
  for (const { source, start, end } of files) {
    const { fileRow, rowNext } = source.columns;
    let rows = 0;
    for (let i = start; i < end; i++, file++) {
      for (let row = fileRow[i] ?? GONE; row < GONE; row = rowNext[row] ?? NONE) {
        fileOfRow[source.firstRow + row] = file;
        isUsed[source.firstRow + row] = 1;
        rows++;
      }
    }
    rowsOf[source.number] = (rowsOf[source.number] ?? 0) + rows;
  }
  return rowsOf;
}

/** Notes what the rows in use of a source cite. */
function noteCitations(
  { columns, firstRow, firstTarget }: Source,
  isUsed: Uint8Array,
  isCited: Uint8Array,
): void {
  const { rowKey, rowCitations, citationTarget } = columns;
  for (let row = 0; row < rowKey.length; row++) {
    if (isUsed[firstRow + row] === 0) continue;
    const end = rowCitations[row + 1] ?? 0;
    for (let i = rowCitations[row] ?? 0; i < end; i++) isCited[firstTarget + (citationTarget[i] ?? 0)] = 1;
  }
}
