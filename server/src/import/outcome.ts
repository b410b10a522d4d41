import type { ImportKind, Place } from './model';

/** An item of a source, and where in it it stands. */
export interface ItemOutcome extends Place {
  readonly source: string;
}

/** What became of a source or of an item of one: the lines that `reftel import --format ndjson` prints, before its summary. */
export type Outcome =
  /** The source is of this kind, and its items follow. */
  | { readonly status: 'source'; readonly source: string; readonly kind: ImportKind }
  /** A telegram has a file: a new one, or one that was there. `file` is below the folder of imports. */
  | (ItemOutcome & {
      readonly status: 'written' | 'there';
      readonly file: string;
      readonly id: string | null;
    })
  /** A telegram without text, which is only listed. */
  | (ItemOutcome & { readonly status: 'record'; readonly id: string | null })
  | (ItemOutcome & { readonly status: 'damaged'; readonly reason: string })
  /** A named source that is none, or one that could not be read to its end. */
  | { readonly status: 'refused'; readonly source: string; readonly reason: string };
