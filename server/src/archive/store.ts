import type { Query } from './search';
import type { CableEntry, Citation, Grouping } from './snapshot';

/**
 * Some files of an archive, kept in one way. What an answer over all of them is, `Archive` says; a store knows only its own files,
 * and takes ids as they are written.
 */
export interface CableStore {
  /** The number of files that are cables. */
  readonly size: number;
  /** The number of citations in them. */
  readonly citationCount: number;
  /** The files that hold the cable `mrn`, in any order. */
  filesOf(mrn: string): readonly Copy[];
  /** Whether there is one. */
  holds(mrn: string): boolean;
  /** The places that cite the cable `mrn`, in any order. */
  citationsOf(mrn: string): readonly Citation[];
  /** How many cables cite the cable `mrn`, and how many citations these have of it. */
  tally(mrn: string): Tally;
  /** The ids of all its cables and of all that these cite; one may come more than once. */
  ids(): Iterable<string>;
  /** The cables that fit, best first and then in order, at most `limit`. */
  ranked(query: Query, limit: number): readonly Ranked[];
  /** How many cables each group has; groups that have none may be there. */
  counts(by: Grouping): ReadonlyMap<string, number>;
  /** The cables of a group in order. */
  group(by: Grouping, key: string): EntryList;
  /** How many cables of a group each month has, by months since January 1970. */
  months(by: Grouping, key: string): ReadonlyMap<number, number>;
  /** The id of the station's cable that comes next (`step` 1) or before (-1). */
  neighbour(id: CableId, step: 1 | -1): string | null;
}

/** The parts of a canonical id, as `splitMrn` gives them. */
export interface CableId {
  readonly year: number;
  readonly post: string;
  readonly serial: number;
}

/** One of the files that hold a cable. */
export interface Copy {
  readonly entry: CableEntry;
  readonly completeness: number;
  /** In the order of the text. */
  citations(): readonly Citation[];
}

export interface Tally {
  readonly cables: number;
  readonly citations: number;
}

/** A cable that fits a query; the lower the rank, the better. */
export interface Ranked {
  readonly rank: number;
  readonly entry: CableEntry;
}

/** Cables of which each is made when it is asked for. */
export interface EntryList {
  readonly length: number;
  at(index: number): CableEntry;
}
