import type { PackedNames } from '../../archive/fileNames';
import type { Base } from '../../archive/index/format/base';
import { type Progress, type RefreshRequest, type RefreshResult, throttled } from '../../archive/refresh';
import { ProblemList } from '../files/problem';
import { type BaseFileWriter, beginBeside } from '../saved/baseFileWriter';
import { putInPlace, type SavedAt } from '../saved/savedArchive';
import { type CancellationFlag, withCancellation } from '../threads/cooperative';
import { scanThreads, statThreads } from '../threads/workers';
import { refresh } from './refresh';

interface RefreshJob {
  readonly folder: string;
  readonly known: Base | null;
  /** Whether the process does nothing else, and no server needs memory beside it. */
  readonly isAlone: boolean;
  /** Hand over the base even if nothing has changed: the caller does not have it. */
  readonly isWanted: boolean;
  /** Globs of excluded files and folders. */
  readonly exclude: readonly string[];
  /** Where the archive is saved; null saves nothing. */
  readonly saved: SavedAt | null;
  /** The process that puts what was saved in its place. */
  readonly owner: number;
  readonly cancelled: CancellationFlag;
  onProgress(progress: Progress): void;
  onNames(lists: readonly PackedNames[]): void;
  /**
   * Receives each base while it is being written to a file beside its place. `written` resolves to that file, or to null if it was not
   * written; `isLast` tells that no other base follows. Returns whether the base is saved.
   */
  onBase(base: Base, written: Promise<string | null>, isLast: boolean): Promise<boolean>;
}

/**
 * Refreshes the archive of a folder on this thread and as many others as the machine is good for. Blocks this one for up to a second
 * while the base is built. Loads nothing that reads cables: the scan threads do.
 */
export async function refreshFolder(job: RefreshJob): Promise<RefreshResult> {
  const { saved, known } = job;
  const problems = new ProblemList();
  const beginFile = async () => saved && (await beginBeside(saved.path, saved.label, job.owner));
  const handOver = async (base: Base, file: BaseFileWriter | null, isLast: boolean) => {
    const isSaved = await job.onBase(base, file ? file.finish(base.columns) : Promise.resolve(null), isLast);
    if (saved && !isSaved)
      problems.add({ path: saved.path, kind: 'unreadable', message: 'the archive cannot be saved there' });
  };
  let begun: BaseFileWriter | null = null;
  const { base, files, complete } = await refresh(known, {
    ...job,
    pool: scanThreads(job.cancelled, job.isAlone),
    statPool: statThreads(known?.fileCount ?? 0),
    onNames: lists => job.onNames(lists),
    onProgress: throttled(progress => job.onProgress(progress)),
    onProblem: problem => problems.add(problem),
    onCheckpoint: async checkpoint => handOver(checkpoint, await beginFile(), false),
    async onBuild() {
      const file = await beginFile();
      begun = file;
      return columns => file?.add(columns);
    },
  });
  if (base !== known || job.isWanted) await handOver(base, begun ?? (await beginFile()), true);
  return { files, complete, problems: problems.lines() };
}

/** Refreshes the archive of `folder` from this thread and saves it: for a process that has nothing else to do. */
export function refreshHere(
  folder: string,
  saved: SavedAt | null,
  request: RefreshRequest,
): Promise<RefreshResult> {
  const { known, exclude, signal } = request;
  return withCancellation(signal, cancelled =>
    refreshFolder({
      folder,
      known,
      isAlone: true,
      isWanted: false,
      exclude,
      saved,
      owner: process.pid,
      cancelled,
      onProgress: progress => request.onProgress(progress),
      onNames: lists => {
        for (const names of lists) request.onNames(names);
      },
      async onBase(base, written) {
        // First, so that the caller can work while the system writes.
        request.onBase(base);
        const path = await written;
        return path !== null && saved !== null && (await putInPlace(path, saved.path));
      },
    }),
  );
}
