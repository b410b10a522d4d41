import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';
import { MADE, madeCable } from './made';
import { SEEDS } from './seeds';

/** When all files were changed last, each time that the window is opened. */
const TIME = Date.UTC(2020, 0, 1);

interface Entry {
  readonly type: FileType;
  mtime: number;
  bytes: Uint8Array;
}

/** What tests may ask of the files in memory. */
export interface Memory {
  /** How many files have been read. */
  readonly reads: number;
}

/** Folders and files in memory, the seeds among them, by paths such as `/drafts/a.txt`. */
class MemoryFiles implements FileSystemProvider, Memory {
  reads = 0;
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  readonly #entries = new Map<string, Entry>([['/', folder()]]);

  constructor() {
    const encoder = new TextEncoder();
    const add = (path: string, text: string) => this.#entries.set(path, file(encoder.encode(text), TIME));
    for (const [name, text] of SEEDS) add(`/${name}`, text);
    for (let number = 0; number < MADE; number++) {
      const { path, text } = madeCable(number);
      const below = path.split('/');
      for (let depth = 1; depth < below.length; depth++)
        this.#entries.set(`/${below.slice(0, depth).join('/')}`, folder());
      add(`/${path}`, text);
    }
  }

  watch(): Disposable {
    return { dispose() {} };
  }

  stat(uri: Uri): FileStat {
    const { type, mtime, bytes } = this.#at(uri);
    return { type, ctime: mtime, mtime, size: bytes.length };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    this.#at(uri);
    const below = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    return [...this.#entries]
      .filter(([path]) => path.startsWith(below) && path !== below && !path.slice(below.length).includes('/'))
      .map(([path, { type }]) => [path.slice(below.length), type]);
  }

  createDirectory(uri: Uri): void {
    this.#put(uri, folder());
  }

  readFile(uri: Uri): Uint8Array {
    const { type, bytes } = this.#at(uri);
    if (type !== FileType.File) throw FileSystemError.FileIsADirectory(uri);
    this.reads++;
    return bytes;
  }

  writeFile(uri: Uri, bytes: Uint8Array): void {
    this.#put(uri, file(bytes, Date.now()));
  }

  delete(uri: Uri): void {
    this.#at(uri);
    for (const path of [...this.#entries.keys()])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#entries.delete(path);
    this.#changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    const entry = this.#at(from);
    this.delete(from);
    this.#put(to, entry);
  }

  #put(uri: Uri, entry: Entry): void {
    const type = this.#entries.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#entries.set(uri.path, entry);
    this.#changes.fire([{ type, uri }]);
  }

  #at(uri: Uri): Entry {
    const entry = this.#entries.get(uri.path);
    if (!entry) throw FileSystemError.FileNotFound(uri);
    return entry;
  }
}

export function activate({ subscriptions }: ExtensionContext): Memory {
  const files = new MemoryFiles();
  subscriptions.push(workspace.registerFileSystemProvider('reftel-memory', files, { isCaseSensitive: true }));
  return files;
}

function folder(): Entry {
  return { type: FileType.Directory, mtime: TIME, bytes: new Uint8Array() };
}

function file(bytes: Uint8Array, mtime: number): Entry {
  return { type: FileType.File, mtime, bytes };
}
