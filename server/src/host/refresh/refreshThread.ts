import type { SavedAt } from '../saved/savedArchive';
import { startWorker } from '../threads/startWorker';
import { stoppedBy } from '../threads/stop';
import type { RefreshEnd, RefreshJob, RefreshMessage } from '../threads/workerMessages';
import { hear, type RefreshRun } from './refreshRun';

/** The thread that walks and builds needs some megabytes for the paths of a quarter of a million files. */
const HEAP_MEGABYTES = 256;

/**
 * Brings the archive of `folder` up to date in threads of their own, and saves it. Rejects where the thread
 * breaks down; what was handed over before counts.
 */
export function refreshInThread(folder: string, saved: SavedAt | null, run: RefreshRun): Promise<RefreshEnd> {
  const known = run.known?.columns ?? null;
  return stoppedBy(
    run.signal,
    stop =>
      new Promise<RefreshEnd>((resolve, reject) => {
        const job = { folder, known, isWanted: false, exclude: run.exclude, saved, taker: null, stop };
        const worker = startWorker('indexWorker', job satisfies RefreshJob, HEAP_MEGABYTES);
        worker.on('message', (message: RefreshMessage) => hear(run, message, resolve));
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error('the thread that reads the folder ended')));
      }),
  );
}
