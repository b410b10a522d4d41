import type { Base } from '../../archive/index/format/base';
import { startWorker } from '../threads/startWorker';
import { stoppedBy } from '../threads/stop';
import type { RefreshEnd, VerifyJob, VerifyMessage } from '../threads/workerMessages';
import type { RefreshRun } from './refreshRun';

const HEAP_MEGABYTES = 64;

/**
 * Looks whether `known` is what the disk has, in threads of this process, which need a few megabytes. Resolves with how that ended;
 * with null as soon as something is new, changed or gone, or where the threads break down: then the folder must be refreshed.
 */
export function verifyInThread(
  folder: string,
  known: Base,
  { exclude, signal, onProgress }: RefreshRun,
): Promise<RefreshEnd | null> {
  return stoppedBy(
    signal,
    stop =>
      new Promise<RefreshEnd | null>(resolve => {
        const job: VerifyJob = { folder, exclude, known: known.columns, stop };
        const worker = startWorker('verifyWorker', job, HEAP_MEGABYTES);
        worker.on('message', (message: VerifyMessage) => {
          if (message.kind === 'progress') onProgress?.(message.progress);
          else resolve(message.end);
        });
        worker.on('error', () => resolve(null));
        worker.on('exit', () => resolve(null));
      }),
  );
}
