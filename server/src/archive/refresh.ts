import type { PackedNames } from './fileNames';
import type { Base } from './index/format/base';

/** How far a refresh is. */
export interface Progress {
  /** Looking for files that are new or changed, or reading those. */
  readonly stage: 'looking' | 'reading';
  /** Files done. */
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
}

/** A request to refresh the archive of a folder, that is, to bring it up to date with the disk. */
export interface RefreshRequest {
  /** The archive as the caller knows it; only what has changed since is read. */
  readonly known: Base | null;
  /** Globs of excluded files and folders, see `selectionOf`. */
  readonly exclude: readonly string[];
  /** Cancels the refresh; what was read until then counts. */
  readonly signal?: AbortSignal | undefined;
  /** Called a few times a second at most. */
  onProgress(progress: Progress): void;
  /** Called at once before the archive is opened that replaces the one there is: who lets go of that has not two in memory. */
  onReplace?(): void;
  /** Receives the archive each time it is rebuilt; not called if nothing has changed. */
  onBase(base: Base): void;
  /** Receives the names of new and changed files of one folder before they are read. */
  onNames(names: PackedNames): void;
}

export interface RefreshResult {
  /** The number of files that may be cables by their names. */
  readonly files: number;
  /** Whether all new and changed files were read; false after a cancellation. */
  readonly complete: boolean;
  /** What could not be read, in words for a log. */
  readonly problems: readonly string[];
}

/** The least number of milliseconds between two reports. */
const REPORT_PAUSE = 100;

/** Passes on the first report of each stage, and then a few each second. */
export function throttled(report: (progress: Progress) => void): (progress: Progress) => void {
  let stage: Progress['stage'] | null = null;
  let reportedAt = 0;
  return progress => {
    const now = performance.now();
    if (progress.stage === stage && now - reportedAt < REPORT_PAUSE) return;
    stage = progress.stage;
    reportedAt = now;
    report(progress);
  };
}
