import { Base } from '../archive/base/base';
import { buffersOf } from '../archive/base/pack';
import { saveBase, writeBeside } from './cacheFile';
import { scanThreads, statThreads } from './pools';
import { ProblemList } from './problemList';
import { refresh } from './refresh';
import { withPauses } from './reports';
import type { RefreshJob, RefreshMessage } from './workerMessages';

/** Where messages go; `transfer` are buffers that are not needed here any more. */
type Say = (message: RefreshMessage, transfer?: ArrayBuffer[]) => void;

/**
 * Brings one archive up to date, on this thread and as many others as the machine is good for. This one is kept for a second at most
 * where files are put together. Loads nothing that reads cables: the threads that scan do.
 */
export async function doRefresh(job: RefreshJob, say: Say): Promise<void> {
  const problems = new ProblemList();
  const known = job.known && new Base(job.known);
  const { base, files, complete } = await refresh(known, {
    ...job,
    pool: scanThreads(job.stop),
    statPool: statThreads(known?.fileCount ?? 0),
    onProgress: withPauses(progress => say({ kind: 'progress', progress })),
    onProblem: problem => problems.add(problem),
    onCheckpoint: checkpoint => handOver(job, checkpoint, problems, say),
  });
  if (base !== known || job.isWanted) await handOver(job, base, problems, say, buffersOf(base.columns));
  say({ kind: 'end', end: { files, complete, problems: problems.lines() } });
}

/** Saves a base and gives it away. */
async function handOver(
  { saved, taker }: RefreshJob,
  base: Base,
  problems: ProblemList,
  say: Say,
  transfer: ArrayBuffer[] = [],
): Promise<void> {
  if (saved !== null) {
    const { path, label } = saved;
    const beside = taker === null ? null : await writeBeside(path, base, label, taker);
    if (beside) return say({ kind: 'file', path: beside.path });
    const isSaved = taker === null && (await saveBase(path, base, label)) !== null;
    if (!isSaved) problems.add({ path, kind: 'unreadable', message: 'the archive cannot be saved there' });
  }
  say({ kind: 'columns', columns: base.columns }, transfer);
}
