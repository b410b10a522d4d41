import type { StringColumns } from '../format/strings';
import type { Source } from './source';

/** Files of a source from number `start` up to `end`. */
export interface Stretch {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** How many files there are. */
export function countFiles(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The names of files, in their order. */
export function namesOf(stretches: readonly Stretch[]): StringColumns {
  const starts = new Uint32Array(countFiles(stretches) + 1);
  const bytes = new Uint8Array(stretches.reduce((sum, stretch) => sum + nameBytesOf(stretch).length, 0));
  let file = 0;
  let to = 0;
  for (const stretch of stretches) {
    const { nameStarts } = stretch.source.columns;
    const moved = to - (nameStarts[stretch.start] ?? 0);
    for (let i = stretch.start; i < stretch.end; i++) starts[file++] = (nameStarts[i] ?? 0) + moved;
    const names = nameBytesOf(stretch);
    bytes.set(names, to);
    to += names.length;
  }
  starts[file] = to;
  return { starts, bytes };
}

function nameBytesOf({ source: { columns }, start, end }: Stretch): Uint8Array {
  return columns.nameBytes.subarray(columns.nameStarts[start], columns.nameStarts[end]);
}
