import { isNoteName, MOST_NOTES, NoteIndex } from '../archive/noteIndex';
import type { Log } from './guard';
import type { Host } from './host';
import type { Settings } from './settings';
import { throttled } from './throttle';
import { canonicalFolder, canonicalUri, isWithin, namingBelow, parentsOf } from './uris';
import type { Workspace } from './workspace';

/** A note that the editor has open. */
export interface OpenNote {
  readonly uri: string;
  readonly text: string;
}

/**
 * Which notes of the workspace name which cables. Notes are read in the background once the cables are known, again where they change on
 * disk, and as they stand in the editor where they are open. Nothing is read of a folder that has no cables or whose settings say so.
 */
export class Notes {
  readonly #host: Host;
  readonly #workspace: Workspace;
  readonly #settings: Settings;
  readonly #log: Log;
  readonly #onChange: () => void;
  readonly #index = new NoteIndex();
  readonly #open = new Map<string, OpenNote>();
  readonly #edited = new Set<string>();
  /** The folders that were given, and those of them whose notes are read. */
  #asked: readonly string[] = [];
  #folders: readonly string[] = [];
  #reading = new AbortController();
  readonly #look = throttled(() => this.#takeEdited());

  /** `onChange` is called when what notes name has changed. */
  constructor(host: Host, workspace: Workspace, settings: Settings, log: Log, onChange: () => void) {
    this.#host = host;
    this.#workspace = workspace;
    this.#settings = settings;
    this.#log = log;
    this.#onChange = onChange;
  }

  /** What notes name at this moment. */
  get index(): NoteIndex {
    this.#takeEdited();
    return this.#index;
  }

  /** Reads the notes of these folders, as far as the settings want them, and forgets those of others. Resolves when they are read. */
  async read(folders: readonly string[]): Promise<void> {
    this.#reading.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#asked = folders;
    const hasCables = this.#workspace.snapshot.size > 0;
    this.#folders = folders
      .filter(folder => hasCables && this.#settings.notesIn(folder))
      .map(canonicalFolder);
    const before = new Set(this.#index.uris);
    let changed = false;
    const put = (uri: string, text: string | null) => {
      before.delete(uri);
      if (this.#index.put(uri, text)) changed = true;
    };
    for (const [uri, { text }] of this.#open) if (this.#counts(uri)) put(uri, text);
    for (const folder of this.#folders) {
      const { uriOf } = namingBelow(folder);
      const isWhole = await this.#host.readNotes(
        folder,
        {
          wants: path => !this.#workspace.holdsCable(uriOf(path)) && !this.#open.has(uriOf(path)),
          onNote: (path, text) => put(uriOf(path), text),
        },
        {
          exclude: this.#settings.excludedIn(folder),
          known: this.#workspace.currentBase(folder),
          signal: reading.signal,
        },
      );
      if (reading.signal.aborted) return;
      if (!isWhole) this.#log.info(`notes: only the first ${MOST_NOTES} of ${folder} are read`);
    }
    for (const uri of before) if (this.#index.put(uri, null)) changed = true;
    if (changed) this.#onChange();
  }

  /** An open or changed note. Looking at it is left for later: a key press costs nothing here. */
  opened(note: OpenNote): void {
    const uri = canonicalUri(note.uri);
    this.#open.set(uri, note);
    if (!this.#counts(uri)) return;
    this.#edited.add(uri);
    this.#look();
  }

  /** A closed note: its file counts again. */
  closed(uri: string): void {
    if (this.#open.delete(canonicalUri(uri))) void this.changed([uri]);
  }

  /** Files and folders that are new, have changed or are gone. */
  async changed(uris: readonly string[]): Promise<void> {
    let changed = false;
    const keys = uris.map(canonicalUri);
    // What is in a folder that was moved here is not reported.
    const isFolder = (uri: string) => this.#reaches(uri) && this.#host.kindOf(uri) === 'folder';
    if (keys.some(uri => !isNoteName(uri) && isFolder(uri))) return await this.read(this.#asked);
    const gone = new Set<string>();
    for (const uri of keys) {
      if (this.#open.has(uri) || !this.#reaches(uri)) continue;
      const isWanted = this.#counts(uri) && !this.#workspace.holdsCable(uri);
      const text = isWanted ? await this.#host.readNote(uri) : null;
      if (this.#open.has(uri)) continue;
      if (this.#index.put(uri, text)) changed = true;
      if (text === null) gone.add(uri);
    }
    if (gone.size > 0)
      for (const note of this.#index.uris)
        if (!this.#open.has(note) && [...parentsOf(note)].some(folder => gone.has(folder)))
          if (this.#index.put(note, null)) changed = true;
    if (changed) this.#onChange();
  }

  /** Ends all reading. */
  dispose(): void {
    this.#reading.abort();
    this.#look.stop();
  }

  #counts(uri: string): boolean {
    return isNoteName(uri) && this.#reaches(uri);
  }

  #reaches(uri: string): boolean {
    return this.#folders.some(folder => isWithin(folder, uri)) && this.#workspace.reaches(uri);
  }

  #takeEdited(): void {
    let changed = false;
    for (const uri of this.#edited) {
      const note = this.#open.get(uri);
      if (note && this.#index.put(uri, note.text)) changed = true;
    }
    this.#edited.clear();
    if (changed) this.#onChange();
  }
}
