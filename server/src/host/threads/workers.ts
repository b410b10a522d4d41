import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileStates } from '../refresh/fileStates';
import type { CancellationFlag } from './cooperative';
import type { ScanResult, ScanRole, ScanTask, SearchResult, SearchTask } from './messages';
import { type Pool, threadPool } from './threadPool';

/** Scans files. */
export type ScanPool = Pool<ScanTask, ScanResult>;

/** Searches texts. */
export type SearchPool = Pool<SearchTask, SearchResult>;

/** Finds files that differ from what is known of them, see `changedPlaces`. */
export type StatPool = Pool<FileStates, number[]>;

/**
 * Room for what lives no longer than a file takes to scan. With half of it, a scan thread spends a fifth of its time on garbage
 * collection; with six times of it, as a process has that does nothing else, the index takes some hundredths less time, for 70 MB more
 * in two threads.
 */
const YOUNG_MEGABYTES = 8;
const YOUNG_MEGABYTES_ALONE = 6 * YOUNG_MEGABYTES;

/** A scan thread needs a few megabytes for its tables and for the largest cable as text. */
const SCAN_MEGABYTES = 192;
const STAT_MEGABYTES = 32;
/** A search thread has one text at a time. */
const SEARCH_MEGABYTES = 96;

/** Below this number of files, walking or checking them takes little longer than starting a thread. */
export const WORTH_A_THREAD = 12_000;

/** More threads than this wait for the disk and for one another. */
const MOST_THREADS = 4;

const width = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));

/**
 * Starts one of the threads that are bundled beside the program, with at most `heapMegabytes` of heap and `youngMegabytes` of it for what
 * is soon thrown away.
 */
export function startWorker(
  name: 'noteWorker' | 'scanWorker' | 'searchWorker' | 'statWorker' | 'verifyWorker',
  data: unknown,
  heapMegabytes: number,
  youngMegabytes = YOUNG_MEGABYTES,
): Worker {
  return new Worker(join(__dirname, `${name}.js`), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    // Our threads write nothing, and what Node.js itself writes must not get into a language server's answers.
    stdout: true,
  });
}

/** Threads that scan, as many as the machine is good for; they share `cancelled`. `isAlone` says that the process does nothing else. */
export function scanThreads(cancelled: CancellationFlag, isAlone: boolean): ScanPool {
  const role: ScanRole = { cancelled };
  const young = isAlone ? YOUNG_MEGABYTES_ALONE : YOUNG_MEGABYTES;
  return threadPool(width, () => startWorker('scanWorker', role, SCAN_MEGABYTES, young));
}

/** Threads that search texts, as many as the machine is good for. */
export function searchThreads(): SearchPool {
  return threadPool(width, () => startWorker('searchWorker', null, SEARCH_MEGABYTES));
}

/** Threads that help this one to check `files` files; null if these are too few, or the machine has one processor. */
export function statThreads(files: number): StatPool | null {
  if (files < WORTH_A_THREAD || width < 2) return null;
  return threadPool(width - 1, () => startWorker('statWorker', null, STAT_MEGABYTES));
}
