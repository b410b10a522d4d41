import type { FactsBatch } from '../archive/base/batch';
import type { BaseColumns } from '../archive/base/columns';
import type { Progress } from '../archive/progress';
import type { FileProblem } from './problem';
import type { SavedAt } from './savedArchive';

/** The `workerData` of a thread that scans. */
export interface ScanRole {
  readonly stop: SharedArrayBuffer;
}

/** The `workerData` of a thread that brings the archive of a folder up to date. */
export interface RefreshJob {
  readonly folder: string;
  /** The archive as it is known, if it is. */
  readonly known: BaseColumns | null;
  /** Globs of what is left out. */
  readonly exclude: readonly string[];
  /** Where the archive is saved; null saves nothing. */
  readonly saved: SavedAt | null;
  /** How many threads scan. */
  readonly width: number;
  readonly stop: SharedArrayBuffer;
}

/** What such a thread says; `end` once and last. */
export type RefreshMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'columns'; readonly columns: BaseColumns }
  | { readonly kind: 'end'; readonly end: RefreshEnd };

export interface RefreshEnd {
  /** Files that may be cables by their names. */
  readonly files: number;
  /** Whether all that was new or changed has been read; false after a stop. */
  readonly complete: boolean;
  /** What could not be read, in words for a log. */
  readonly problems: readonly string[];
}

/** Files to be scanned: paths relative to the folder. */
export interface ScanTask {
  readonly folder: string;
  readonly paths: readonly string[];
}

export interface ScanResult {
  readonly batch: FactsBatch;
  /** How many of the task's files were looked at; fewer than all after a stop. */
  readonly done: number;
  readonly problems: readonly FileProblem[];
}
