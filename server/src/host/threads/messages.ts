import type { PackedNames } from '../../archive/fileNames';
import type { FactsBatch } from '../../archive/index/build/batch';
import type { BaseColumns } from '../../archive/index/format/columns';
import type { SoughtWords } from '../../archive/query/textSearch';
import type { Progress, RefreshResult } from '../../archive/refresh';
import type { TextTask } from '../../archive/snapshot';
import type { FileProblem } from '../files/problem';
import type { SavedAt } from '../saved/savedArchive';
import type { CancellationFlag } from './cooperative';

/** The `workerData` of a scan thread. */
export interface ScanRole {
  readonly cancelled: CancellationFlag;
}

/** Files of a folder to be scanned. */
export interface ScanTask {
  readonly folder: string;
  readonly lists: readonly PackedNames[];
}

export interface ScanResult {
  /** The facts of each file. */
  readonly batch: FactsBatch;
  /** How many of the task's files were looked at; fewer than all after a cancellation. */
  readonly done: number;
  readonly problems: readonly FileProblem[];
}

/** Texts in files to be searched for words; `folder` is a path. */
export interface SearchTask extends Omit<TextTask, 'rows' | 'part'> {
  readonly words: readonly SoughtWords[];
  readonly cancelled: CancellationFlag;
}

export interface SearchResult {
  /** For each text 1 where the words fit. */
  readonly found: Uint8Array;
  /** The texts that could not be read. */
  readonly problems: readonly FileProblem[];
}

/** The `workerData` of a thread that verifies an archive against the disk. */
export interface VerifyJob {
  readonly folder: string;
  readonly known: BaseColumns;
  /** Globs of excluded files and folders. */
  readonly exclude: readonly string[];
  readonly cancelled: CancellationFlag;
}

/** What such a thread reports; `end` once and last, with null if something has changed. */
export type VerifyMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'end'; readonly end: RefreshResult | null };

/** What the server sends to the process that refreshes an archive: an order, and perhaps a cancellation later. */
export type IndexRequest = RefreshOrder | { readonly kind: 'cancel' };

export interface RefreshOrder {
  readonly kind: 'order';
  readonly folder: string;
  /** What the server knows: the archive that was saved with this `stamp`, one that it sends along, or nothing. */
  readonly known: string | BaseColumns | null;
  readonly exclude: readonly string[];
  readonly saved: SavedAt;
  /** The server's process id: it puts saved archives in their place. */
  readonly owner: number;
}

/** What that process reports; `end` or `failed` once and last. */
export type IndexReport =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'names'; readonly lists: readonly PackedNames[] }
  /** A rebuilt archive, as a file beside its place or, if that cannot be written, as columns; a last file comes with the end. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'columns'; readonly columns: BaseColumns }
  /** The saved archive is not the one that the server knows; it must repeat the order with its own. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'end'; readonly end: RefreshResult; readonly path: string | null }
  | { readonly kind: 'failed'; readonly message: string };
