import { statSync } from 'node:fs';
import type { PackedNames } from '../../archive/fileNames';
import { namesOf } from '../files/fileLists';
import { pathBelow } from '../files/walk';

/** Files with their known sizes and modification times, in parallel arrays. */
export interface FileStates {
  readonly folder: string;
  readonly lists: readonly PackedNames[];
  /** In bytes. */
  readonly sizes: Float64Array;
  /** In milliseconds since 1970. */
  readonly times: Float64Array;
}

/** Returns the indices of the files that have changed or are gone. Never throws. */
export function changedPlaces({ folder, lists, sizes, times }: FileStates): number[] {
  const changed: number[] = [];
  let place = 0;
  for (const list of lists) {
    const nativeBelow = pathBelow(folder, list.below);
    for (const name of namesOf(list)) {
      if (!isAsKnown(nativeBelow + name, sizes[place], times[place])) changed.push(place);
      place++;
    }
  }
  return changed;
}

function isAsKnown(path: string, size: number | undefined, time: number | undefined): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats !== undefined && stats.size === size && stats.mtimeMs === time;
  } catch {
    return false;
  }
}
