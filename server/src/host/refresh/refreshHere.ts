import type { Base } from '../../archive/index/format/base';
import type { SavedAt } from '../saved/savedArchive';
import { stoppedBy } from '../threads/stop';
import type { RefreshEnd, RefreshMessage } from '../threads/workerMessages';
import { doRefresh } from './refreshJob';
import { hear, type RefreshRun } from './refreshRun';

/**
 * Brings the archive of `folder` up to date from this thread, and saves it. For a process that has nothing else to do. `onBuilt` gets
 * the archive where something has changed, while that is being saved.
 */
export function refreshHere(
  folder: string,
  saved: SavedAt | null,
  run: RefreshRun,
  onBuilt: (base: Base) => void,
): Promise<RefreshEnd> {
  const known = run.known?.columns ?? null;
  return stoppedBy(run.signal, async stop => {
    let last: RefreshEnd = { files: 0, complete: false, problems: [] };
    const job = { folder, known, isWanted: false, exclude: run.exclude, saved, taker: null, stop };
    const say = (message: RefreshMessage) =>
      hear(run, message, end => {
        last = end;
      });
    await doRefresh(job, say, onBuilt);
    return last;
  });
}
