import type { Base } from '../archive/base/base';
import type { Progress } from '../archive/progress';
import { selectionOf } from '../archive/selection';
import { compareFiles } from './compare';
import { Gathering, removalOf } from './gathering';
import type { FileProblem } from './problem';
import type { ScanPool } from './scanPool';
import { isStopped } from './stop';
import type { ScanResult } from './workerMessages';

/** How many files a thread gets at once: the more, the fewer batches are put together in the end; the fewer, the more even the threads' shares. */
const MOST_FILES = 1024;
const FEWEST_FILES = 128;

/** How many tasks each thread gets in all, where that makes these neither too large nor too small. */
const TASKS_EACH = 8;

/** How many tasks there are for each thread: one to work on, one to go on with. */
const TASKS_AHEAD = 2;

/** How many files are looked at between two reports. */
const REPORT_EVERY = 512;

export interface RefreshOptions {
  readonly folder: string;
  /** Globs of what is left out. */
  readonly exclude: readonly string[];
  /** Ends the work early; what was found out until then counts. */
  readonly stop: SharedArrayBuffer;
  /** Is closed in the end. */
  readonly pool: ScanPool;
  onProgress(progress: Progress): void;
  onProblem(problem: FileProblem): void;
  /** Gets what is known so far, now and then while there is more to read. */
  onCheckpoint?(base: Base): Promise<void>;
}

export interface Refreshed {
  /** The base as it was given where nothing has changed. */
  readonly base: Base;
  /** Files that may be cables by their names. */
  readonly files: number;
  /** Whether all that was new or changed has been read. */
  readonly complete: boolean;
}

/**
 * Brings a base up to date with its folder: walks it, scans what is new or changed, and builds another base of that and the rest.
 * Reading a folder for the first time is the same without a base, and going on after a stop the same with what there is.
 */
export async function refresh(known: Base | null, options: RefreshOptions): Promise<Refreshed> {
  const { folder, exclude, stop } = options;
  const { files, stale, gone, isWhole } = compareFiles(folder, selectionOf(exclude), known, stop, {
    onProblem: problem => options.onProblem(problem),
    onFile(count) {
      if (count % REPORT_EVERY > 0) return;
      options.onProgress({ stage: 'looking', done: count, total: known?.fileCount ?? null });
    },
  });
  const gathering = new Gathering(known);
  if (gone.length > 0) gathering.add(removalOf(gone));
  const scanned = await scanAll(stale, gathering, options);
  // Before the base is built: the memory of the threads is as much as that takes.
  await options.pool.close();
  return { base: gathering.merge(), files, complete: isWhole && scanned === stale.length };
}

/** Scans `paths` with all threads, and gathers what they find. Gives how many were scanned. */
async function scanAll(
  paths: readonly string[],
  gathering: Gathering,
  { folder, stop, pool, onProgress, onProblem, onCheckpoint }: RefreshOptions,
): Promise<number> {
  let done = 0;
  const onResult = (result: ScanResult) => {
    if (result.done > 0) gathering.add(result.batch);
    done += result.done;
    for (const problem of result.problems) onProblem(problem);
    onProgress({ stage: 'reading', done, total: paths.length });
  };
  const onLoss = ({ message }: Error) =>
    onProblem({
      path: folder,
      kind: 'unreadable',
      message: `a thread that read its files ended: ${message}`,
    });
  const running = new Set<Promise<void>>();
  const size = clamp(Math.ceil(paths.length / (pool.width * TASKS_EACH)), FEWEST_FILES, MOST_FILES);
  for (let start = 0; start < paths.length && !isStopped(stop); start += size) {
    const run: Promise<void> = pool
      .scan({ folder, paths: paths.slice(start, start + size) })
      .then(onResult, onLoss)
      .finally(() => running.delete(run));
    running.add(run);
    if (running.size < pool.width * TASKS_AHEAD) continue;
    await Promise.race(running);
    if (onCheckpoint && gathering.isDue) await gathering.checkpoint(onCheckpoint);
  }
  await Promise.all(running);
  return done;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
