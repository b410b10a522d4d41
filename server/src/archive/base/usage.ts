import { NO_ID, postOfKey } from './cableKey';
import { GONE } from './columns';
import { inOrder, renumber } from './inOrder';
import { NOWHERE, type Source, type Sources } from './source';
import type { Stretch } from './stretch';

/** What of the sources goes into the new base. */
export interface Usage {
  /** For each row of all sources its file in the base, or `NOWHERE`. */
  readonly fileOfRow: Uint32Array;
  /** The number of rows in use. */
  readonly rows: number;
  /** For each target of all sources 1 where a row in use cites it. */
  readonly isCited: Uint8Array;
  /** The stations of rows in use and of what these cite, in order. */
  readonly posts: readonly string[];
  /** For each source the numbers of its stations among these; any numbers for those not in use. */
  readonly postNumbers: readonly Uint32Array[];
}

/** Finds out what is in use when the base has these files. */
export function usageOf(sources: Sources, files: readonly Stretch[]): Usage {
  const fileOfRow = new Uint32Array(sources.rows).fill(NOWHERE);
  const rowsOf = noteFiles(files, fileOfRow, new Uint32Array(sources.all.length));
  const isCited = new Uint8Array(sources.targets);
  const isUsed = new Uint8Array(sources.posts.starts.length - 1);
  for (const source of sources.all) {
    const { targetKey, rowKey } = source.columns;
    // Where all rows are in use, and that is nearly everywhere, so are all targets.
    if (rowsOf[source.number] === rowKey.length)
      isCited.fill(1, source.firstTarget, source.firstTarget + targetKey.length);
    else noteCitations(source, fileOfRow, isCited);
    notePosts(source, fileOfRow, isCited, isUsed);
  }
  const { strings, rank } = inOrder(sources.posts, isUsed);
  return {
    fileOfRow,
    rows: rowsOf.reduce((sum, rows) => sum + rows, 0),
    isCited,
    posts: strings,
    postNumbers: sources.all.map(({ posts }) => renumber(posts, rank)),
  };
}

/** Notes the files of rows, and in `rowsOf` how many rows of each source are in use. */
function noteFiles(files: readonly Stretch[], fileOfRow: Uint32Array, rowsOf: Uint32Array): Uint32Array {
  let file = 0;
  for (const { source, start, end } of files) {
    const { fileRow } = source.columns;
    let rows = 0;
    for (let i = start; i < end; i++, file++) {
      const row = fileRow[i] ?? GONE;
      if (row >= GONE) continue;
      fileOfRow[source.firstRow + row] = file;
      rows++;
    }
    rowsOf[source.number] = (rowsOf[source.number] ?? 0) + rows;
  }
  return rowsOf;
}

/** Notes what the rows in use of a source cite. */
function noteCitations(
  { columns, firstRow, firstTarget }: Source,
  fileOfRow: Uint32Array,
  isCited: Uint8Array,
): void {
  const { rowKey, rowCitations, citationTarget } = columns;
  for (let row = 0; row < rowKey.length; row++) {
    if (fileOfRow[firstRow + row] === NOWHERE) continue;
    const end = rowCitations[row + 1] ?? 0;
    for (let i = rowCitations[row] ?? 0; i < end; i++) isCited[firstTarget + (citationTarget[i] ?? 0)] = 1;
  }
}

/** Notes the stations of a source's rows in use, and of its targets. */
function notePosts(
  { columns, firstRow, firstTarget, posts }: Source,
  fileOfRow: Uint32Array,
  isCited: Uint8Array,
  isUsed: Uint8Array,
): void {
  const { rowKey, targetKey } = columns;
  for (let row = 0; row < rowKey.length; row++) {
    const key = rowKey[row] ?? NO_ID;
    if (fileOfRow[firstRow + row] !== NOWHERE && key !== NO_ID) isUsed[posts[postOfKey(key)] ?? 0] = 1;
  }
  for (let target = 0; target < targetKey.length; target++)
    if (isCited[firstTarget + target] === 1) isUsed[posts[postOfKey(targetKey[target] ?? 0)] ?? 0] = 1;
}
