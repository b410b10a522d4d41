import { NO_ID, postOfKey } from './cableKey';
import { GONE } from './columns';
import type { PickedFiles } from './pickFiles';
import { NOWHERE, type Source, totalsOf } from './source';
import { type Union, unionOf, usedOf } from './union';

/** What of the sources goes into the new base. */
export interface Usage {
  /** For each row of all sources its file in the base, or `NOWHERE`. */
  readonly fileOfRow: Uint32Array;
  /** The number of rows in use. */
  readonly rows: number;
  /** For each target of all sources 1 where a row in use cites it. */
  readonly isCited: Uint8Array;
  /** The stations of rows in use and of what these cite. */
  readonly posts: Union;
}

/** Finds out what is in use when the base has `files`. */
export function usageOf(sources: readonly Source[], files: PickedFiles): Usage {
  const totals = totalsOf(sources);
  const fileOfRow = new Uint32Array(totals.rows).fill(NOWHERE);
  const isCited = new Uint8Array(totals.targets);
  const posts = unionOf(
    sources.map(({ columns }) => ({ starts: columns.postStarts, bytes: columns.postBytes })),
  );
  const isUsed = new Uint8Array(posts.strings.length);
  let rows = 0;
  for (const [i, source] of sources.entries()) {
    rows += noteFiles(source, files, fileOfRow);
    const numbers = posts.numbers[i] ?? new Uint32Array();
    noteRows(source, fileOfRow, isCited, numbers, isUsed);
    noteTargets(source, isCited, numbers, isUsed);
  }
  return { fileOfRow, rows, isCited, posts: usedOf(posts, isUsed) };
}

/** Notes the files of a source's rows; gives how many of these are in use. */
function noteFiles(
  { columns, firstFile, firstRow }: Source,
  files: PickedFiles,
  fileOfRow: Uint32Array,
): number {
  const { fileRow } = columns;
  let count = 0;
  for (let i = 0; i < fileRow.length; i++) {
    const row = fileRow[i] ?? GONE;
    const place = files.place[firstFile + i] ?? NOWHERE;
    if (row >= GONE || place === NOWHERE) continue;
    fileOfRow[firstRow + row] = place;
    count++;
  }
  return count;
}

/** Notes the stations of a source's rows in use, and what these cite. */
function noteRows(
  { columns, firstRow, firstTarget }: Source,
  fileOfRow: Uint32Array,
  isCited: Uint8Array,
  posts: Uint32Array,
  isUsed: Uint8Array,
): void {
  const { rowKey, rowCitations, citationTarget } = columns;
  for (let row = 0; row < rowKey.length; row++) {
    if (fileOfRow[firstRow + row] === NOWHERE) continue;
    const key = rowKey[row] ?? NO_ID;
    if (key !== NO_ID) isUsed[posts[postOfKey(key)] ?? 0] = 1;
    const end = rowCitations[row + 1] ?? 0;
    for (let i = rowCitations[row] ?? 0; i < end; i++) isCited[firstTarget + (citationTarget[i] ?? 0)] = 1;
  }
}

/** Notes the stations of a source's targets in use. */
function noteTargets(
  { columns, firstTarget }: Source,
  isCited: Uint8Array,
  posts: Uint32Array,
  isUsed: Uint8Array,
): void {
  const { targetKey } = columns;
  for (let target = 0; target < targetKey.length; target++)
    if (isCited[firstTarget + target] === 1) isUsed[posts[postOfKey(targetKey[target] ?? 0)] ?? 0] = 1;
}
