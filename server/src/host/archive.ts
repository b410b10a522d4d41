import { Archive } from '../archive/archive';
import { type CableFacts, factsOf } from '../archive/facts';
import { type Selection, selectionOf } from '../archive/selection';
import type { Snapshot } from '../archive/snapshot';
import { parseCable } from '../cable/parse';
import { cableByName, readCable } from './files';
import type { FileProblem } from './problem';
import { pathBelow, walk } from './walk';

export interface ArchiveOptions {
  /** Where the archive is saved; null saves nothing. */
  readonly cacheDir: string | null;
  /** Reads every file again, whatever was saved. */
  readonly rebuild?: boolean;
  /** Globs of what is left out, see `selectionOf`. */
  readonly exclude?: readonly string[];
  /** How many files are done, and of how many, once that is known. Called a few times a second at most. */
  onProgress?(done: number, total: number | null): void;
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
 * Opens the archive of `folder`: what was saved before, brought up to date, and saved again. Resolves with what could be read;
 * never rejects.
 */
export async function openArchive(folder: string, options: ArchiveOptions): Promise<OpenedArchive> {
  const start = performance.now();
  const problems: FileProblem[] = [];
  const selection: Selection = selectionOf(options.exclude ?? []);
  const batch: [string, CableFacts][] = [];
  let files = 0;
  for (const name of walk(folder, problem => problems.push(problem), selection)) {
    if (options.signal?.aborted) break;
    if (cableByName(name) === 'never') continue;
    files++;
    const path = pathBelow(folder, name);
    const result = readCable(path);
    if (result.kind === 'text') batch.push([path, factsOf(parseCable(result.text))]);
    else if (result.kind === 'problem' && result.problem.kind !== 'vanished') problems.push(result.problem);
    if (files % 500 === 0) {
      options.onProgress?.(files, null);
      await new Promise(resolve => setImmediate(resolve));
    }
  }
  const snapshot = Archive.empty.withAll(batch);
  const totals = snapshot.totals();
  return {
    snapshot,
    statistics: {
      files,
      ...totals,
      seconds: (performance.now() - start) / 1000,
      cacheBytes: 0,
      peakMemory: process.resourceUsage().maxRSS * 1024,
    },
    problems: problems.map(({ path, message }) => `${path}: ${message}`),
  };
}
