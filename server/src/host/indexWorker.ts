import { parentPort, workerData } from 'node:worker_threads';
import { Base } from '../archive/base/base';
import { buffersOf } from '../archive/base/pack';
import type { Progress } from '../archive/progress';
import { saveBase, writeBeside } from './cacheFile';
import { scanThreads, statThreads } from './pools';
import { ProblemList } from './problemList';
import { refresh } from './refresh';
import type { RefreshJob, RefreshMessage } from './workerMessages';

/** A thread that brings one archive up to date, see `refreshThread.ts`. Loads nothing that reads cables: its scan threads do. */

/** How many milliseconds lie between two reports at least. */
const REPORT_PAUSE = 100;

const job: RefreshJob = workerData;
const say = (message: RefreshMessage, transfer: ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfer);
void run();

async function run(): Promise<void> {
  const problems = new ProblemList();
  const known = job.known && new Base(job.known);
  let reported: Progress['stage'] | null = null;
  let reportedAt = 0;
  const { base, files, complete } = await refresh(known, {
    ...job,
    pool: scanThreads(job.width, job.stop),
    statPool: statThreads(known?.fileCount ?? 0, job.width),
    onProgress(progress: Progress) {
      const now = performance.now();
      if (progress.stage === reported && now - reportedAt < REPORT_PAUSE) return;
      reported = progress.stage;
      reportedAt = now;
      say({ kind: 'progress', progress });
    },
    onProblem: problem => problems.add(problem),
    onCheckpoint: checkpoint => handOver(checkpoint, problems, []),
  });
  if (base !== known || job.isWanted) await handOver(base, problems, buffersOf(base.columns));
  say({ kind: 'end', end: { files, complete, problems: problems.lines() } });
}

/** Saves a base and gives it away: `transfer` are its buffers, where this thread needs it no more. */
async function handOver(base: Base, problems: ProblemList, transfer: ArrayBuffer[]): Promise<void> {
  if (job.saved !== null) {
    const { path, label } = job.saved;
    const beside = job.taker === null ? null : await writeBeside(path, base, label, job.taker);
    if (beside) return say({ kind: 'file', path: beside.path });
    const isSaved = job.taker === null && (await saveBase(path, base, label)) !== null;
    if (!isSaved) problems.add({ path, kind: 'unreadable', message: 'the archive cannot be saved there' });
  }
  say({ kind: 'columns', columns: base.columns }, transfer);
}
