import type { Base } from '../../archive/index/format/base';
import type { RefreshRequest, RefreshResult } from '../../archive/refresh';
import { withCancellation } from '../threads/cooperative';
import type { VerifyJob, VerifyMessage } from '../threads/messages';
import { startWorker } from '../threads/workers';

const HEAP_MEGABYTES = 64;

/**
 * Checks in threads of this process, which need a few megabytes, whether `known` is what the disk has. Resolves to null as soon as
 * something is new, changed or gone, or if the threads break down: then the folder must be refreshed.
 */
export function verify(
  folder: string,
  known: Base,
  { exclude, signal, onProgress }: RefreshRequest,
): Promise<RefreshResult | null> {
  return withCancellation(signal, cancelled =>
    new Promise<RefreshResult | null>(resolve => {
      const job: VerifyJob = { folder, exclude, known: known.columns, cancelled };
      const worker = startWorker('verifyWorker', job, HEAP_MEGABYTES);
      worker.on('message', (message: VerifyMessage) => {
        if (message.kind === 'progress') onProgress(message.progress);
        else resolve(message.end);
      });
      worker.on('error', () => resolve(null));
      worker.on('exit', () => resolve(null));
    }).catch(() => null),
  );
}
