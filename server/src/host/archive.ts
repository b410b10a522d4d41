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

export interface ArchiveOptions {
  /** Where the archive is saved; null saves nothing. */
  readonly cacheDir: string | null;
  /** Reads every file again, whatever was saved. */
  readonly rebuild?: boolean;
  /** Globs of what is left out, see `selectionOf`. */
  readonly exclude?: readonly string[];
  /** Called a few times a second at most. */
  onProgress?(progress: Progress): void;
  /** Ends the work; the archive then has what was read so far. */
  readonly signal?: AbortSignal;
}

export interface ArchiveStatistics {
  /** Files that are or may be cables by their names. */
  readonly files: number;
  readonly cables: number;
  readonly references: number;
  /** References that name a cable of the folder. */
  readonly resolved: number;
  readonly seconds: number;
  /** The size of the saved archive in bytes, 0 where none was saved. */
  readonly cacheBytes: number;
  /** The most memory that this process has had, in bytes. */
  readonly peakMemory: number;
}

export interface OpenedArchive {
  /** A file's uri is its path, joined to the folder as given. */
  readonly snapshot: Snapshot;
  readonly statistics: ArchiveStatistics;
  /** What could not be read, each kind once with the number of others like it, in words for a log. */
  readonly problems: readonly string[];
}

/**
 * Opens the archive of `folder`: what was saved before, brought up to date, and saved again. Reads in threads of their own.
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
    // What takes a look at all of the archive is done while the system still writes it.
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
    uriOf: path => pathBelow(folder, path),
    pathOf: uri => (uri.startsWith(prefix) ? uri.slice(prefix.length).replaceAll(sep, '/') : null),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
