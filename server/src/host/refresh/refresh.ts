import type { Base } from '../../archive/index/format/base';
import type { BaseColumns } from '../../archive/index/format/columns';
import { selectionOf } from '../../archive/selection';
import { type PackedRun, RunPacker } from '../scan/fileRuns';
import { Gathering, removalOf } from '../scan/gathering';
import { Scanning, type ScanOptions } from '../scan/scanning';
import type { StatPool } from '../threads/pools';
import { compareFiles } from './compare';

/** So many names of files are told at once. */
const NAMES_TOGETHER = 4096;

/** `stop` ends the work early, and what was found out until then counts; `pool` is closed in the end. */
export interface RefreshOptions extends ScanOptions {
  /** Globs of what is left out. */
  readonly exclude: readonly string[];
  /** Threads that help to look for changes, where there are many files; is closed when that is done. */
  readonly statPool?: StatPool | null;
  /** Gets the files that are to be scanned as they are found, some thousand at once. */
  onNames?(runs: readonly PackedRun[]): void;
  /** Called once where a last base is to be built, as soon as that is certain; gives what gets its columns as they come into being. */
  onBuild?(): Promise<((columns: Partial<BaseColumns>) => void) | undefined>;
}

export interface Refreshed {
  /** The base as it was given where nothing has changed. */
  readonly base: Base;
  /** Files that may be cables by their names. */
  readonly files: number;
  /** Whether all that was new or changed has been read. */
  readonly complete: boolean;
}

/**
 * Brings a base up to date with its folder: walks it, scans what is new or changed, and builds another base of that and the rest.
 * Reading a folder for the first time is the same without a base, and going on after a stop the same with what there is.
 */
export async function refresh(known: Base | null, options: RefreshOptions): Promise<Refreshed> {
  const { folder, exclude, stop, pool, statPool = null } = options;
  const gathering = new Gathering(known);
  const scanning = new Scanning(gathering, options);
  const named = new RunPacker();
  const tellNames = () => {
    if (named.size > 0) options.onNames?.(named.take());
  };
  const { files, gone, isWhole } = await compareFiles({
    folder,
    selection: selectionOf(exclude),
    base: known,
    stop,
    pool: statPool,
    onProblem: problem => options.onProblem(problem),
    onFound(count) {
      if (scanning.hasBegun) return;
      options.onProgress({ stage: 'looking', done: count, total: known?.fileCount ?? null });
    },
    onStale: (below, name) => {
      if (named.add(below, name) >= NAMES_TOGETHER) tellNames();
      scanning.add(below, name);
    },
  });
  tellNames();
  await statPool?.close();
  if (gone.length > 0) gathering.add(removalOf(gone));
  // What the base goes to gets ready while files are still being scanned.
  const early = gathering.isOpen ? options.onBuild?.() : undefined;
  const isScanned = await scanning.finish();
  // Before the base is built: the memory of the threads is as much as that takes. They end while it is being built.
  const closing = pool.close();
  const base = gathering.merge(await (gathering.isOpen ? (early ?? options.onBuild?.()) : undefined));
  await closing;
  return { base, files, complete: isWhole && isScanned };
}
