/** Messages between client and server beyond the Language Server Protocol. Imports only types. */
import type {
  CableEntry,
  Capped,
  Group,
  Grouping,
  MissingCable,
  MonthCount,
  Range,
  Totals,
} from '../archive/snapshot';
import type { Classification } from '../cable/model';
import type { Citations } from '../features/bibliography/citations';
import type { CableState } from '../features/cableState';
import type { CitationItem } from '../features/citationList';
import type { Page } from '../features/page/model';
import type { ParagraphItem } from '../features/paragraphList';
import type { Location } from '../features/reading';
import type { Timeline } from '../features/timeline';
import type { Position } from '../text/lineTable';

/** `initializationOptions` of the `initialize` request. */
export interface InitializationOptions {
  /** Folder for the saved archive; without it the server uses the user's cache folder. */
  readonly cacheDir?: string;
  /** Whether the client shows views of the archive and needs `ARCHIVE_CHANGED`. */
  readonly views?: boolean;
  /** The client's commands that answers may name. */
  readonly commands?: readonly string[];
  /**
   * What the addresses of the pages of diagnostics begin with, where the client shows them itself; `CODE.md` follows. Without it links
   * lead to the project's address, if it has one.
   */
  readonly diagnosticPages?: string;
  /** Whether the client itself validates an open `reftel.json`, with the extension's schema. */
  readonly checksSettings?: boolean;
}

/** A command of the client: shows who cites the cable of a document, given its uri and a position outside of references. */
export const SHOW_CITED_BY = 'reftel.showCitedBy';

/** The language id of cables. */
export const LANGUAGE_ID = 'cable';

/** Removes the marks of copies from an open cable, or from a range of it: `[uri, range?]`. Returns the number of changes made. */
export const NORMALISE = 'reftel.normalise';

/** Adds to `reftel.json` that a check ignores an open cable: `[uri, code]`. Returns true if applied. */
export const IGNORE = 'reftel.ignore';

/** Refreshes the archive of the workspace's folders, and resumes cancelled reading. */
export const REFRESH_ARCHIVE = 'reftel.refreshArchive';

export interface ArchiveState {
  readonly totals: Totals;
  /** Whether folders are still being read. */
  readonly busy: boolean;
}

/** An open cable in every style of citation. */
export interface CableCitations {
  readonly whole: Citations;
  /** The paragraph at the position; null where there is none, or none with a number. */
  readonly paragraph: Citations | null;
}

/** The months of one group, see `Snapshot.perMonth`. */
export interface Months {
  readonly key: string;
  readonly months: readonly MonthCount[];
}

interface InDocument {
  readonly uri: string;
  /** Where in the document the telegram meant stands, if not the first; null or nothing where that does not matter. */
  readonly position?: Position | null;
}

/** The requests of the views and commands, by method. Those `InDocument` are about an open cable. */
export interface Requests {
  /** Adds a folder to the archive, as if it belonged to the workspace. */
  'reftel/addFolder': { params: InDocument; result: null };
  'reftel/cable': { params: InDocument; result: CableState | null };
  'reftel/archive': { params: Record<string, never>; result: ArchiveState };
  /** The cables that the open cable cites, each once, with the sentence around the first citation of it. */
  'reftel/cites': { params: InDocument; result: Capped<CitationItem> };
  /** The places that cite a cable, with the sentences around them. */
  'reftel/citedBy': { params: { readonly mrn: string }; result: Capped<CitationItem> };
  'reftel/groups': { params: { readonly by: Grouping }; result: readonly Group[] };
  'reftel/group': {
    params: { readonly by: Grouping; readonly key: string; readonly from: number; readonly limit: number };
    result: Capped<CableEntry>;
  };
  'reftel/missing': { params: { readonly limit: number }; result: Capped<MissingCable> };
  'reftel/months': {
    params: { readonly by: Grouping; readonly keys: readonly string[] };
    result: readonly Months[];
  };
  'reftel/search': { params: { readonly query: string; readonly limit: number }; result: Capped<CableEntry> };
  'reftel/neighbour': { params: InDocument & { readonly step: 1 | -1 }; result: Location | null };
  'reftel/paragraphs': { params: InDocument; result: readonly ParagraphItem[] };
  /** What a cable cites and is cited by, over `depth` citations. */
  'reftel/timeline': {
    params: { readonly mrn: string; readonly depth: number };
    result: Timeline;
  };
  /** The open cable as a clean page. */
  'reftel/page': { params: InDocument; result: Page | null };
  /** How to cite the cable and, with a position, the paragraph there. */
  'reftel/cite': { params: InDocument; result: CableCitations | null };
}

/** Sent to the client when the archive has changed and the views are out of date; at most twice a second. */
export const ARCHIVE_CHANGED = 'reftel/archiveChanged';

export type {
  CableEntry,
  CableState,
  Capped,
  CitationItem,
  Classification,
  Group,
  Grouping,
  Location,
  MissingCable,
  Page,
  ParagraphItem,
  Range,
  Timeline,
};
