import {
  Disposable,
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';

/** The scheme of the pages of cables that are not here; the path is the id. */
export const ABSENT_SCHEME = 'cable-not-here';

/** What gives the texts of the pages. */
export interface AbsentSource {
  textOf(mrn: string): Promise<string>;
  /** Fires when pages may say something else. */
  readonly onChanged: Event<void>;
}

/**
 * The pages of cables that are not here as files that cannot be written: VS Code opens a file again when the window is loaded anew,
 * and not a text that an extension only provides.
 */
export class AbsentFiles implements FileSystemProvider {
  readonly #start: () => Promise<AbsentSource | null>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #source: AbsentSource | null = null;
  #time = 1;

  /** `start` gives the source of the texts, and starts it where need be; null where that cannot be. */
  constructor(start: () => Promise<AbsentSource | null>) {
    this.#start = start;
  }

  register(): Disposable {
    return workspace.registerFileSystemProvider(ABSENT_SCHEME, this, {
      isReadonly: true,
      isCaseSensitive: true,
    });
  }

  /** Has the pages that are open read again. */
  #refresh(): void {
    this.#time++;
    const shown = workspace.textDocuments.filter(({ uri }) => uri.scheme === ABSENT_SCHEME);
    if (shown.length > 0) this.#changed.fire(shown.map(({ uri }) => ({ type: FileChangeType.Changed, uri })));
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: this.#time, size: length };
  }

  async readFile({ path }: Uri): Promise<Uint8Array> {
    const source = await this.#start();
    if (source && source !== this.#source) {
      this.#source = source;
      source.onChanged(() => this.#refresh());
    }
    return new TextEncoder().encode((await source?.textOf(path.slice(1))) ?? '');
  }

  watch(): Disposable {
    return new Disposable(() => {});
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}
