import { statSync } from 'node:fs';
import { sep } from 'node:path';
import { Archive } from '../archive/archive';
import type { Base } from '../archive/index/format/base';
import type { Naming } from '../archive/naming';
import type { Progress } from '../archive/refresh';
import type { Snapshot } from '../archive/snapshot';
import { pathBelow } from './files/walk';
import { refreshHere } from './refresh/refreshFolder';
import { recordUse } from './saved/cacheFolder';
import { loadSaved, savedAt } from './saved/savedArchive';

interface ArchiveOptions {
  /** The folder in which archives are saved; null saves nothing. */
  readonly cacheDir: string | null;
  /** Ignores what was saved and reads every file again. */
  readonly rebuild?: boolean;
  /** Globs of excluded files and folders, see `selectionOf`. */
  readonly exclude?: readonly string[];
  /** Called a few times a second at most. */
  onProgress?(progress: Progress): void;
  /** Cancels the work; the archive then has what was read so far. */
  readonly signal?: AbortSignal;
}

export interface ArchiveStatistics {
  /** The number of files that are or may be cables by their names. */
  readonly files: number;
  readonly cables: number;
  readonly references: number;
  /** References that name a cable of the folder. */
  readonly resolved: number;
  readonly seconds: number;
  /** The size of the saved archive in bytes; 0 if none was saved. */
  readonly cacheBytes: number;
  /** The peak memory of this process, in bytes. */
  readonly peakMemory: number;
}

export interface OpenedArchive {
  /** A file's uri is its path, joined to the folder as given. */
  readonly snapshot: Snapshot;
  readonly statistics: ArchiveStatistics;
  /** What could not be read, one line for each kind of problem, in words for a log. */
  readonly problems: readonly string[];
}

/**
 * Opens the saved archive of `folder`, refreshes it and saves it again. Files are read by threads.
 */
export async function openArchive(folder: string, options: ArchiveOptions): Promise<OpenedArchive> {
  const start = performance.now();
  const { cacheDir, exclude = [] } = options;
  const saved = cacheDir === null ? null : savedAt(cacheDir, folder);
  const known = options.rebuild || saved === null ? null : loadSaved(saved);
  const naming = namedBelow(folder);
  const open = (base: Base | null) => {
    const snapshot = base ? Archive.over({ base, naming }) : Archive.empty;
    return { snapshot, totals: snapshot.totals() };
  };
  let opened = null as ReturnType<typeof open> | null;
  const { files, problems } = await refreshHere(folder, saved, {
    known,
    exclude,
    signal: options.signal,
    onProgress: progress => options.onProgress?.(progress),
    onNames() {},
    // Counts over the whole archive while the system writes it.
    onBase: base => {
      opened = open(base);
    },
  });
  if (saved !== null) await recordUse(saved.path);
  const { snapshot, totals } = opened ?? open(known);
  const seconds = (performance.now() - start) / 1000;
  const cacheBytes = saved === null ? 0 : sizeOf(saved.path);
  const peakMemory = process.resourceUsage().maxRSS * 1024;
  return { snapshot, statistics: { files, ...totals, seconds, cacheBytes, peakMemory }, problems };
}

/** Names a folder's files by their paths, joined to the folder as given. */
function namedBelow(folder: string): Naming {
  const prefix = pathBelow(folder, '');
  return {
    folder,
    uriOf: path => pathBelow(folder, path),
    pathOf: uri => (uri.startsWith(prefix) ? uri.slice(prefix.length).replaceAll(sep, '/') : null),
  };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
