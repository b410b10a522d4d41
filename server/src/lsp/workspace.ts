import { Archive } from '../archive/archive';
import { type CableFacts, factsOf } from '../archive/facts';
import type { Snapshot } from '../archive/snapshot';
import type { Cable } from '../cable/model';
import { parseCable } from '../cable/parse';
import type { Host } from './host';
import { canonicalUri, isWithin, parentsOf } from './uris';

/** How many files are read before they are put into the archive together. */
const BATCH = 256;

/** Documents of these schemes are other versions of a file, shown beside it, and no cables of their own. */
const OTHER_VERSIONS = /^(?:git|gitfs|gitlens|pr|review|vscode-local-history):/;

/** Whether a document is another version of a file, such as the committed one in a comparison. */
export function isOtherVersion(uri: string): boolean {
  return OTHER_VERSIONS.test(uri);
}

/** An open document, as far as the archive is concerned. */
export interface OpenCable {
  readonly uri: string;
  readonly cable: Cable;
}

/**
 * All cables of the workspace folders, and the open ones as they stand in the editor. What was read last counts, and an open
 * document counts more than the disk. Changes are gathered until somebody asks for a snapshot, so that a keystroke costs nothing
 * here and a folder being read holds nobody up.
 */
export class Workspace {
  readonly #host: Host;
  readonly #onProblem: (message: string) => void;
  readonly #folders = new Map<string, AbortController>();
  readonly #open = new Map<string, OpenCable>();
  /** Every file that is in the archive or waits to get there. */
  readonly #files = new Set<string>();
  readonly #waiting = new Map<string, CableFacts | null>();
  readonly #edited = new Set<string>();
  #archive = Archive.empty;
  #reading = 0;

  constructor(host: Host, onProblem: (message: string) => void) {
    this.#host = host;
    this.#onProblem = onProblem;
  }

  /** What is known at this moment. */
  get snapshot(): Snapshot {
    for (const key of this.#edited) {
      const document = this.#open.get(key);
      if (document) this.#waiting.set(key, factsOf(document.cable));
    }
    this.#edited.clear();
    this.#flush();
    return this.#archive;
  }

  /** Whether a folder is being read. */
  get busy(): boolean {
    return this.#reading > 0;
  }

  /** Adds a folder and reads it; `onCable` is called for each cable. Resolves when all is read. */
  async addFolder(uri: string, onCable = () => {}): Promise<void> {
    const folder = canonicalFolder(uri);
    if (this.#folders.has(folder)) return;
    const controller = new AbortController();
    this.#folders.set(folder, controller);
    this.#reading++;
    try {
      await this.#read(folder, controller.signal, onCable);
    } finally {
      this.#reading--;
    }
  }

  /** Takes a folder out, with its files that lie in no other one. */
  removeFolder(uri: string): void {
    const folder = canonicalFolder(uri);
    this.#folders.get(folder)?.abort();
    this.#folders.delete(folder);
    for (const file of this.#files)
      if (isWithin(folder, file) && !this.#isInside(file)) this.#put(file, null);
  }

  /** Stops all reading. */
  dispose(): void {
    for (const controller of this.#folders.values()) controller.abort();
  }

  /** An opened or changed document: from now on it stands for its file. */
  opened(document: OpenCable): void {
    const key = canonicalUri(document.uri);
    if (isOtherVersion(key)) return;
    this.#open.set(key, document);
    this.#edited.add(key);
    this.#files.add(key);
  }

  /** A closed document: its file counts again, if it has one within the folders. */
  async closed(uri: string): Promise<void> {
    const key = canonicalUri(uri);
    if (!this.#open.delete(key)) return;
    this.#edited.delete(key);
    await this.#reread(key);
  }

  /** Files or folders that are new or have changed on disk. */
  async changed(uris: readonly string[]): Promise<void> {
    for (const uri of uris) await this.#reread(canonicalUri(uri));
  }

  /** Files or folders that are gone from the disk. Looks through the list of files once, however many are gone. */
  deleted(uris: readonly string[]): void {
    const gone = new Set(uris.map(canonicalUri));
    const unknown = [...gone].some(uri => !this.#files.has(uri));
    for (const uri of gone) this.#put(uri, null);
    if (!unknown) return;
    for (const file of this.#files) {
      for (const parent of parentsOf(file)) if (gone.has(parent)) this.#put(file, null);
    }
  }

  /** The cable of any file as it stands now, open or on disk; null where it cannot be read. */
  cableOf(uri: string): Cable | null {
    const open = this.#open.get(uri);
    if (open) return open.cable;
    const text = this.#host.read(uri);
    return text === null ? null : parseCable(text, uri);
  }

  /** The uri by which the editor knows a file. */
  spelling(uri: string): string {
    return this.#open.get(uri)?.uri ?? uri;
  }

  async #reread(key: string): Promise<void> {
    if (!this.#isInside(key)) return this.#put(key, null);
    const read = await this.#read(key, new AbortController().signal);
    if (!read.has(key)) this.#put(key, null);
  }

  /** Reads what is at `uri` and below; gives the files that were cables. */
  async #read(uri: string, signal: AbortSignal, onCable = () => {}): Promise<ReadonlySet<string>> {
    const read = new Set<string>();
    const reader = {
      onCable: (file: string, text: string) => {
        const key = canonicalUri(file);
        // Its folder may have been taken out meanwhile.
        if (!this.#isInside(key)) return;
        read.add(key);
        if (!this.#open.has(key)) this.#put(key, factsOf(parseCable(text, key)));
        onCable();
      },
      onProblem: this.#onProblem,
    };
    await this.#host.collect(uri, reader, signal);
    return read;
  }

  #put(key: string, facts: CableFacts | null): void {
    if (this.#open.has(key)) return;
    if (facts) this.#files.add(key);
    else if (!this.#files.delete(key)) return;
    this.#waiting.set(key, facts);
    if (this.#waiting.size >= BATCH) this.#flush();
  }

  #flush(): void {
    this.#archive = this.#archive.withAll(this.#waiting);
    this.#waiting.clear();
  }

  /** Whether a file lies in a workspace folder, and not in a part of it that is passed over. */
  #isInside(key: string): boolean {
    for (const folder of this.#folders.keys()) {
      if (!isWithin(folder, key)) continue;
      const names = key.slice(folder.length).split('/');
      if (!names.some(name => name.startsWith('.') || name === 'node_modules')) return true;
    }
    return false;
  }
}

function canonicalFolder(uri: string): string {
  const canonical = canonicalUri(uri);
  return canonical.endsWith('/') ? canonical.slice(0, -1) : canonical;
}
