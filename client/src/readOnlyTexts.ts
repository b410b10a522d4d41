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

/** What gives the texts of a scheme. */
export interface TextSource {
  textOf(uri: Uri): Promise<string>;
  /** Fires when texts may say something else. */
  readonly onChanged?: Event<void>;
}

/**
 * Texts that lie nowhere as files that cannot be written: VS Code opens a file again when the window is loaded anew, and not a text
 * that an extension only provides.
 */
export class ReadOnlyTexts implements FileSystemProvider {
  readonly #scheme: string;
  readonly #start: () => Promise<TextSource | null>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #source: TextSource | null = null;
  #time = 1;

  /** `start` gives the source of the texts, and starts it where need be; null where that cannot be. */
  constructor(scheme: string, start: () => Promise<TextSource | null>) {
    this.#scheme = scheme;
    this.#start = start;
  }

  register(): Disposable {
    return workspace.registerFileSystemProvider(this.#scheme, this, {
      isReadonly: true,
      isCaseSensitive: true,
    });
  }

  /** Has the texts that are open read again. */
  #refresh(): void {
    this.#time++;
    const shown = workspace.textDocuments.filter(({ uri }) => uri.scheme === this.#scheme);
    if (shown.length > 0) this.#changed.fire(shown.map(({ uri }) => ({ type: FileChangeType.Changed, uri })));
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: this.#time, size: length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const source = await this.#start();
    if (source && source !== this.#source) {
      this.#source = source;
      source.onChanged?.(() => this.#refresh());
    }
    return new TextEncoder().encode((await source?.textOf(uri)) ?? '');
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
