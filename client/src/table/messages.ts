/** Messages between the table of a collection and the extension. Types only. */
import type { Facet, Ordering, TableRow } from '../../../server/src/lsp/messages';

export interface TableWords {
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly facets: Readonly<Record<Facet['by'], string>>;
  readonly unknown: string;
  readonly absent: string;
  readonly waiting: string;
}

export type ColumnName =
  | 'date'
  | 'id'
  | 'classification'
  | 'from'
  | 'tags'
  | 'subject'
  | 'citedBy'
  | 'folder';

/** What is shown, but for its rows. */
export interface ShowTable {
  readonly type: 'table';
  readonly query: string;
  readonly order: Ordering;
  readonly total: number;
  /** Changes with what the rows are: rows of another number are out of date. */
  readonly version: number;
  /** One sentence: how much was found, what is wrong with the query, how far the search is. */
  readonly summary: string;
  readonly isProblem: boolean;
  readonly facets: readonly Facet[];
  /** Whether cables lie in several folders, which have a column then. */
  readonly hasFolders: boolean;
  readonly words: TableWords;
  /** What shows the same again, see `remember`. */
  readonly state: unknown;
}

/** A row with what the extension alone can say of it. */
export interface ShownRow extends TableRow {
  readonly folder: string;
}

export interface ShowRows {
  readonly type: 'rows';
  readonly version: number;
  readonly from: number;
  readonly rows: readonly ShownRow[];
}

export type ToTable = ShowTable | ShowRows;

export type FromTable =
  | { readonly type: 'ready' }
  | { readonly type: 'query'; readonly query: string }
  | { readonly type: 'order'; readonly order: Ordering }
  | { readonly type: 'rows'; readonly version: number; readonly from: number; readonly limit: number }
  | { readonly type: 'selected'; readonly rows: readonly number[] }
  | { readonly type: 'open'; readonly row: number }
  | { readonly type: 'copy' | 'export' | 'save' };
