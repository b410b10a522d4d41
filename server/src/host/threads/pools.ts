import { availableParallelism } from 'node:os';
import type { FileStates } from '../refresh/fileStates';
import { startWorker } from './startWorker';
import { type Pool, threadPool } from './threadPool';
import type { ScanResult, ScanTask } from './workerMessages';

/** Scans files. */
export type ScanPool = Pool<ScanTask, ScanResult>;

/** Looks which files are not as they are known, see `changedPlaces`. */
export type StatPool = Pool<FileStates, number[]>;

/** A thread that scans needs a few megabytes for its tables and for the largest cable as text. */
const SCAN_MEGABYTES = 192;
const STAT_MEGABYTES = 32;

/** Looking at fewer files takes little longer than the start of a thread. */
const WORTH_A_THREAD = 12_000;

/** More threads than this wait for the disk and for one another. */
const MOST_THREADS = 4;

const width = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));

/** As many threads as the machine is good for. `stop` is shared with them, see `isStopped`. */
export function scanThreads(stop: SharedArrayBuffer): ScanPool {
  return threadPool(width, () => startWorker('scanWorker', { stop }, SCAN_MEGABYTES));
}

/** Threads that help this one to look at so many files; null where all is done before they are there, or there is no room for them. */
export function statThreads(files: number): StatPool | null {
  if (files < WORTH_A_THREAD || width < 2) return null;
  return threadPool(width - 1, () => startWorker('statWorker', null, STAT_MEGABYTES));
}
