import type { Range, Snapshot } from '../archive/snapshot';
import type { Cable } from '../cable/model';

/** The cable that the user reads, among all others. */
export interface Reading {
  readonly uri: string;
  readonly cable: Cable;
  readonly snapshot: Snapshot;
  /** Another cable as it is in its file now; null if that cannot be read. Reads the file, so ask for few. */
  cableOf(uri: string): Cable | null;
}

/** A stretch of any file. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}
