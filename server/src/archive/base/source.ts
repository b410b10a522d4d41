import type { FactColumns } from './columns';

/** Columns that go into a new base. Files, rows and targets are numbered on from one source to the next. */
export interface Source {
  readonly columns: FactColumns;
  /** How many files the sources before it have: its file `i` is that of number `firstFile + i` among all. */
  readonly firstFile: number;
  readonly firstRow: number;
  readonly firstTarget: number;
}

/** In a column of places in the new base: what is not there. */
export const NOWHERE = 0xffffffff;

export function sourcesOf(all: readonly FactColumns[]): readonly Source[] {
  let firstFile = 0;
  let firstRow = 0;
  let firstTarget = 0;
  return all.map(columns => {
    const source = { columns, firstFile, firstRow, firstTarget };
    firstFile += columns.fileRow.length;
    firstRow += columns.rowKey.length;
    firstTarget += columns.targetKey.length;
    return source;
  });
}

/** How many files, rows and targets the sources have in all. */
export function totalsOf(sources: readonly Source[]): { files: number; rows: number; targets: number } {
  const last = sources.at(-1);
  if (!last) return { files: 0, rows: 0, targets: 0 };
  const { columns, firstFile, firstRow, firstTarget } = last;
  return {
    files: firstFile + columns.fileRow.length,
    rows: firstRow + columns.rowKey.length,
    targets: firstTarget + columns.targetKey.length,
  };
}
