import { buffersOf } from '../../archive/index/build/batch';
import { Base } from '../../archive/index/format/base';
import { ProblemList } from '../files/problemList';
import { type BaseWriting, beginBeside } from '../saved/baseWriting';
import { putInPlace } from '../saved/cacheFile';
import { scanThreads, statThreads } from '../threads/pools';
import type { RefreshJob, RefreshMessage } from '../threads/workerMessages';
import { refresh } from './refresh';
import { withPauses } from './reports';
import { pathFrom, within } from './workingFolder';

/** Where messages go; `transfer` are buffers that are not needed here any more. */
type Say = (message: RefreshMessage, transfer?: ArrayBuffer[]) => void;

/**
 * Brings one archive up to date, on this thread and as many others as the machine is good for. This one is kept for a second at most
 * where files are put together. Loads nothing that reads cables: the threads that scan do. `onBuilt` gets the last base, where one is
 * built, while that is being saved.
 */
export async function doRefresh(
  job: RefreshJob,
  say: Say,
  onBuilt: (base: Base) => void = () => {},
): Promise<void> {
  const problems = new ProblemList();
  const known = job.known && new Base(job.known);
  let writing: BaseWriting | null = null;
  const { base, files, complete } = await within(job.folder, root =>
    refresh(known, {
      ...job,
      folder: root,
      pool: scanThreads(job.stop),
      statPool: statThreads(known?.fileCount ?? 0),
      onNames: runs => say({ kind: 'names', runs }),
      onProgress: withPauses(progress => say({ kind: 'progress', progress })),
      onProblem: problem => problems.add({ ...problem, path: pathFrom(job.folder, root, problem.path) }),
      onCheckpoint: async checkpoint => handOver(job, checkpoint, await begin(job), problems, say),
      async onBuild() {
        const begun = await begin(job);
        writing = begun;
        return columns => begun?.add(columns);
      },
    }),
  );
  if (base !== known || job.isWanted) {
    const to = writing ?? (await begin(job));
    const handing = handOver(job, base, to, problems, say, buffersOf(base.columns));
    onBuilt(base);
    await handing;
  }
  say({ kind: 'end', end: { files, complete, problems: problems.lines() } });
}

/** Begins the file in which a base is saved; null where none is, or it cannot be written. */
async function begin({ saved, taker }: RefreshJob): Promise<BaseWriting | null> {
  return saved && (await beginBeside(saved.path, saved.label, taker ?? undefined));
}

/** Saves a base in the file that was begun, and gives it away. */
async function handOver(
  { saved, taker }: RefreshJob,
  base: Base,
  writing: BaseWriting | null,
  problems: ProblemList,
  say: Say,
  transfer: ArrayBuffer[] = [],
): Promise<void> {
  if (saved !== null) {
    const { path } = saved;
    const beside = writing && (await writing.finish(base.columns));
    if (beside && taker !== null) return say({ kind: 'file', path: beside.path });
    const isSaved = beside && (await putInPlace(beside.path, path));
    if (!isSaved) problems.add({ path, kind: 'unreadable', message: 'the archive cannot be saved there' });
  }
  say({ kind: 'columns', columns: base.columns }, transfer);
}
