import { Archive } from '../archive/archive';
import { type FileFacts, factsOf } from '../archive/facts';
import type { FileNames } from '../archive/fileNames';
import type { Base } from '../archive/index/format/base';
import { scanText } from '../archive/scan';
import type { Snapshot } from '../archive/snapshot';
import { parseDocument, telegramAtPosition } from '../cable/document';
import type { Cable } from '../cable/model';
import type { Position } from '../text/lineTable';
import { FolderArchive, type FolderListener } from './folderArchive';
import type { Host } from './host';
import type { Watcher } from './progress';
import { canonicalFolder, canonicalUri, isWithin } from './uris';

/** So many files changed at once are read one by one on this thread; for more, the folder is walked in the background. */
const READ_AT_ONCE = 64;

/** When so many files differ from the bases, these are built again. */
const CHANGES_KEPT = 1000;

/** So many files that are named by the same id are read for it at most. */
const NAMESAKES = 8;

/** Documents of these schemes are other versions of a file, shown beside it, and no cables of their own. */
const OTHER_VERSIONS = /^(?:git|gitfs|gitlens|pr|review|vscode-local-history):/;

/** Whether a document is another version of a file, such as the committed one in a comparison. */
export function isOtherVersion(uri: string): boolean {
  return OTHER_VERSIONS.test(uri);
}

/** An open document, as far as the archive is concerned. */
export interface OpenCable {
  readonly uri: string;
  readonly cables: readonly Cable[];
}

/** What was read of a file after its folder's base; nothing where it is no cable or gone. */
interface Change {
  readonly facts: FileFacts;
  /** The number of the refresh that began last before. */
  readonly after: number;
}

/**
 * All cables of the workspace folders, and the open ones as they stand in the editor: bases as they were saved or built, above them
 * the files that have changed since, above these the open documents. Changes are gathered until somebody asks for a snapshot, so
 * that a keystroke costs nothing here.
 */
export class Workspace {
  readonly #host: Host;
  readonly #watcher: Watcher;
  readonly #onNames: () => void;
  /** All workspace folders with what is left out of them. */
  readonly #folders = new Map<string, readonly string[]>();
  /** The archives of the folders that lie in no other one: no two have a file in common. */
  #roots: readonly FolderArchive[] = [];
  readonly #open = new Map<string, OpenCable>();
  readonly #changes = new Map<string, Change>();
  readonly #waiting = new Map<string, FileFacts>();
  readonly #edited = new Set<string>();
  /** How many of the names have been searched for an id. */
  readonly #sought = new WeakMap<FileNames, Map<string, number>>();
  #archive: Archive | null = Archive.empty;
  #starts = 0;
  /** The refreshes that run or wait: one after the other, for each takes all threads. */
  #work: Promise<void> = Promise.resolve();
  readonly #queued = new Map<FolderArchive, Promise<void>>();
  readonly #running = new Map<FolderArchive, Promise<void>>();

  /** `onNames` is called when more files that have not been read yet can be found by their names. */
  constructor(host: Host, watcher: Watcher, onNames: () => void = () => {}) {
    this.#host = host;
    this.#watcher = watcher;
    this.#onNames = onNames;
  }

  /** What is known at this moment. */
  get snapshot(): Snapshot {
    return this.#current();
  }

  #current(): Archive {
    if (!this.#archive) {
      const bases = this.#roots.flatMap(({ base, naming }) => (base ? [{ base, naming }] : []));
      const changes = [...this.#changes].map(([uri, { facts }]) => [uri, facts] as const);
      this.#archive = Archive.over(...bases).withAll(changes);
      this.#waiting.clear();
      for (const key of this.#open.keys()) this.#edited.add(key);
    }
    for (const key of this.#edited) {
      const document = this.#open.get(key);
      if (document) this.#waiting.set(key, document.cables.map(factsOf));
    }
    this.#edited.clear();
    if (this.#waiting.size > 0) this.#archive = this.#archive.withAll(this.#waiting);
    this.#waiting.clear();
    return this.#archive;
  }

  /**
   * What is known at this moment, with the cables that `cable` cites also from files that have not been read yet but are named by their
   * ids. Such a file counts as what its text says, like any other.
   */
  snapshotAround(cable: Cable): Snapshot {
    for (const { names, naming } of this.#roots) {
      if (!names) continue;
      const cited = [...(cable.references?.items ?? []), ...cable.mentions].flatMap(({ mrn }) => mrn ?? []);
      for (const mrn of new Set(cited)) {
        const from = this.#sought.get(names)?.get(mrn) ?? 0;
        if (from === names.length || this.snapshot.find(mrn).length > 0) continue;
        for (const path of take(names.find(mrn, from), NAMESAKES)) this.#readBeforeIndex(naming.uriOf(path));
        const sought = this.#sought.get(names) ?? new Map<string, number>();
        this.#sought.set(names, sought.set(mrn, names.length));
      }
    }
    return this.snapshot;
  }

  /** What is known at this moment of the files in the folders, without documents that were opened from elsewhere. */
  get folderSnapshot(): Snapshot {
    const outside = [...this.#open.keys()].filter(key => !this.#rootOf(key));
    return this.#current().withAll(outside.map(key => [key, []]));
  }

  /** Resolves when no folder is being looked at any more. */
  async settled(): Promise<void> {
    while (this.busy) await this.#work;
  }

  /** Whether a folder is being looked at. */
  get busy(): boolean {
    return this.#queued.size + this.#running.size > 0;
  }

  /**
   * Adds a folder: what was saved of it counts at once, and the disk is looked at in the background. `exclude` are globs of what is
   * left out; a folder that is here already gets these from now on. Resolves when the archive is what the disk has.
   */
  async addFolder(uri: string, exclude: readonly string[] = []): Promise<void> {
    this.#folders.set(canonicalFolder(uri), exclude);
    await this.#settle();
  }

  /** Takes a folder out, with its files that lie in no other one. Resolves when those that do have been read. */
  async removeFolder(uri: string): Promise<void> {
    if (this.#folders.delete(canonicalFolder(uri))) await this.#settle();
  }

  /** Looks for what has changed in all folders, and goes on with what was stopped. */
  async refresh(): Promise<void> {
    await Promise.all(this.#roots.map(root => this.#refresh(root)));
  }

  /** Stops all reading. */
  dispose(): void {
    for (const root of this.#roots) root.close();
  }

  /** An opened or changed document: from now on it stands for its file. */
  opened(document: OpenCable): void {
    const key = canonicalUri(document.uri);
    if (isOtherVersion(key)) return;
    this.#open.set(key, document);
    this.#edited.add(key);
  }

  /** A closed document: its file counts again, if it has one within the folders. */
  closed(uri: string): void {
    const key = canonicalUri(uri);
    if (!this.#open.delete(key)) return;
    this.#edited.delete(key);
    this.#read(key);
  }

  /** Files or folders that are new or have changed on disk. Resolves when the archive has them. */
  async changed(uris: readonly string[]): Promise<void> {
    const keys = uris.map(canonicalUri).filter(key => this.#rootOf(key));
    const few = keys.length <= READ_AT_ONCE;
    if (few && this.#host.ahead) await this.#host.ahead.files(keys);
    const folders = few ? keys.filter(key => this.#host.kindOf(key) === 'folder') : [];
    if (few) for (const key of keys) if (!folders.includes(key)) this.#read(key);
    await this.#refreshAround(few ? folders : keys);
  }

  /** Files or folders that are gone from the disk. */
  deleted(uris: readonly string[]): void {
    for (const uri of uris) {
      const key = canonicalUri(uri);
      const base = this.#rootOf(key)?.base;
      const path = this.#rootOf(key)?.naming.pathOf(key) ?? null;
      if (this.#changes.has(key) || (path !== null && base && base.fileOf(path) >= 0)) this.#put(key, []);
      else for (const file of this.#filesBelow(key)) this.#put(file, []);
    }
  }

  /** The telegram at a position of any file as it stands now, open or on disk; null where that cannot be read. */
  cableOf(uri: string, position: Position): Cable | null {
    const text = this.#open.has(uri) ? null : this.#host.read(uri);
    const cables = this.#open.get(uri)?.cables ?? (text === null ? [] : parseDocument(text, uri));
    return telegramAtPosition(cables, position);
  }

  /** Whether a file, by its canonical uri, lies in one of the folders, and not in a part of it that is passed over. */
  reaches(uri: string): boolean {
    return this.#rootOf(uri) !== null;
  }

  /** Whether a file, by its canonical uri, is known to be a cable. */
  holdsCable(uri: string): boolean {
    if (this.#open.has(uri)) return true;
    const change = this.#changes.get(uri);
    if (change) return change.facts.length > 0;
    const root = this.#rootOf(uri);
    const path = root?.naming.pathOf(uri) ?? null;
    const file = root?.base && path !== null ? root.base.fileOf(path) : -1;
    return file >= 0 && root?.base?.holdsCable(file) === true;
  }

  /** The base of a folder, by its canonical uri, if no file in it is known to have changed since; otherwise null. */
  currentBase(folder: string): Base | null {
    return this.#changes.size > 0 ? null : (this.#roots.find(root => root.uri === folder)?.base ?? null);
  }

  /** The uri by which the editor knows a file. */
  clientUri(uri: string): string {
    return this.#open.get(uri)?.uri ?? uri;
  }

  #read(key: string): void {
    const text = this.#rootOf(key) ? this.#host.read(key) : null;
    this.#put(key, text === null ? [] : scanText(text, key));
  }

  /** Reads a file of a folder whose refresh runs, which will read it too. */
  #readBeforeIndex(key: string): void {
    if (this.#changes.has(key) || this.#open.has(key)) return;
    const text = this.#host.read(key);
    if (text === null) return;
    const facts = scanText(text, key);
    this.#waiting.set(key, facts);
    // Older than the refresh that runs: it goes when that is done.
    this.#changes.set(key, { facts, after: this.#starts - 1 });
  }

  #put(key: string, facts: FileFacts): void {
    if (this.#open.has(key)) return;
    this.#waiting.set(key, facts);
    if (!this.#rootOf(key)) return;
    this.#changes.set(key, { facts, after: this.#starts });
    if (this.#changes.size === CHANGES_KEPT) void this.#refreshAround([...this.#changes.keys()]);
  }

  /** All files that are known in a folder, by their uris. */
  *#filesBelow(folder: string): Generator<string> {
    for (const { uri, base, naming } of this.#roots) {
      const path = isWithin(folder, uri) ? '' : naming.pathOf(folder);
      if (base && path !== null) for (const file of base.pathsBelow(path)) yield naming.uriOf(file);
    }
    for (const key of [...this.#changes.keys()]) if (isWithin(folder, key)) yield key;
  }

  #rootOf(key: string): FolderArchive | null {
    return this.#roots.find(root => root.reaches(key)) ?? null;
  }

  /** Makes the roots what the folders ask for, keeps those that are there already, and waits for the others. */
  async #settle(): Promise<void> {
    const roots: FolderArchive[] = [];
    // A folder comes before those in it.
    const folders = [...this.#folders].sort(([a], [b]) => a.length - b.length);
    for (const [uri, exclude] of folders) {
      if (roots.some(root => root.reaches(uri))) continue;
      const same = this.#roots.find(root => root.uri === uri);
      if (same && JSON.stringify(same.exclude) === JSON.stringify(exclude)) roots.push(same);
      else roots.push(new FolderArchive(uri, exclude, this.#host, same?.base));
    }
    const old = this.#roots;
    this.#roots = roots;
    for (const root of old) if (!roots.includes(root)) root.close();
    for (const key of this.#changes.keys()) if (!this.#rootOf(key)) this.#changes.delete(key);
    this.#archive = null;
    const pending = (root: FolderArchive) => this.#queued.get(root) ?? this.#running.get(root);
    await Promise.all(roots.map(root => (old.includes(root) ? pending(root) : this.#refresh(root))));
  }

  async #refreshAround(uris: readonly string[]): Promise<void> {
    const roots = new Set(uris.map(uri => this.#rootOf(uri)));
    await Promise.all([...roots].map(root => root && this.#refresh(root)));
  }

  /** Refreshes a root again after the current refresh; one that waits already need not wait twice. */
  #refresh(root: FolderArchive): Promise<void> {
    const queued = this.#queued.get(root);
    if (queued) return queued;
    const run: Promise<void> = this.#work.then(async () => {
      this.#queued.delete(root);
      this.#running.set(root, run);
      await root.refresh(this.#listener, this.#watcher);
      this.#running.delete(root);
    });
    this.#queued.set(root, run);
    this.#work = run;
    return run;
  }

  readonly #listener: FolderListener = {
    onBase: () => {
      this.#archive = null;
    },
    onNames: () => this.#onNames(),
    onStart: () => ++this.#starts,
    // What was read before the refresh began, the refresh has seen too.
    onCurrent: (root, start) => {
      for (const [key, { after }] of this.#changes)
        if (after < start && root.reaches(key)) this.#changes.delete(key);
      this.#archive = null;
    },
  };
}

/** The first `limit` items. */
function* take<T>(items: Iterable<T>, limit: number): Generator<T> {
  let count = 0;
  for (const item of items) {
    if (count++ === limit) return;
    yield item;
  }
}
