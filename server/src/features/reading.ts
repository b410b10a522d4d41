import type { Range, Snapshot } from '../archive/snapshot';
import type { Cable } from '../cable/model';
import type { Position } from '../text/lineTable';

/** The cable that the user reads, among all others. */
export interface Reading {
  readonly uri: string;
  readonly cable: Cable;
  readonly snapshot: Snapshot;
  /** The telegram at a position of another file as that stands now; null where that cannot be read. Reads the file, so ask for few. */
  cableOf(uri: string, position: Position): Cable | null;
}

/** A stretch of any file. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}
