import type { PackedNames } from '../../archive/fileNames';
import { BatchAccumulator } from '../../archive/index/build/batchAccumulator';
import type { Base } from '../../archive/index/format/base';
import type { BaseColumns } from '../../archive/index/format/columns';
import { selectionOf } from '../../archive/selection';
import { ListPacker } from '../files/fileLists';
import { type ScanOptions, ScanQueue } from '../scan/scanQueue';
import type { StatPool } from '../threads/workers';
import { compareFiles } from './compare';

/** How many file names are reported together. */
const NAMES_TOGETHER = 4096;

/** `pool` is closed in the end. */
interface RefreshOptions extends ScanOptions {
  /** Globs of excluded files and folders. */
  readonly exclude: readonly string[];
  /** Threads that help to look for changes, where there are many files; closed when that is done. */
  readonly statPool?: StatPool | null;
  /** Receives the files that are new or changed, some thousands at a time, before they are read. */
  onNames?(lists: readonly PackedNames[]): void;
  /** Called once, as soon as it is certain that a last base will be built; returns what receives its columns as they are done. */
  onBuild?(): Promise<((columns: Partial<BaseColumns>) => void) | undefined>;
}

export interface Refreshed {
  /** The known base itself if nothing has changed. */
  readonly base: Base;
  /** The number of files that may be cables by their names. */
  readonly files: number;
  /** Whether all new and changed files were read. */
  readonly complete: boolean;
}

/**
 * Brings a base up to date with its folder: walks it, scans what is new or changed, and builds a base of that and the rest. The first
 * reading of a folder is the same without a base, and resuming after a cancellation the same with what there is.
 */
export async function refresh(known: Base | null, options: RefreshOptions): Promise<Refreshed> {
  const { folder, exclude, cancelled, pool, statPool = null } = options;
  const accumulator = new BatchAccumulator(known);
  const queue = new ScanQueue(accumulator, options);
  const named = new ListPacker();
  const reportNames = () => {
    if (named.size > 0) options.onNames?.(named.take());
  };
  const { files, gone, isWhole } = await compareFiles({
    folder,
    selection: selectionOf(exclude),
    base: known,
    cancelled,
    pool: statPool,
    onProblem: problem => options.onProblem(problem),
    onFound(count) {
      if (queue.hasStarted) return;
      options.onProgress({ stage: 'looking', done: count, total: known?.fileCount ?? null });
    },
    onStale(below, name) {
      if (named.add(below, name) >= NAMES_TOGETHER) reportNames();
      queue.add(below, name);
    },
  });
  reportNames();
  await statPool?.close();
  if (gone.length > 0) accumulator.remove(gone);
  // Opens the file that the base goes to while others are still being scanned.
  const early = accumulator.isStale ? options.onBuild?.() : undefined;
  const isScanned = await queue.finish();
  // Before the build, which needs as much memory as the threads hold. They end meanwhile.
  const closing = pool.close();
  const base = accumulator.build(await (accumulator.isStale ? (early ?? options.onBuild?.()) : undefined));
  await closing;
  return { base, files, complete: isWhole && isScanned };
}
