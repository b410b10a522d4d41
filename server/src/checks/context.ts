import type { Position } from '../text/lineTable';

/** A range of another file. */
export interface Location {
  /** As the editor or the command line names the file. */
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Another file that holds the same cable; `range` is its classification line. */
export interface OtherFile extends Location {
  /** For messages: the file's name, or its path. */
  readonly name: string;
}

/** What checks may know beyond the text. Every answer takes constant time, because checks run on every key press. */
export interface CheckContext {
  /** The name of the text's file, with its extension and without its folder; null if it has none. */
  readonly fileName: string | null;
  /** The other files that hold the cable `mrn`, the most complete one first. */
  otherFilesOf(mrn: string): readonly OtherFile[];
  /** Whether some file holds the cable `mrn`; true also if unknown, so that a check stays silent. */
  isHere(mrn: string): boolean;
}

/** The context of a text about which nothing else is known. */
export const NO_CONTEXT: CheckContext = { fileName: null, otherFilesOf: () => [], isHere: () => true };
