import { compareText } from '../order';
import { NO_ID } from './cableKey';
import { GONE, NO_CABLE } from './columns';
import type { PickedFiles } from './pickFiles';
import type { Source } from './source';

/** Rows in the order of the base. */
export interface OrderedRows {
  readonly key: Float64Array;
  /** The number of each row's file in the base. */
  readonly file: Uint32Array;
  /** Its source, and its number there. */
  readonly source: Uint16Array;
  readonly row: Uint32Array;
}

export type RowVisitor = (visit: (source: Source, row: number, file: number) => void) => void;

/** Visits the rows of the files picked, in the order of the files. */
export function rowVisitor(sources: readonly Source[], files: PickedFiles): RowVisitor {
  return visit => {
    for (let i = 0; i < files.file.length; i++) {
      const source = sources[files.source[i] ?? 0];
      const row = source?.columns.fileRow[files.file[i] ?? 0] ?? NO_CABLE;
      if (source && row < GONE) visit(source, row, i);
    }
  };
}

/** Puts the rows of the files picked in order. */
export function orderRows(sources: readonly Source[], files: PickedFiles, eachRow: RowVisitor): OrderedRows {
  let count = 0;
  eachRow(() => count++);
  const key = new Float64Array(count);
  const file = new Uint32Array(count);
  let at = 0;
  eachRow((source, row, index) => {
    key[at] = source.key(source.columns.rowKey[row] ?? NO_ID);
    file[at++] = index;
  });
  const pathOf = (index: number) => {
    const folder = files.folders[files.folder[index] ?? 0] ?? '';
    const name = sources[files.source[index] ?? 0]?.names.at(files.file[index] ?? 0) ?? '';
    return folder === '' ? name : `${folder}/${name}`;
  };
  const comparePaths = (a: number, b: number) =>
    files.folder[a] === files.folder[b] ? a - b : compareText(pathOf(a), pathOf(b));
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  order.sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0) || comparePaths(file[a] ?? 0, file[b] ?? 0));
  const ordered = {
    key: new Float64Array(count),
    file: new Uint32Array(count),
    source: new Uint16Array(count),
    row: new Uint32Array(count),
  };
  for (let i = 0; i < count; i++) {
    const from = order[i] ?? 0;
    const index = file[from] ?? 0;
    const source = files.source[index] ?? 0;
    ordered.key[i] = key[from] ?? 0;
    ordered.file[i] = index;
    ordered.source[i] = source;
    ordered.row[i] = sources[source]?.columns.fileRow[files.file[index] ?? 0] ?? 0;
  }
  return ordered;
}
