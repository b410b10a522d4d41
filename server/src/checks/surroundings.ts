import type { Position } from '../text/lineTable';

/** A stretch of another file. */
export interface Elsewhere {
  /** How the reader's program names the file. */
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Another file that holds the same cable; `range` is its classification line. */
export interface Copy extends Elsewhere {
  /** What the reader calls the file: its name, or its path. */
  readonly name: string;
}

/** What lies around a text, as much of it as checks may know. Every answer costs constant time: checks run with each key press. */
export interface Surroundings {
  /** The name of the text's file, its ending included and its folder left out; null where it has none. */
  readonly fileName: string | null;
  /** The other files that hold the cable `mrn`, the most complete one first. */
  copiesOf(mrn: string): readonly Copy[];
  /** Whether some file holds the cable `mrn`; true also where nobody knows, so that a check stays silent. */
  isHere(mrn: string): boolean;
}

/** The surroundings of a text of which nothing else is known. */
export const ALONE: Surroundings = { fileName: null, copiesOf: () => [], isHere: () => true };
