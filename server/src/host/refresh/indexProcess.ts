import { constants, setPriority } from 'node:os';
import type { BaseColumns } from '../../archive/index/format/columns';
import { loadSaved } from '../saved/savedArchive';
import { giveStop, newStop } from '../threads/stop';
import type { RefreshOrder, RefreshReport, RefreshStop } from '../threads/workerMessages';
import { doRefresh } from './refreshJob';

/**
 * A process that brings one archive up to date for a server, see `refreshProcess.ts`. It hears while it works when it should stop, or
 * that the server is gone.
 */

const stop = newStop();
const say = (report: RefreshReport): void => {
  process.send?.(report);
};

makeRoom();
process.on('disconnect', () => process.exit());
process.on('message', (message: RefreshOrder | RefreshStop) => {
  if (message.kind === 'stop') giveStop(stop);
  else start(message);
});

function start(order: RefreshOrder): void {
  const known = knownBy(order);
  if (known === undefined) {
    say({ kind: 'unknown' });
    return;
  }
  const isWanted = order.known === null && known !== null;
  const { folder, exclude, saved, taker } = order;
  doRefresh({ folder, known, isWanted, exclude, saved, taker, stop }, say).catch((error: Error) =>
    say({ kind: 'failed', message: error.message }),
  );
}

/** What the server knows, or was saved where it knows nothing; undefined where something else was saved than what it knows. */
function knownBy({ known, saved }: RefreshOrder): BaseColumns | null | undefined {
  if (known !== null && typeof known !== 'string') return known;
  const base = loadSaved(saved);
  return known === null || base?.stamp === known ? (base?.columns ?? null) : undefined;
}

/** Lets what a person waits for come first. Threads that are started later do the same. */
function makeRoom(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not everywhere may a process say so.
  }
}
