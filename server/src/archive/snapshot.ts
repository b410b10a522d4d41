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
  /** `2007-01-24T15:50Z` */
  readonly dtg: string | null;
  /** `AMEMBASSY MUSCAT` */
  readonly from: string | null;
  readonly classification: Classification | null;
  readonly captions: readonly string[];
  /** The classification line, where a jump to this cable lands; the start of the text where there is none. */
  readonly anchor: Range;
  /** The first words of its first paragraph, at most 300 characters. */
  readonly opening: string;
}

/** One place in one cable that cites another. */
export interface Citation {
  readonly source: CableEntry;
  readonly range: Range;
  /** Canonical id of the cited cable. */
  readonly target: string;
  /** The text that names it: `MUSCAT 00073`, `ref B`. */
  readonly text: string;
  /** `list`: an entry of the REF field; `text`: a mention in the running text. */
  readonly place: 'list' | 'text';
  readonly yearSource: YearSource | null;
}

/** A list that has a cap, and whether it was cut there. */
export interface Capped<T> {
  readonly items: readonly T[];
  readonly cut: boolean;
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
  /** The places that cite the cable `mrn`, which need not be in the workspace itself. */
  citedBy(mrn: string): Capped<Citation>;
  /** The cables whose id or subject fits `query`, best first, at most `limit`. An empty query fits all. */
  search(query: string, limit: number): Capped<CableEntry>;
}
