import { statSync } from 'node:fs';
import { namesOf, type PackedList } from '../files/fileLists';
import { pathBelow } from '../files/walk';

/** Files with their sizes and times as they are known: the numbers of one file have one place in all three. */
export interface FileStates {
  readonly folder: string;
  readonly lists: readonly PackedList[];
  /** In bytes. */
  readonly sizes: Float64Array;
  /** When they were changed, in milliseconds since 1970. */
  readonly times: Float64Array;
}

/** Asks the system for each of the files; gives the places of those that are not as they are known, or gone. Never throws. */
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
