import type { Classification, YearSource } from '../cable/model';
import type { Position } from '../text/lineTable';

/** A stretch of a file in lines and columns, both 0-based, UTF-16, `end` exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What the archive knows of one cable's file without holding its text. */
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
  /** The classification line, where a jump to this cable lands; the start of the text where there is none. */
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

/** By what a collection is divided. A cable has one station, year and classification, and any number of TAGS. */
export type Grouping = 'post' | 'year' | 'tag' | 'classification';

/** The cables that have one station, year, tag or classification in common. */
export interface Group {
  /** `MUSCAT`, `2007`, `PREL`, `SECRET`; empty for the cables that tell none. */
  readonly key: string;
  /** The number of files. */
  readonly count: number;
}

/** A cable that is cited and that no file holds. */
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
 * Every cable of the workspace at one moment. A snapshot never changes; a change makes a new one.
 * Ids are canonical (`07MUSCAT73`); a station's other name is tried where the one written has no cable.
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
  /** The cables whose id, subject or TAGS fit `query`, best first, at most `limit`. An empty query fits all. */
  search(query: string, limit: number): Capped<CableEntry>;
  /** How the cables divide, in the order of the keys; those that tell none come last. */
  groups(by: Grouping): readonly Group[];
  /** The cables of one group in the order of year, station and serial, at most `limit` from the 0-based `from`th on. */
  inGroup(by: Grouping, key: string, from: number, limit: number): Capped<CableEntry>;
  /** The cables that are cited and not here, the most cited first, at most `limit`. */
  missing(limit: number): Capped<MissingCable>;
  /** The cables of one group by the month of their date-time group, in order, months without any left out. */
  perMonth(by: Grouping, key: string): readonly MonthCount[];
  /** The cable of the same station that comes next (`step` 1) or before (-1) in the order of year and serial; null at the end. */
  neighbour(mrn: string, step: 1 | -1): CableEntry | null;
  /** Counted over all files. */
  totals(): Totals;
}
