import type { Base } from '../archive/index/format/base';
import { isNoteName, MOST_NOTES, NOTE_SIZE } from '../archive/noteIndex';
import type { WordCondition } from '../archive/query/query';
import { fitText, soughtOf } from '../archive/query/textSearch';
import type { RefreshRequest, RefreshResult } from '../archive/refresh';
import { selectionOf } from '../archive/selection';
import type { SearchEnd, WordSearch } from '../archive/snapshot';
import type { Provenance } from '../features/bibliography/source';
import { makeReadable } from '../import/readable';
import type { CableReader, Host, NoteReader, ReadAhead } from '../lsp/host';
import { canonicalFolder, namingBelow } from '../lsp/uris';
import { isCable, mayBeCable, SIZE_LIMIT } from './cable';
import { decodeText } from './decode';
import type { RemoteFiles } from './editorFiles';
import type { KeptArchives } from './keptArchives';
import { provenanceIn } from './provenance';
import { refreshRemote } from './refresh';
import { Texts } from './texts';
import { walkRemote } from './walk';

/** So many texts are one request. */
const TOGETHER = 64;

export interface WebPorts {
  readonly files: RemoteFiles;
  readonly kept: KeptArchives;
  /** The most files of a folder that are read. */
  limit(folder: string): Promise<number>;
  /** Says, once for each folder, that it has more files than are read. */
  onCut(folder: string, limit: number): void;
}

/** The machine where every file is a request to the editor. */
export class WebHost implements Host {
  readonly ahead: ReadAhead;
  readonly #ports: WebPorts;
  readonly #texts: Texts;
  readonly #saved = new Map<string, Base>();
  readonly #cut = new Set<string>();

  constructor(ports: WebPorts) {
    const texts = new Texts(ports.files);
    this.#ports = ports;
    this.#texts = texts;
    this.ahead = {
      folders: uris => this.#load(uris),
      files: uris => texts.files(uris),
      forget: uris => texts.forget(uris),
      get misses() {
        return texts.misses;
      },
      settled: () => texts.settled(),
    };
  }

  keepArchivesIn(): void {}

  saved(uri: string): Base | null {
    return this.#saved.get(uri) ?? null;
  }

  async refresh(uri: string, request: RefreshRequest): Promise<RefreshResult> {
    const { files, kept } = this.#ports;
    const limit = await this.#ports.limit(uri);
    this.#texts.forgetAbsent();
    return refreshRemote(uri, request, {
      files,
      limit,
      onText: (file, text) => this.#texts.put(file, text),
      onCut: () => {
        if (this.#cut.has(uri)) return;
        this.#cut.add(uri);
        this.#ports.onCut(uri, limit);
      },
      keep: base => kept.keep(uri, base),
    });
  }

  async collect(uri: string, reader: CableReader, signal: AbortSignal): Promise<void> {
    const { files } = this.#ports;
    const [state] = await files.stat([uri]);
    if (!state) return;
    if (!state.isFolder) return this.#collect([uri], reader, signal);
    const folder = canonicalFolder(uri);
    const limit = await this.#ports.limit(folder);
    const { paths, problems } = await walkRemote(files, folder, {
      selection: selectionOf([]),
      takes: mayBeCable,
      limit,
      signal,
    });
    for (const problem of problems) reader.onProblem(problem);
    await this.#collect(paths.map(namingBelow(folder).uriOf), reader, signal);
  }

  async plain() {
    return makeReadable;
  }

  watch(): () => void {
    // The editor does, and tells.
    return () => {};
  }

  kindOf(uri: string): 'file' | 'folder' | null {
    return this.#texts.at(uri).kind;
  }

  async searchTexts(
    search: WordSearch,
    words: readonly WordCondition[],
    { signal, onProgress }: { readonly signal: AbortSignal; onProgress(done: number): void },
  ): Promise<SearchEnd> {
    const sought = soughtOf(words);
    const problems: string[] = [];
    let done = 0;
    for (const task of search.tasks(TOGETHER)) {
      if (signal.aborted) break;
      const naming = namingBelow(task.folder);
      const texts = await this.#read(task.names.map(name => naming.uriOf(task.below + name)));
      const found = Uint8Array.from(texts, (text, i) =>
        text !== null && fitText(sought, task.known[i] ?? 0, task.telegram[i] ?? 0, { text, isAscii: false })
          ? 1
          : 0,
      );
      search.take(task, found);
      done += found.length;
      onProgress(done);
    }
    return { complete: !signal.aborted, problems };
  }

  read(uri: string): string | null {
    const { text } = this.#texts.at(uri);
    return text !== null && isCable(uri, text) ? text : null;
  }

  readAny(uri: string): string | null {
    return this.#texts.at(uri).text;
  }

  async readNotes(
    uri: string,
    reader: NoteReader,
    { exclude, signal }: { readonly exclude: readonly string[]; readonly signal: AbortSignal },
  ): Promise<boolean> {
    const { files } = this.#ports;
    const { paths, isCut, isWhole } = await walkRemote(files, uri, {
      selection: selectionOf(exclude),
      takes: isNoteName,
      limit: Math.min(MOST_NOTES, await this.#ports.limit(uri)),
      signal,
    });
    const { uriOf, pathOf } = namingBelow(uri);
    const uris = paths.filter(path => reader.wants(path)).map(uriOf);
    for (let i = 0; i < uris.length && !signal.aborted; i += TOGETHER) {
      const some = uris.slice(i, i + TOGETHER);
      const states = await files.stat(some);
      const small = some.filter((_, j) => (states[j]?.size ?? NOTE_SIZE + 1) <= NOTE_SIZE);
      for (const [j, text] of (await this.#read(small)).entries())
        if (text !== null) reader.onNote(pathOf(small[j] ?? '') ?? '', text);
    }
    return isWhole && !isCut && !signal.aborted;
  }

  async readNote(uri: string): Promise<string | null> {
    const [state] = await this.#ports.files.stat([uri]);
    if (!state || state.isFolder || state.size > NOTE_SIZE) return null;
    await this.#texts.files([uri]);
    return this.#texts.peek(uri)?.text ?? null;
  }

  provenance(uri: string): Provenance | null {
    return provenanceIn(file => this.readAny(file), uri);
  }

  async #load(uris: readonly string[]): Promise<void> {
    for (const uri of uris.map(canonicalFolder)) {
      if (this.#saved.has(uri)) continue;
      const base = await this.#ports.kept.load(uri);
      if (base) this.#saved.set(uri, base);
    }
  }

  async #collect(uris: readonly string[], reader: CableReader, signal: AbortSignal): Promise<void> {
    for (let i = 0; i < uris.length && !signal.aborted; i += TOGETHER) {
      const some = uris.slice(i, i + TOGETHER);
      const texts = await this.#read(some);
      for (const [j, uri] of some.entries()) {
        const text = texts[j] ?? null;
        if (text !== null && isCable(uri, text)) reader.onCable(uri, text);
      }
    }
  }

  /** The texts of files, those at hand among them; null for what cannot be read. */
  async #read(uris: readonly string[]): Promise<readonly (string | null)[]> {
    const known = uris.map(uri => this.#texts.peek(uri));
    const wanted = uris.filter((_, i) => !known[i]);
    const bytes = await this.#ports.files.read(wanted);
    const read = new Map(wanted.map((uri, i) => [uri, bytes[i] ?? null]));
    return uris.map((uri, i) => {
      const at = known[i];
      if (at) return at.text;
      const found = read.get(uri);
      if (!found || found.length > SIZE_LIMIT) return null;
      const text = decodeText(found);
      this.#texts.put(uri, text);
      return text;
    });
  }

  /** What reads pages is not in the browser's bundle, where no page is offered. */
  async cablesOfPage(): Promise<string | null> {
    return null;
  }
}
