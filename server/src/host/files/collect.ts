import type { Selection } from '../../archive/selection';
import { cableByName } from '../../cable/byName';
import { EventLoopYield } from '../threads/cooperative';
import type { FileProblem } from './problem';
import { readCable } from './read';
import { pathBelow, walk } from './walk';

export interface Collector {
  /** Receives each cable in the order of the walk, which waits if a promise is returned. */
  onCable(path: string, text: string): void | Promise<void>;
  /** Receives each folder, and each file that is or may be a cable, that cannot be read; each path once. */
  onProblem(problem: FileProblem): void;
  /** Limits what is read, see `walk`. */
  readonly selection?: Selection | undefined;
  /** Ends the walk at the next file. */
  readonly signal?: AbortSignal;
}

/**
 * Reads every cable below `folder` (see `walk` and `cableByName`), one after the other, and yields to the event loop every few
 * milliseconds. Paths are joined to `folder` as given. Files are read synchronously: several times faster than with promises, and one
 * file takes microseconds. Rejects only with what `onCable` or `onProblem` throws.
 */
export async function collectCables(folder: string, collector: Collector): Promise<void> {
  const { selection, signal } = collector;
  const pause = new EventLoopYield();
  for (const name of walk(folder, problem => collector.onProblem(problem), selection)) {
    if (signal?.aborted) return;
    await collectOne(pathBelow(folder, name), collector);
    await pause.whenDue();
  }
}

function collectOne(path: string, collector: Collector): void | Promise<void> {
  const name = cableByName(path);
  if (name === 'never') return;
  const result = readCable(path);
  if (result.kind === 'text') return collector.onCable(path, result.text);
  if (result.kind === 'declined') return;
  const { kind } = result.problem;
  // A file that has vanished is no longer in the folder, and a binary one is no cable unless its name says so.
  if (kind === 'vanished' || (kind === 'binary' && name !== 'always')) return;
  collector.onProblem(result.problem);
}
