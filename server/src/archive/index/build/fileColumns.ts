import { compareText } from '../../order';
import { type BaseColumns, NO_CABLE, NONE } from '../format/columns';
import { StringTable } from '../format/strings';
import type { PickedFiles } from './pickFiles';

type FileColumns = Pick<BaseColumns, 'fileFolder' | 'nameStarts' | 'nameBytes' | 'fileSize' | 'fileTime'>;

/** What is known of each file but its row. */
export function fileColumns({ ranges, folder, names }: PickedFiles): FileColumns {
  const fileSize = new Float64Array(folder.length);
  const fileTime = new Float64Array(folder.length);
  let at = 0;
  for (const { source, start, end } of ranges) {
    fileSize.set(source.columns.fileSize.subarray(start, end), at);
    fileTime.set(source.columns.fileTime.subarray(start, end), at);
    at += end - start;
  }
  return { fileFolder: folder, nameStarts: names.starts, nameBytes: names.bytes, fileSize, fileTime };
}

/** Compares two files of the base: negative, zero or positive. */
export type FileOrder = (file: number, other: number) => number;

/** Compares files of the base by their paths, by UTF-16 code units. */
export function pathComparer({ folder, folders, names: { starts, bytes } }: PickedFiles): FileOrder {
  const names = new StringTable(starts, bytes);
  const pathOf = (file: number) => {
    const path = folders[folder[file] ?? 0] ?? '';
    return path === '' ? names.at(file) : `${path}/${names.at(file)}`;
  };
  return (a, b) => (folder[a] === folder[b] ? a - b : compareText(pathOf(a), pathOf(b)));
}

/** For each file its first row, or `NO_CABLE`, and for each row the next one of its file, or `NONE`. */
export function rowsOfFiles(rowFile: Uint32Array, files: number): Pick<BaseColumns, 'fileRow' | 'rowNext'> {
  const fileRow = new Uint32Array(files).fill(NO_CABLE);
  const rowNext = new Uint32Array(rowFile.length).fill(NONE);
  for (let row = rowFile.length - 1; row >= 0; row--) {
    const file = rowFile[row] ?? 0;
    const next = fileRow[file] ?? NO_CABLE;
    if (next !== NO_CABLE) rowNext[row] = next;
    fileRow[file] = row;
  }
  return { fileRow, rowNext };
}
