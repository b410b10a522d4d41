import { FileNames } from '../archive/fileNames';
import type { Base } from '../archive/index/format/base';
import type { Naming } from '../archive/naming';
import type { RefreshResult } from '../archive/refresh';
import { type Selection, selectionOf } from '../archive/selection';
import type { Host } from './host';
import type { ProgressSink, Watcher } from './progress';
import { namingBelow } from './uris';

/** What a folder's archive tells the workspace. */
export interface FolderListener {
  /** There is another base. */
  onBase(): void;
  /** More names of files that have not been read yet are known. */
  onNames(): void;
  /** A refresh begins; gives a number that is larger each time. */
  onStart(): number;
  /** The base is what the disk had when the refresh with this number began, or newer. */
  onCurrent(folder: FolderArchive, start: number): void;
}

/** The archive of one folder: as it was saved last, and from the first refresh on as the disk has it. */
export class FolderArchive {
  readonly uri: string;
  readonly naming: Naming;
  readonly exclude: readonly string[];
  readonly #selection: Selection;
  readonly #host: Host;
  readonly #closing = new AbortController();
  #base: Base | null;
  #names: FileNames | null = null;

  /** `known` is what is known of it from before, if not from a saved archive. */
  constructor(uri: string, exclude: readonly string[], host: Host, known?: Base | null) {
    this.uri = uri;
    this.naming = namingBelow(uri);
    this.exclude = exclude;
    this.#selection = selectionOf(exclude);
    this.#host = host;
    this.#base = known ?? host.saved(uri);
  }

  /** The files as they are known; null before they are. */
  get base(): Base | null {
    return this.#base;
  }

  /** The names of files that are new or changed, until all of them have been read; null if there are none. */
  get names(): FileNames | null {
    return this.#names;
  }

  /** Whether a file or folder lies below the folder, and not in a part of it that is passed over. */
  reaches(uri: string): boolean {
    const path = this.naming.pathOf(uri);
    return path !== null && this.#selection.reaches(path);
  }

  /** Brings the base up to date; resolves, in any case, when that is over. One refresh at a time, please. */
  async refresh(listener: FolderListener, watcher: Watcher): Promise<void> {
    if (this.#closing.signal.aborted) return;
    const start = listener.onStart();
    const cancelling = new AbortController();
    const cancel = () => cancelling.abort();
    this.#closing.signal.addEventListener('abort', cancel, { once: true });
    const sink = watcher.started(this.uri, cancel);
    try {
      const end = await this.#run(listener, sink, cancelling.signal);
      if (end.complete) this.#names = null;
      if (end.complete && !this.#closing.signal.aborted) listener.onCurrent(this, start);
      sink.ended(end, this.#base);
    } catch (error) {
      sink.failed(error);
    } finally {
      this.#closing.signal.removeEventListener('abort', cancel);
    }
  }

  /** Ends a refresh that runs. */
  close(): void {
    this.#closing.abort();
  }

  #run(listener: FolderListener, sink: ProgressSink, signal: AbortSignal): Promise<RefreshResult> {
    return this.#host.refresh(this.uri, {
      known: this.#base,
      exclude: this.exclude,
      signal,
      onReplace: () => {
        if (this.#closing.signal.aborted) return;
        this.#base = null;
        listener.onBase();
      },
      onBase: base => {
        if (this.#closing.signal.aborted) return;
        this.#base = base;
        listener.onBase();
      },
      onNames: names => {
        this.#names ??= new FileNames();
        this.#names.add(names);
        listener.onNames();
      },
      onProgress: progress => sink.progress(progress),
    });
  }
}
