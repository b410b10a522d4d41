import type { FactsBatch } from '../../archive/index/build/batch';
import type { BaseColumns } from '../../archive/index/format/columns';
import type { Progress } from '../../archive/progress';
import type { FileProblem } from '../files/problem';
import type { SavedAt } from '../saved/savedArchive';
import type { PackedRun } from '../scan/fileRuns';

/** The `workerData` of a thread that scans. */
export interface ScanRole {
  readonly stop: SharedArrayBuffer;
}

/** What brings the archive of a folder up to date is told at its start. */
export interface RefreshJob {
  readonly folder: string;
  /** The archive as it is known, if it is. */
  readonly known: BaseColumns | null;
  /** Whether whoever asks has another one, and wants this even where nothing has changed. */
  readonly isWanted: boolean;
  /** Globs of what is left out. */
  readonly exclude: readonly string[];
  /** Where the archive is saved; null saves nothing. */
  readonly saved: SavedAt | null;
  /**
   * The process that gets the archive as a file beside the place where it is saved, and puts it there; null where it is saved
   * and handed over as columns.
   */
  readonly taker: number | null;
  readonly stop: SharedArrayBuffer;
}

/** What it says; `end` once and last. */
export type RefreshMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'names'; readonly runs: readonly PackedRun[] }
  | { readonly kind: 'columns'; readonly columns: BaseColumns }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'end'; readonly end: RefreshEnd };

/** The `workerData` of a thread that looks whether an archive is as the disk has it. */
export type VerifyJob = Pick<RefreshJob, 'folder' | 'exclude' | 'stop'> & { readonly known: BaseColumns };

/** What such a thread says; `end` once and last, with null where something has changed. */
export type VerifyMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'end'; readonly end: RefreshEnd | null };

/** What a process that brings an archive up to date is told. */
export interface RefreshOrder {
  readonly kind: 'order';
  readonly folder: string;
  /** What the server knows: the archive that was saved with this `stamp`, one that it sends along, or nothing. */
  readonly known: string | BaseColumns | null;
  readonly exclude: readonly string[];
  readonly saved: SavedAt;
  readonly taker: number;
}

/** What such a process is told later: that it should end early. */
export interface RefreshStop {
  readonly kind: 'stop';
}

/**
 * What such a process says: what its thread says, or why that broke down; and that another archive is saved than the one that the
 * server knows, so that it needs the order once more with that.
 */
export type RefreshReport =
  | RefreshMessage
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'unknown' };

export interface RefreshEnd {
  /** Files that may be cables by their names. */
  readonly files: number;
  /** Whether all that was new or changed has been read; false after a stop. */
  readonly complete: boolean;
  /** What could not be read, in words for a log. */
  readonly problems: readonly string[];
}

/** Files of a folder to be scanned. */
export interface ScanTask {
  readonly folder: string;
  readonly runs: readonly PackedRun[];
}

export interface ScanResult {
  /** What was found out of each file. */
  readonly batch: FactsBatch;
  /** How many of the task's files were looked at; fewer than all after a stop. */
  readonly done: number;
  readonly problems: readonly FileProblem[];
}
