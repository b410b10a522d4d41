import type { Range, Snapshot } from '../archive/snapshot';
import type { Cable } from '../cable/model';

/** The cable that a person reads, among all others. */
export interface Reading {
  readonly uri: string;
  readonly cable: Cable;
  readonly snapshot: Snapshot;
}

/** A stretch of any file. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}
