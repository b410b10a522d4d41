import { compareText } from '../order';
import { type BaseColumns, NO_CABLE } from './columns';
import type { PickedFiles } from './pickFiles';
import { NOWHERE, type Source } from './source';
import { StringTable } from './strings';

type FileColumns = Pick<BaseColumns, 'fileFolder' | 'nameStarts' | 'nameBytes' | 'fileSize' | 'fileTime'>;

/** What is known of each file but its row. */
export function fileColumns(sources: readonly Source[], { folder, names, place }: PickedFiles): FileColumns {
  const size = new Float64Array(folder.length);
  const time = new Float64Array(folder.length);
  for (const { columns, firstFile } of sources) {
    const { fileSize, fileTime } = columns;
    for (let i = 0; i < fileSize.length; i++) {
      const at = place[firstFile + i] ?? NOWHERE;
      if (at === NOWHERE) continue;
      size[at] = fileSize[i] ?? 0;
      time[at] = fileTime[i] ?? 0;
    }
  }
  return {
    fileFolder: folder,
    nameStarts: names.starts,
    nameBytes: names.bytes,
    fileSize: size,
    fileTime: time,
  };
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

/** For each file its row, or `NO_CABLE`. */
export function rowsOfFiles(rowFile: Uint32Array, files: number): Uint32Array {
  const fileRow = new Uint32Array(files).fill(NO_CABLE);
  for (let row = 0; row < rowFile.length; row++) fileRow[rowFile[row] ?? 0] = row;
  return fileRow;
}
