import { doRefresh } from './refreshJob';
import { hear, type RefreshRun } from './refreshRun';
import type { SavedAt } from './savedArchive';
import { stoppedBy } from './stop';
import type { RefreshEnd } from './workerMessages';

/** Brings the archive of `folder` up to date from this thread, and saves it. For a process that has nothing else to do. */
export function refreshHere(folder: string, saved: SavedAt | null, run: RefreshRun): Promise<RefreshEnd> {
  const known = run.known?.columns ?? null;
  return stoppedBy(run.signal, async stop => {
    let last: RefreshEnd = { files: 0, complete: false, problems: [] };
    const job = { folder, known, isWanted: false, exclude: run.exclude, saved, taker: null, stop };
    await doRefresh(job, message =>
      hear(run, message, end => {
        last = end;
      }),
    );
    return last;
  });
}
