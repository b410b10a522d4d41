import type { Classification, YearSource } from '../cable/model';
import type { Position } from '../text/lineTable';

/** A range of a file in lines and columns, both 0-based, UTF-16, `end` exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What the archive knows of one cable's file, without its text. */
export interface CableEntry {
  readonly uri: string;
  readonly mrn: string | null;
  readonly subject: string | null;
  /** The date-time group in milliseconds since 1970, UTC, a whole minute. */
  readonly instant: number | null;
  /** `AMEMBASSY MUSCAT` */
  readonly from: string | null;
  readonly classification: Classification | null;
  readonly captions: readonly string[];
  /** Each once, in the order of the TAGS line. */
  readonly tags: readonly string[];
  /** The classification line, where *go to definition* leads; the start of the text if there is none. */
  readonly anchor: Range;
}

/** One place in one cable that cites another. */
export interface Citation {
  readonly source: CableEntry;
  readonly range: Range;
  /** Canonical id of the cited cable. */
  readonly target: string;
  /** `list`: an entry of the REF field; `text`: a mention in the running text. */
  readonly place: 'list' | 'text';
  readonly yearSource: YearSource | null;
}

/** A list with a cap, and whether it was truncated there. */
export interface Capped<T> {
  readonly items: readonly T[];
  readonly truncated: boolean;
}

/** What a collection is grouped by. A cable has one station, year and classification, and any number of TAGS. */
export type Grouping = 'post' | 'year' | 'tag' | 'classification';

/** The cables that have one station, year, tag or classification in common. */
export interface Group {
  /** `MUSCAT`, `2007`, `PREL`, `SECRET`; empty for cables without one. */
  readonly key: string;
  /** The number of files. */
  readonly count: number;
}

/** A cable that is cited but in no file. */
export interface MissingCable {
  readonly mrn: string;
  /** The number of cables here that cite it. */
  readonly count: number;
}

export interface MonthCount {
  /** Months since January 1970. */
  readonly month: number;
  readonly count: number;
}

export interface Totals {
  /** The number of files that are cables. */
  readonly cables: number;
  /** The number of citations, in reference lists and texts. */
  readonly references: number;
  /** How many of these name a cable that some file holds. */
  readonly resolved: number;
}

/**
 * Every cable of the workspace at one moment. Immutable; a change makes another snapshot.
 * Ids are canonical (`07MUSCAT73`); a station's other name is tried if there is no cable under the one given.
 */
export interface Snapshot {
  /** The number of files that are cables. */
  readonly size: number;
  /** The files that hold the cable `mrn`, the one with the most complete text first; empty where there is none. */
  find(mrn: string): readonly CableEntry[];
  /** The citations in the cable `mrn`, in the order of its text. */
  cites(mrn: string): Capped<Citation>;
  /** The places that cite the cable `mrn`, which need not be in the workspace itself; by file, then in the order of its text. */
  citedBy(mrn: string): Capped<Citation>;
  /** The cables whose id, subject or TAGS match `query`, best first, at most `limit`. An empty query matches all. */
  search(query: string, limit: number): Capped<CableEntry>;
  /** The groups in the order of their keys; that of cables without one comes last. */
  groups(by: Grouping): readonly Group[];
  /** The cables of one group in the order of year, station and serial, at most `limit` from the 0-based `from`th on. */
  inGroup(by: Grouping, key: string, from: number, limit: number): Capped<CableEntry>;
  /** The cables that are cited but in no file, the most cited first, at most `limit`. */
  missing(limit: number): Capped<MissingCable>;
  /** How many cables of a group each month has by their date-time groups, in order, without empty months. */
  perMonth(by: Grouping, key: string): readonly MonthCount[];
  /** The cable of the same station that comes next (`step` 1) or before (-1) in the order of year and serial; null at the end. */
  neighbour(mrn: string, step: 1 | -1): CableEntry | null;
  /** Counted over all files. */
  totals(): Totals;
}
