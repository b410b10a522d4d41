import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { join } from 'node:path';
import { type SavedAt, takeSaved } from '../saved/savedArchive';
import type { RefreshEnd, RefreshOrder, RefreshReport, RefreshStop } from '../threads/workerMessages';
import { hear, type RefreshRun } from './refreshRun';
import { refreshInThread } from './refreshThread';
import { verifyInThread } from './verify';

const ENVIRONMENT = {
  // Within VS Code this is Electron, which is Node.js when it is told to.
  ELECTRON_RUN_AS_NODE: '1',
  // Where the C library is glibc: else each thread keeps memory that others could use, 20 to 40 MB in all.
  MALLOC_ARENA_MAX: '2',
};

/**
 * Brings the archive of `folder` up to date, and saves it. Where nothing has changed, that is a look at each file by threads of this
 * process; else it is done in a process of its own: the memory that reading takes goes back to the system with that, which hands over
 * the archive as a file, and this one keeps its speed. In threads of this process where the machine starts no other. Rejects where
 * the process breaks down; what was handed over before counts.
 */
export async function refreshInProcess(folder: string, saved: SavedAt, run: RefreshRun): Promise<RefreshEnd> {
  const { known } = run;
  // One that was read from a file is shared with threads, and takes no room once more.
  const verified = known?.stamp ? await verifyInThread(folder, known, run) : null;
  if (verified) return verified;
  const child = await startProcess();
  if (!child) return await refreshInThread(folder, saved, run);
  const tell = (message: RefreshOrder | RefreshStop) => {
    if (child.connected) child.send(message, () => {});
  };
  const order = (known: RefreshOrder['known']) =>
    tell({ kind: 'order', folder, known, exclude: run.exclude, saved, taker: process.pid });
  const onAbort = () => tell({ kind: 'stop' });
  const columns = known?.columns ?? null;
  order(known?.stamp ?? columns);
  if (run.signal?.aborted) onAbort();
  run.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await endOf(child, saved, run, () => order(columns));
  } finally {
    run.signal?.removeEventListener('abort', onAbort);
    child.kill();
  }
}

/** Follows what a process says until it is done. */
function endOf(
  child: ChildProcess,
  saved: SavedAt,
  run: RefreshRun,
  onUnknown: () => void,
): Promise<RefreshEnd> {
  return new Promise((resolve, reject) => {
    let isDone = false;
    let taken: Promise<void> = Promise.resolve();
    const take = async (path: string) => {
      const base = await takeSaved(path, saved);
      if (!base) return reject(new Error('what it saved cannot be read'));
      run.onBase(base);
    };
    const finish = async (end: RefreshEnd) => {
      isDone = true;
      // At once, so that what it has in memory and the archive that is opened here need not fit in together.
      child.kill();
      await taken;
      resolve(end);
    };
    child.on('message', (report: RefreshReport) => {
      if (report.kind === 'file') taken = taken.then(() => take(report.path));
      else if (report.kind === 'unknown') onUnknown();
      else if (report.kind === 'failed') reject(new Error(report.message));
      else hear(run, report, end => void finish(end));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (!isDone) reject(new Error(`the process that reads the folder ended with ${signal ?? code}`));
    });
  });
}

/** Starts a process that waits for its order; null where the machine cannot. It ends by itself when this one does. */
function startProcess(): Promise<ChildProcess | null> {
  const options: ForkOptions & { windowsHide: boolean } = {
    env: { ...process.env, ...ENVIRONMENT },
    // Not those of the server, which may be waiting for a debugger at its port.
    execArgv: [],
    serialization: 'advanced',
    // What is written to a language server's output must be answers alone.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  };
  return new Promise(resolve => {
    try {
      const child = fork(join(__dirname, 'indexProcess.js'), [], options);
      child.once('spawn', () => resolve(child));
      child.on('error', () => resolve(null));
    } catch {
      resolve(null);
    }
  });
}
