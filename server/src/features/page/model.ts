import type { Classification } from '../../cable/model';
import type { Location } from '../reading';

/** A cable as a clean page: all that it says, without what copies and pages added. Plain data for a view to draw. */
export interface Page {
  readonly mrn: string | null;
  readonly title: string;
  readonly classification: Classification | null;
  readonly captions: readonly string[];
  readonly header: readonly PageField[];
  readonly blocks: readonly PageBlock[];
  readonly signature: string | null;
}

/** One row of the header table; each line may cite. */
export interface PageField {
  readonly name: 'date' | 'from' | 'to' | 'info' | 'declassify' | 'tags' | 'references' | 'classifiedBy';
  readonly lines: readonly PageLine[];
}

/** A heading, a paragraph, or text that belongs to neither. */
export interface PageBlock {
  readonly kind: 'heading' | 'paragraph' | 'text';
  /** What a paragraph's number means; null for other blocks and for a number that cannot be told. */
  readonly number: number | null;
  /** `S/NF` */
  readonly marking: string | null;
  /** Runs of lines; a blank line inside a paragraph begins a new one. */
  readonly parts: readonly (readonly PageLine[])[];
}

/** The words of one line of the text. */
export interface PageLine {
  /** 0-based. */
  readonly line: number;
  /** The whole line as printed. */
  readonly original: string;
  readonly runs: readonly PageRun[];
}

/** Words, and where they lead if they cite a cable. */
export interface PageRun {
  readonly text: string;
  /** The cables cited; empty for plain words. */
  readonly ids: readonly string[];
  /** The first of them that is here. */
  readonly place: Location | null;
}
