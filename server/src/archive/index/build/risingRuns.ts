import { type FactColumns, GONE } from '../format/columns';
import { compareUtf8 } from '../format/compareUtf8';

/** Files of one folder that stand one behind the other in the columns they are in, rise by their names, and are all there or all gone. */
export interface RisingRun {
  /** The number of the folder in the columns. */
  readonly folder: number;
  readonly start: number;
  readonly end: number;
  readonly isGone: boolean;
}

type FileColumns = Pick<FactColumns, 'fileFolder' | 'fileRow' | 'nameStarts' | 'nameBytes'>;

/** The runs of all files, in their order. What comes from a walk has few: one for each folder, or for the part of it in a batch. */
export function risingRunsOf(columns: FileColumns): readonly RisingRun[] {
  const { fileFolder, fileRow } = columns;
  const runs: RisingRun[] = [];
  let start = 0;
  for (let i = 1; i <= fileFolder.length; i++) {
    if (i < fileFolder.length && goesOn(columns, i)) continue;
    runs.push({ folder: fileFolder[start] ?? 0, start, end: i, isGone: fileRow[start] === GONE });
    start = i;
  }
  return runs;
}

/** Whether a file belongs to the run of the one before. */
function goesOn({ fileFolder, fileRow, nameStarts, nameBytes }: FileColumns, file: number): boolean {
  if (fileFolder[file] !== fileFolder[file - 1]) return false;
  if ((fileRow[file] === GONE) !== (fileRow[file - 1] === GONE)) return false;
  const start = nameStarts[file] ?? 0;
  return (
    compareUtf8(nameBytes, nameStarts[file - 1] ?? 0, start, nameBytes, start, nameStarts[file + 1] ?? 0) < 0
  );
}
