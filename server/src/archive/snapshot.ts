import type { Classification, YearSource } from '../cable/model';
import type { Position } from '../text/lineTable';
import type { CableQuery, WordCondition } from './query/query';

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
  /** The action addressees, each once: `SECSTATE WASHDC`. */
  readonly to: readonly string[];
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
  /** The number of cables that are cited and in no file. */
  readonly missing: number;
}

/** A list whose entries are created on access. */
export interface EntryList {
  readonly length: number;
  at(index: number): CableEntry;
}

/** What a list of cables can be ordered by. */
export type OrderBy = 'id' | 'date' | 'classification' | 'from' | 'subject' | 'citedBy';

export interface Ordering {
  readonly by: OrderBy;
  readonly descending: boolean;
}

/** Some cables of a snapshot. Immutable. */
export interface CableSelection {
  readonly length: number;
  /** All of them in an order; those without a value come last, or first if it descends. `citedBy` counts who cites a cable. */
  inOrder(ordering: Ordering, citedBy: (entry: CableEntry) => number): EntryList;
  /** How many of them each group has, in no order. */
  counts(by: Grouping): ReadonlyMap<string, number>;
  /** Begins to look for words in their texts. */
  seek(words: readonly WordCondition[]): WordSearch;
}

/** Texts of a folder to be searched for words. Plain data, so that threads can be given it. */
export interface TextTask {
  /** The folder, as `Naming.folder` calls it. */
  readonly folder: string;
  /** What the paths of the files begin with: empty, or ending in `/`. */
  readonly below: string;
  readonly names: readonly string[];
  /** For each file which of the words need not be found in its text any more: a bit for each. */
  readonly known: Uint32Array;
  /** For each file which of its telegrams is meant, from 1 on; 0 for the only one. */
  readonly telegram: Uint16Array;
  /** Where these files stand in the search. */
  readonly rows: Uint32Array;
  /** The number of the folder in the search. */
  readonly part: number;
}

/** How the reading of texts for a search ended. */
export interface SearchEnd {
  /** Whether it was not cancelled. */
  readonly complete: boolean;
  /** Which texts could not be read, one line for each kind of problem, in words for a log. */
  readonly problems: readonly string[];
}

/** A search for words in the texts of a selection, which is done piece by piece. */
export interface WordSearch {
  /** How many texts must be read. */
  readonly total: number;
  /** The texts in files, in tasks of `size` at most. */
  tasks(size: number): Iterable<TextTask>;
  /** Notes the outcome of a task: for each of its texts 1 where the words fit. */
  take(task: TextTask, found: Uint8Array): void;
  /** The cables in changed and open files that fit by what `textOf` gives; null for what cannot be read. */
  takeChanged(textOf: (entry: CableEntry) => string | null): void;
  /** What has been found so far. */
  found(): CableSelection;
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
  /**
   * The places that cite the cable `mrn`, which need not be in the workspace itself; by file, then in the order of its text. At most
   * `limit`, by default what a list shows.
   */
  citedBy(mrn: string, limit?: number): Capped<Citation>;
  /**
   * The cables for which the fields of `query` hold and whose id, subject or TAGS match its words, best first, at most `limit`. An empty
   * query matches all; one that cannot be read is taken for words.
   */
  search(query: string, limit: number): Capped<CableEntry>;
  /** The cables for which all fields of a query hold, in the order of their ids; its words are not looked for. */
  select(query: CableQuery): CableSelection;
  /** The groups in the order of their keys; that of cables without one comes last. */
  groups(by: Grouping): readonly Group[];
  /** The cables of one group in the order of year, station and serial, at most `limit` from the 0-based `from`th on. */
  inGroup(by: Grouping, key: string, from: number, limit: number): Capped<CableEntry>;
  /** The cables that are cited but in no file and match `query`, the most cited first, at most `limit`. */
  missing(limit: number, query?: CableQuery): Capped<MissingCable>;
  /** How many cables of a group each month has by their date-time groups, in order, without empty months. */
  perMonth(by: Grouping, key: string): readonly MonthCount[];
  /** The cable of the same station that comes next (`step` 1) or before (-1) in the order of year and serial; null at the end. */
  neighbour(mrn: string, step: 1 | -1): CableEntry | null;
  /** Counted over all files. */
  totals(): Totals;
}
