import type { Base } from '../archive/index/format/base';
import type { WordCondition } from '../archive/query/query';
import type { RefreshRequest, RefreshResult } from '../archive/refresh';
import type { SearchEnd, WordSearch } from '../archive/snapshot';
import type { Provenance } from '../features/bibliography/source';
import type { Plain } from '../features/readable';

/**
 * What is to be waited for where every file is a request to the editor: there the methods that answer at once, `saved`, `read`,
 * `readAny`, `kindOf` and `provenance`, answer from what is at hand.
 */
export interface ReadAhead {
  /** Gets the saved archives of folders. */
  folders(uris: readonly string[]): Promise<void>;
  /** Reads files, and again those that are at hand. */
  files(uris: readonly string[]): Promise<void>;
  /** Takes note that files or folders are gone. */
  forget(uris: readonly string[]): void;
  /** How often something was asked for that was not at hand; it is being read since. */
  readonly misses: number;
  /** Resolves when all that is being read has been read. */
  settled(): Promise<void>;
}

/** What the server needs from the machine; the entry point provides it. */
export interface Host {
  /** Null where files are read directly. */
  readonly ahead: ReadAhead | null;
  /** Saves archives here instead of in the user's cache folder; call before anything is read. */
  keepArchivesIn(folder: string): void;
  /** The archive of the folder `uri` as it was saved last, read at once; null if there is none. */
  saved(uri: string): Base | null;
  /**
   * Brings the archive of the folder `uri` up to date and saves it, in the background. A folder that is not there or cannot be
   * reached has no files. Rejects where that breaks down; what was handed over before counts.
   */
  refresh(uri: string, request: RefreshRequest): Promise<RefreshResult>;
  /**
   * Reads every cable at `uri`, a file or a folder, and below it. Hidden entries and those that are not cables are passed over,
   * what is not there or cannot be reached gives nothing. Yields the thread every few milliseconds, ends early on `signal`,
   * and rejects only with what `reader` throws.
   */
  collect(uri: string, reader: CableReader, signal: AbortSignal): Promise<void>;
  /**
   * Calls `onChange` some time after anything at the folder `uri` or below has changed, and `onProblem`, in words for a log, for what it
   * cannot watch. Returns what ends that.
   */
  watch(uri: string, onChange: () => void, onProblem: (words: string) => void): () => void;
  /** What is at `uri`; null if there is nothing. */
  kindOf(uri: string): 'file' | 'folder' | null;
  /**
   * Reads the texts of a search, whose folders are uris, in the background. A search that is cancelled has what it found until then.
   */
  searchTexts(
    search: WordSearch,
    words: readonly WordCondition[],
    options: { readonly signal: AbortSignal; onProgress(done: number): void },
  ): Promise<SearchEnd>;
  /** The text of one file, read at once; null if it is not there, is no text, is not a cable or cannot be read. */
  read(uri: string): string | null;
  /** The text of one file, cable or not, read at once; null if it is not there, is no text or cannot be read. */
  readAny(uri: string): string | null;
  /**
   * Reads the notes at the folder `uri` and below it, in the background: what may be one by its name and `reader` wants, a limited number of
   * limited size. `exclude` are globs of what is left out; `known` is the folder's archive, of which `reader` wants no cable. Resolves to
   * whether all were read; rejects only with what `reader` throws.
   */
  readNotes(
    uri: string,
    reader: NoteReader,
    options: {
      readonly exclude: readonly string[];
      readonly known: Base | null;
      readonly signal: AbortSignal;
    },
  ): Promise<boolean>;
  /** The text of one note; null if it is not there, is no text, is too large or cannot be read. */
  readNote(uri: string): Promise<string | null>;
  /** What an import noted of the file at `uri`; null if it was not imported. */
  provenance(uri: string): Provenance | null;
  /** Loads what takes HTML and lost lines out of a text. */
  plain(): Promise<Plain>;
  /** The telegrams in the source of a web page that shows some, as they are imported; null for any other page. */
  cablesOfPage(source: string): Promise<string | null>;
}

/** Files by their paths, which are relative to the folder and have `/` between names. */
export interface NoteReader {
  /** Whether a file is wanted. */
  wants(path: string): boolean;
  onNote(path: string, text: string): void;
}

export interface CableReader {
  onCable(uri: string, text: string): void;
  /** A folder or a file that cannot be read, in words for a log. */
  onProblem(message: string): void;
}
