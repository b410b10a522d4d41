import { constants, setPriority } from 'node:os';
import { Base } from '../../archive/index/format/base';
import { loadSaved } from '../saved/savedArchive';
import { cancel, newCancellationFlag } from '../threads/cooperative';
import type { IndexReport, IndexRequest, RefreshOrder } from '../threads/messages';
import { refreshFolder } from './refreshFolder';

/** A process that refreshes one archive for a server, see `refreshProcess.ts`. It ends when the server does. */

const cancelled = newCancellationFlag();
const report = (message: IndexReport): void => {
  process.send?.(message);
};

lowerPriority();
process.on('disconnect', () => process.exit());
process.on('message', (message: IndexRequest) => {
  if (message.kind === 'cancel') cancel(cancelled);
  else start(message);
});

function start(order: RefreshOrder): void {
  const known = knownTo(order);
  if (known === undefined) {
    report({ kind: 'unknown' });
    return;
  }
  let last: string | null = null;
  refreshFolder({
    ...order,
    known,
    isAlone: false,
    isWanted: order.known === null && known !== null,
    cancelled,
    onProgress: progress => report({ kind: 'progress', progress }),
    onNames: lists => report({ kind: 'names', lists }),
    async onBase({ columns }, written, isLast) {
      const path = await written;
      if (path === null) report({ kind: 'columns', columns });
      else if (isLast) last = path;
      else report({ kind: 'file', path });
      return path !== null;
    },
  }).then(
    end => report({ kind: 'end', end, path: last }),
    (error: Error) => report({ kind: 'failed', message: error.message }),
  );
}

/** The archive that the server knows, or the saved one if it knows none; undefined if another one was saved than it knows. */
function knownTo({ known, saved }: RefreshOrder): Base | null | undefined {
  if (known !== null && typeof known !== 'string') return new Base(known);
  const base = loadSaved(saved);
  return known === null || base?.stamp === known ? base : undefined;
}

/** Lets go first what a person waits for. Threads that are started later inherit this. */
function lowerPriority(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not every system permits it.
  }
}
