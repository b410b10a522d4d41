import type { NoteIndex } from '../archive/noteIndex';
import type { Cable, Paragraph } from '../cable/model';
import type { Diagnostic } from '../checks';
import type { CitedTelegram } from '../features/bibliography/telegram';
import type { HintChoice } from '../features/inlayHints';
import type { Note } from '../features/notes/note';
import type { Plain } from '../features/readable';
import type { Reading } from '../features/reading';
import type { Position } from '../text/lineTable';
import type { ClientSupport } from './capabilities';
import type { Log } from './guard';
import type { ReadAhead } from './host';
import type { Settings } from './settings';
import type { Workspace } from './workspace';

/** What request handlers answer from. */
export interface ServerContext {
  readonly workspace: Workspace;
  readonly clientSupport: ClientSupport;
  readonly settings: Settings;
  readonly log: Log;
  /** Loads what takes HTML and lost lines out of a text. */
  plain(): Promise<Plain>;
  readonly ahead: ReadAhead | null;
  /** Adds a folder to the archive and reads it in the background. */
  addFolder(uri: string): void;
  /** Resolves when all folders have been read, to whether there are any. */
  foldersRead(): Promise<boolean>;
  /** The telegrams of the open document `uri`, each among all other cables; none for a document that is not open or is no cable. */
  readings(uri: string): readonly Reading[];
  /** The one of them at a position, or the first. */
  reading(uri: string, position?: Position): Reading | null;
  /** The open document `uri` as a note; null where it is none, is a cable or the settings want nothing of notes. */
  note(uri: string): Note | null;
  /** Which notes name which cables. */
  readonly notes: NoteIndex;
  /** What a file is called: its path in its folder. */
  nameOf(uri: string): string;
  /** The version of the open document `uri`; null where it is not open. */
  version(uri: string): number | null;
  /** Which hints the settings want in the document `uri`. */
  hintsFor(uri: string): HintChoice;
  /** What a citation of the cable in the document `uri`, or of a paragraph of it, says by the settings. */
  cited(uri: string, cable: Cable, paragraph: Paragraph | null): CitedTelegram;
  /** What the checks find in the document `uri` if it holds this cable, by the levels and in the context of that document. */
  diagnose(uri: string, cable: Cable): readonly Diagnostic[];
}
