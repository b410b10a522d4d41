import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { join } from 'node:path';
import { Base } from '../../archive/index/format/base';
import type { RefreshRequest, RefreshResult } from '../../archive/refresh';
import { isShared, loadSaved, type SavedAt, takeSaved } from '../saved/savedArchive';
import type { IndexReport, IndexRequest, RefreshOrder } from '../threads/messages';
import { refreshHere } from './refreshFolder';
import { verify } from './verify';

const ENVIRONMENT = {
  // Within VS Code this is Electron, which runs as Node.js when told to.
  ELECTRON_RUN_AS_NODE: '1',
  // With glibc: otherwise each thread keeps memory that others could use, 20 to 40 MB in all.
  MALLOC_ARENA_MAX: '2',
};

/**
 * Refreshes the archive of `folder` and saves it. If nothing has changed, threads of this process find that out. Otherwise the work
 * is done in a process of its own, which hands over the archive as a file: the memory that reading takes goes back to the system with
 * it, and this process keeps its speed. Where no process can be started, this one does the work itself. Rejects if the process
 * breaks down; what was handed over before counts.
 */
export async function refreshInProcess(
  folder: string,
  saved: SavedAt,
  request: RefreshRequest,
): Promise<RefreshResult> {
  const { known, exclude, signal } = request;
  // Threads need no copy of it then.
  const verified = known?.stamp && isShared(known) ? await verify(folder, known, request) : null;
  if (verified) return verified;
  const child = await startProcess();
  if (!child) return await refreshHere(folder, saved, request);
  const send = (message: IndexRequest) => {
    if (child.connected) child.send(message, () => {});
  };
  const order = (known: RefreshOrder['known']) =>
    send({ kind: 'order', folder, known, exclude, saved, owner: process.pid });
  const onAbort = () => send({ kind: 'cancel' });
  const columns = known?.columns ?? null;
  order(known?.stamp ?? columns);
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await resultOf(child, saved, request, () => order(columns));
  } finally {
    signal?.removeEventListener('abort', onAbort);
    end(child);
  }
}

/** Ends a process at once; another signal would wait where it has been stopped. */
function end(child: ChildProcess): void {
  child.kill('SIGKILL');
}

/** Passes on what the process reports until it is done. */
function resultOf(
  child: ChildProcess,
  saved: SavedAt,
  request: RefreshRequest,
  onUnknown: () => void,
): Promise<RefreshResult> {
  return new Promise((resolve, reject) => {
    let isDone = false;
    let taken: Promise<void> = Promise.resolve();
    const gone = new Promise(exited => child.once('exit', exited));
    const take = async (path: string) => {
      request.onReplace?.();
      if (await takeSaved(path, saved, base => request.onBase(base))) return;
      const before = loadSaved(saved);
      if (before) request.onBase(before);
      reject(new Error('what it saved cannot be read'));
    };
    const finish = async (result: RefreshResult, path: string | null) => {
      isDone = true;
      // First: its memory and that of the archive opened here need not fit in together.
      end(child);
      await Promise.all([gone, taken]);
      if (path !== null) await take(path);
      resolve(result);
    };
    child.on('message', (report: IndexReport) => {
      switch (report.kind) {
        case 'progress':
          return request.onProgress(report.progress);
        case 'names':
          for (const names of report.lists) request.onNames(names);
          return;
        case 'file':
          taken = taken.then(() => take(report.path));
          return;
        case 'columns':
          return request.onBase(new Base(report.columns));
        case 'unknown':
          return onUnknown();
        case 'end':
          return void finish(report.end, report.path);
        case 'failed':
          return reject(new Error(report.message));
      }
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (!isDone) reject(new Error(`the process that reads the folder ended with ${signal ?? code}`));
    });
  });
}

/** Starts a process that waits for its order; null if the machine cannot. It ends when this one does. */
function startProcess(): Promise<ChildProcess | null> {
  const options: ForkOptions & { windowsHide: boolean } = {
    env: { ...process.env, ...ENVIRONMENT },
    // Not those of the server, which may be waiting for a debugger at its port.
    execArgv: [],
    serialization: 'advanced',
    // Nothing but answers may be written to a language server's output.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  };
  return new Promise(resolve => {
    try {
      const child = fork(join(__dirname, 'indexProcess.js'), [], options);
      const endIt = () => end(child);
      process.once('exit', endIt);
      child.once('exit', () => process.off('exit', endIt));
      child.once('spawn', () => resolve(child));
      child.on('error', () => resolve(null));
    } catch {
      resolve(null);
    }
  });
}
