/** Messages between client and server beyond the Language Server Protocol. Imports only types. */
import type {
  CableEntry,
  Capped,
  Group,
  Grouping,
  MissingCable,
  MonthCount,
  Ordering,
  Range,
  Totals,
} from '../archive/snapshot';
import type { CableLink } from '../cable/cableLink';
import type { Classification } from '../cable/model';
import type { AbsentCable } from '../features/absentCable';
import type { Citations } from '../features/bibliography/citations';
import type { CableState } from '../features/cableState';
import type { CitationItem } from '../features/citationList';
import type { Comparison } from '../features/compare/compare';
import type { ExplainedHeader } from '../features/explainHeader';
import type { ExportName } from '../features/export/formats';
import type { FileRename, KeptFile } from '../features/fileRenames';
import type { CablePlace } from '../features/notes/note';
import type { Page } from '../features/page/model';
import type { ParagraphItem } from '../features/paragraphList';
import type { Location } from '../features/reading';
import type { HitItem } from '../features/searchHits';
import type { GroupRange, Timeline, TimelineGroup, UnfoldedCable } from '../features/timeline';
import type { ToolAnswer } from '../features/toolSet';
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
  /** `full` for an editor without a grammar: tokens of the protocol's own types for header, headings and signature as well. */
  readonly semanticTokens?: 'full';
  /** Whether the client itself tells which plain text is a cable: what it calls plain text is none then. */
  readonly recognises?: boolean;
  /** Whether the client itself validates an open `reftel.json`, with the extension's schema. */
  readonly checksSettings?: boolean;
  /**
   * The strings of the server in the language of the editor, by what they are in English; others stay English. With them days and numbers
   * are shown as in the `locale` of the request.
   */
  readonly translations?: Readonly<Record<string, string>>;
}

/** A command of the client: shows who cites the cable of a document, given its uri and a position outside of references. */
export const SHOW_CITED_BY = 'reftel.showCitedBy';

/** A command of the server: says which cables cite the one in a document, for editors that cannot show a list: `[uri, position]`. */
export const LIST_CITED_BY = 'reftel.listCitedBy';

/** The same of the cables that it cites. */
export const LIST_CITES = 'reftel.listCites';

/** A command of the client: lists what the cable at a position of a document cites, given its uri and the position. */
export const SHOW_CITES = 'reftel.showCites';

/** A command of the client: compares a cable with another copy of it, given the document's uri, the other file's uri and a position in that. */
export const COMPARE_COPIES = 'reftel.compareCopies';

/** A command of the client: lists the notes that name the cable of a document, given its uri and a position. */
export const SHOW_NOTED_IN = 'reftel.showNotedIn';

/** A command of the server: says which notes name the cable in a document: `[uri, position]`. */
export const LIST_NOTED_IN = 'reftel.listNotedIn';

/** The language id of cables. */
export const LANGUAGE_ID = 'cable';

/** The languages in which people write notes. */
export const NOTE_LANGUAGES: readonly string[] = ['markdown', 'plaintext'];

/**
 * Makes a cable readable: HTML, lost lines and the marks of copies. A command of the client, which shows first what it changes, or,
 * where the client has none, of the server: `[uri, range?]` of an open cable. Returns the number of changes made.
 */
export const MAKE_READABLE = 'reftel.makeReadable';

/** The name that this command of the server had first. */
export const NORMALISE = 'reftel.normalise';

/** Adds to `reftel.json` that a check ignores an open cable: `[uri, code]`. Returns true if applied. */
export const IGNORE = 'reftel.ignore';

/** Refreshes the archive of the workspace's folders, and resumes cancelled reading. */
export const REFRESH_ARCHIVE = 'reftel.refreshArchive';

/**
 * Requests of a server without a disk to the client: what is in folders, what is known of files, and their bytes. Each names some
 * `uris`, and the answer has an entry for each of them, null for what is not there or cannot be read.
 */
export const LIST_FOLDERS = 'reftel/listFolders';
export const STAT_FILES = 'reftel/statFiles';
export const READ_FILES = 'reftel/readFiles';

export interface FileEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export interface FileState {
  readonly isFolder: boolean;
  /** In bytes. */
  readonly size: number;
  /** Of the last change, in milliseconds; 0 where the file system has no times. */
  readonly time: number;
}

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

/** The open cable in short. */
export interface OpenCableState extends CableState {
  /** The number of notes that name it. */
  readonly notedIn: number;
}

/** One of two copies that are compared. */
export interface ComparedCopy {
  readonly uri: string;
  readonly mrn: string | null;
  /** Its text without what copies and pages added, to be shown beside the other one. */
  readonly text: string;
}

/** Two copies of a cable, A and B, and how they differ. */
export interface ComparedCopies {
  readonly a: ComparedCopy;
  readonly b: ComparedCopy;
  readonly comparison: Comparison;
}

/** The months of one group, see `Snapshot.perMonth`. */
export interface Months {
  readonly key: string;
  readonly months: readonly MonthCount[];
  /** How many of its cables have no date-time group. */
  readonly undated: number;
}

export interface ReplacedRange {
  readonly range: Range;
  readonly newText: string;
}

interface InDocument {
  readonly uri: string;
  /** Where in the document the telegram meant stands, if not the first; null or nothing where that does not matter. */
  readonly position?: Position | null;
}

/** A query in the language of searches; nothing fits all. */
interface Filter {
  readonly filter?: string;
}

/** A list that a query was asked of; `problem` says why that was not understood. */
export interface FilteredList<T> extends Capped<T> {
  readonly problem: string | null;
}

/** What was found, by the number that `reftel/find` gave it. */
interface OfResult {
  readonly result: number;
}

export interface FindAnswer {
  /** Null if the query was not understood. */
  readonly result: number | null;
  readonly total: number;
  /** Whether what was found are missing cables. */
  readonly missing: boolean;
  /** Whether words were sought. */
  readonly hasWords: boolean;
  /** Whether all texts were read. */
  readonly complete: boolean;
  readonly problem: string | null;
}

/** Sent to the client while a search reads texts, a few times a second. */
export const SEARCH_PROGRESS = 'reftel/searchProgress';

export interface SearchProgressReport {
  readonly query: string;
  readonly result: number;
  /** Cables found so far. */
  readonly found: number;
  /** Texts read, and to be read. */
  readonly done: number;
  readonly total: number;
}

/** A place in a note that names a cable. */
export interface NoteItem {
  /** The note's path in its folder, with `/` between names. */
  readonly name: string;
  readonly paragraph: number | null;
  /** The line in which it stands. */
  readonly line: string;
  readonly place: Location;
}

/** A row of the table of a collection; `entry` is null for a cable that is not here. */
export interface TableRow {
  readonly mrn: string | null;
  readonly entry: CableEntry | null;
  /** How many files cite it. */
  readonly citedBy: number;
  /** For each of its TAGS what it means; empty where that is not known. */
  readonly tags: readonly string[];
}

/** A group with what its key means; empty where that is not known. */
export interface GroupItem extends Group {
  readonly words: string;
}

export interface Facet {
  readonly by: Grouping;
  /** How many groups there are; not all of them may be listed. */
  readonly total: number;
  readonly groups: readonly GroupItem[];
}

export interface HitCable {
  readonly entry: CableEntry;
  readonly hits: readonly HitItem[];
}

/** The names that files should have by the ids of their cables. */
export interface RenamePlan {
  readonly renames: readonly (FileRename & { readonly newUri: string })[];
  /** Files that keep their names, though these do not tell an id. */
  readonly kept: readonly KeptFile[];
  /** How many files are named after their ids already. */
  readonly named: number;
  /** Whether there are more files than one answer takes in. */
  readonly truncated: boolean;
}

/** The requests of the views and commands, by method. Those `InDocument` are about an open cable. */
export interface Requests {
  /** Adds a folder to the archive, as if it belonged to the workspace. */
  'reftel/addFolder': { params: InDocument; result: null };
  'reftel/cable': { params: InDocument; result: OpenCableState | null };
  'reftel/archive': { params: Record<string, never>; result: ArchiveState };
  /** The cables that the open cable cites, each once, with the sentence around the first citation of it. */
  'reftel/cites': { params: InDocument & Filter; result: FilteredList<CitationItem> };
  /** The places that cite a cable, with the sentences around them. */
  'reftel/citedBy': { params: { readonly mrn: string } & Filter; result: FilteredList<CitationItem> };
  'reftel/groups': { params: { readonly by: Grouping }; result: readonly GroupItem[] };
  'reftel/group': {
    params: { readonly by: Grouping; readonly key: string; readonly from: number; readonly limit: number };
    result: Capped<CableEntry>;
  };
  /** The missing cables that fit a filter, and how many there are. */
  'reftel/missing': {
    params: { readonly limit: number } & Filter;
    result: FilteredList<MissingCable> & { readonly total: number };
  };
  'reftel/months': {
    params: { readonly by: Grouping; readonly keys: readonly string[] };
    result: readonly Months[];
  };
  /** The cables whose fields fit a query, and whose id, subject and TAGS fit its words: best first, at once. */
  'reftel/search': {
    params: { readonly query: string; readonly limit: number };
    result: FilteredList<CableEntry>;
  };
  /** All cables that fit a query, words sought in their texts as well; reports `SEARCH_PROGRESS` and can be cancelled. */
  'reftel/find': { params: { readonly query: string }; result: FindAnswer };
  /** A part of what was found; null if that is no longer kept. */
  'reftel/rows': {
    params: OfResult & Ordering & { readonly from: number; readonly limit: number };
    result: { readonly rows: readonly TableRow[]; readonly total: number } | null;
  };
  /** How what was found divides. */
  'reftel/facets': { params: OfResult; result: readonly Facet[] | null };
  /** The cables found in the order of their ids, with the paragraphs in which the words stand. */
  'reftel/hits': {
    params: OfResult & { readonly from: number; readonly limit: number };
    result: { readonly items: readonly HitCable[]; readonly total: number } | null;
  };
  /** What was found, or some rows of it, in a format of `reftel export`. */
  'reftel/export': {
    params: OfResult & Ordering & { readonly rows: readonly number[] | null; readonly format: ExportName };
    result: { readonly text: string; readonly count: number; readonly truncated: boolean } | null;
  };
  /** What is known of a cable that is not here; null for one that is. */
  'reftel/absent': { params: { readonly mrn: string }; result: AbsentCable | null };
  /** The cable that the reference at a position names and that is not here. */
  'reftel/absentAt': { params: InDocument; result: string | null };
  /** A text, open or not, or a range of it, made readable; `isCable` where that is known. */
  'reftel/readable': {
    params: { readonly text: string; readonly isCable: boolean; readonly range: Range | null };
    result: { readonly text: string; readonly edits: readonly ReplacedRange[] };
  };
  'reftel/neighbour': { params: InDocument & { readonly step: 1 | -1 }; result: Location | null };
  'reftel/paragraphs': { params: InDocument; result: readonly ParagraphItem[] };
  /** What a cable cites and is cited by, over `depth` citations. */
  'reftel/timeline': {
    params: { readonly mrn: string; readonly depth: number };
    result: Timeline;
  };
  /** The cables of one post and some years of a timeline, at most as many as a picture has room for, and how many there are. */
  'reftel/timelineGroup': {
    params: { readonly mrn: string; readonly depth: number; readonly group: GroupRange };
    result: { readonly cables: readonly UnfoldedCable[]; readonly total: number };
  };
  /** The open cable as a clean page. */
  'reftel/page': { params: InDocument; result: Page | null };
  /** The header of the open cable, line by line. */
  'reftel/header': { params: InDocument; result: ExplainedHeader | null };
  /** The other files that hold the open cable. */
  'reftel/copies': { params: InDocument; result: readonly CableEntry[] };
  /** The open cable compared with the telegram at a position of another file, by default its first; null if that cannot be read. */
  'reftel/compare': {
    params: InDocument & { readonly other: InDocument };
    result: ComparedCopies | null;
  };
  /** What a tool for assistants says of the cables in the folders, once these have been read; `name` is one of `toolSet`. */
  'reftel/tool': { params: { readonly name: string; readonly input: unknown }; result: ToolAnswer };
  /** The notes that name a cable, with the lines. */
  'reftel/notedIn': { params: { readonly mrn: string }; result: Capped<NoteItem> };
  /** Where a cable, or a paragraph of it, stands; null for a cable that is not here. */
  'reftel/place': { params: CableLink; result: CablePlace | null };
  /** What a link to the paragraph at a position names; the cable alone outside of numbered paragraphs. */
  'reftel/linkAt': { params: InDocument; result: CableLink | null };
  /** What is selected, or the paragraph at an empty selection, as a quotation with its citation; null outside of paragraphs. */
  'reftel/quotation': { params: InDocument & { readonly range: Range }; result: string | null };
  /** How to cite the cable and, with a position, the paragraph there. */
  'reftel/cite': { params: InDocument; result: CableCitations | null };
  /**
   * The telegrams in the web page `uri`, as they are imported; null for any other page. `text` is its source as it stands in the editor;
   * null to read the file, in whatever encoding it is.
   */
  'reftel/cablesOfPage': {
    params: { readonly uri: string; readonly text: string | null };
    result: string | null;
  };
  /** Names for files, and the files of folders, after the ids that their texts prove. Can be cancelled. */
  'reftel/fileRenames': { params: { readonly uris: readonly string[] }; result: RenamePlan };
}

/** Sent to the client when the archive has changed and the views are out of date; at most twice a second. */
export const ARCHIVE_CHANGED = 'reftel/archiveChanged';

export type {
  AbsentCable,
  CableEntry,
  CableLink,
  CablePlace,
  CableState,
  Capped,
  CitationItem,
  Classification,
  Comparison,
  ExportName,
  FileRename,
  Group,
  Grouping,
  GroupRange,
  HitItem,
  KeptFile,
  Location,
  MissingCable,
  Ordering,
  Page,
  ParagraphItem,
  Position,
  Timeline,
  TimelineGroup,
  ToolAnswer,
  UnfoldedCable,
};
