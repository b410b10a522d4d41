import { statSync } from 'node:fs';
import { pathBelow } from './walk';

/** Files with their sizes and times as they are known: the numbers of one file have one place in all three. */
export interface FileStates {
  readonly folder: string;
  /** Relative to the folder, with `/` between names. */
  readonly paths: readonly string[];
  /** In bytes. */
  readonly sizes: Float64Array;
  /** When they were changed, in milliseconds since 1970. */
  readonly times: Float64Array;
}

/** Asks the system for each of the files; gives the places of those that are not as they are known, or gone. Never throws. */
export function changedPlaces({ folder, paths, sizes, times }: FileStates): number[] {
  const changed: number[] = [];
  for (let i = 0; i < paths.length; i++)
    if (!isAsKnown(pathBelow(folder, paths[i] ?? ''), sizes[i], times[i])) changed.push(i);
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
