import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { Base } from '../archive/base/base';
import type { Progress } from '../archive/progress';
import type { SavedAt } from './savedArchive';
import { startWorker } from './startWorker';
import { giveStop, newStop } from './stop';
import type { RefreshEnd, RefreshJob, RefreshMessage } from './workerMessages';

/** The thread that walks and builds needs some megabytes for the paths of a quarter of a million files. */
const HEAP_MEGABYTES = 256;

/** More threads than this wait for the disk and for one another. */
const MOST_THREADS = 4;

export interface RefreshRun {
  /** The archive as it is known; only what has changed since is read. */
  readonly known: Base | null;
  /** Globs of what is left out, see `selectionOf`. */
  readonly exclude: readonly string[];
  onProgress?(progress: Progress): void;
  /** Gets the archive whenever it is put together anew: not at all where nothing has changed. */
  onBase(base: Base): void;
  /** Ends the work early; what was read until then counts. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings the archive of `folder` up to date in threads of their own, and saves it. Rejects where the thread
 * breaks down; what was handed over before counts.
 */
export function refreshInThread(folder: string, saved: SavedAt | null, run: RefreshRun): Promise<RefreshEnd> {
  const stop = newStop();
  const onAbort = () => giveStop(stop);
  if (run.signal?.aborted) onAbort();
  run.signal?.addEventListener('abort', onAbort, { once: true });
  const known = run.known?.columns ?? null;
  const job = { folder, known, isWanted: false, exclude: run.exclude, saved, taker: null, stop };
  return new Promise<RefreshEnd>((resolve, reject) => {
    const worker = startRefreshThread(job, message => {
      if (message.kind === 'progress') run.onProgress?.(message.progress);
      else if (message.kind === 'columns') run.onBase(new Base(message.columns));
      else if (message.kind === 'end') resolve(message.end);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the thread that reads the folder ended')));
  }).finally(() => run.signal?.removeEventListener('abort', onAbort));
}

/** Starts the thread that does `job`, with as many threads that scan as the machine is good for. */
export function startRefreshThread(
  job: Omit<RefreshJob, 'width'>,
  onMessage: (message: RefreshMessage) => void,
): Worker {
  const width = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
  const worker = startWorker('indexWorker', { ...job, width } satisfies RefreshJob, HEAP_MEGABYTES);
  worker.on('message', onMessage);
  return worker;
}
