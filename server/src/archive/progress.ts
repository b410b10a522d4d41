/** How far the work is that brings an archive up to date. */
export interface Progress {
  /** Looking for files that are new or changed, or reading those. */
  readonly stage: 'looking' | 'reading';
  /** Files done. */
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
}
