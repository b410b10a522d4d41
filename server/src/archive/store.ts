import type { CableQuery, LinkCondition, LinkedIds } from './query/query';
import type { IdOrWords } from './search';
import type { CableEntry, Citation, EntryList, Grouping } from './snapshot';

/** Part of an archive's files. `Archive` combines the answers of all stores; a store knows only its own files, and takes ids literally. */
export interface CableStore {
  /** The number of files that are cables. */
  readonly size: number;
  /** The number of citations in them. */
  readonly citationCount: number;
  /** The files that hold the cable `mrn`, in any order. */
  filesOf(mrn: string): readonly CableFile[];
  /** Whether any file holds the cable `mrn`. */
  holds(mrn: string): boolean;
  /** The places that cite the cable `mrn`, in any order. */
  citationsOf(mrn: string): readonly Citation[];
  /** How many cables cite the cable `mrn`, and how many citations these have of it. */
  tally(mrn: string): Tally;
  /** The ids of all its cables and of all that these cite; one may come more than once. */
  ids(): Iterable<string>;
  /** Of the cables for which the conditions of `query` hold those that match `wanted`, best first and then in order, at most `limit`. */
  ranked(wanted: IdOrWords, limit: number, query: CableQuery, linked: LinksOf): readonly Ranked[];
  /** How many cables each group has; may contain empty groups. */
  counts(by: Grouping): ReadonlyMap<string, number>;
  /** The cables of a group in order. */
  group(by: Grouping, key: string): EntryList;
  /** How many cables of a group each month has, in months since January 1970. */
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
export interface CableFile {
  readonly entry: CableEntry;
  readonly completeness: number;
  /** In the order of the text. */
  citations(): readonly Citation[];
}

export interface Tally {
  readonly cables: number;
  readonly citations: number;
}

/** A cable that matches a query; rank 0 is the best. */
export interface Ranked {
  readonly rank: number;
  readonly entry: CableEntry;
}

/** Says what conditions on citations mean. */
export type LinksOf = (condition: LinkCondition) => LinkedIds;
