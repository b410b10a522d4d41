import type { ReadAhead } from '../lsp/host';
import { canonicalUri, isWithin } from '../lsp/uris';
import { SIZE_LIMIT } from './cable';
import { decodeText } from './decode';
import type { RemoteFiles } from './editorFiles';

/** So many characters of texts are kept at hand. */
const KEPT = 48_000_000;

/** What is known of a file or folder. */
export interface Known {
  readonly kind: 'file' | 'folder' | null;
  /** Null for a folder, and for what is no text or cannot be read. */
  readonly text: string | null;
}

const NOTHING: Known = { kind: null, text: null };

/** Texts of files that were read lately. What is asked for and is not at hand is read behind the question, which counts as missed. */
export class Texts implements Omit<ReadAhead, 'folders'> {
  misses = 0;
  readonly #files: RemoteFiles;
  readonly #kept: number;
  /** The latest last. */
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<void>>();
  #length = 0;
  #asked: string[] = [];

  /** `kept` is how many characters are kept. */
  constructor(files: RemoteFiles, kept = KEPT) {
    this.#files = files;
    this.#kept = kept;
  }

  /** What is known of a file at this moment; what is not known yet is asked for. */
  at(uri: string): Known {
    const key = canonicalUri(uri);
    const known = this.#known.get(key);
    if (known) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    this.misses++;
    if (!this.#reading.has(key)) {
      if (this.#asked.length === 0) queueMicrotask(() => void this.files(this.#asked.splice(0)));
      this.#asked.push(key);
      this.#reading.set(key, Promise.resolve());
    }
    return NOTHING;
  }

  /** What is known of a file, if anything is; asks nobody. */
  peek(uri: string): Known | null {
    return this.#known.get(canonicalUri(uri)) ?? null;
  }

  /** Reads files again. */
  async files(uris: readonly string[]): Promise<void> {
    const keys = uris.map(canonicalUri);
    const reading = this.#read(keys);
    for (const key of keys) this.#reading.set(key, reading);
    await reading;
    for (const key of keys) if (this.#reading.get(key) === reading) this.#reading.delete(key);
  }

  /** Resolves when what is being read has been read. */
  async settled(): Promise<void> {
    while (this.#reading.size > 0) await Promise.all(this.#reading.values());
  }

  /** Takes note of a text that was read. */
  put(uri: string, text: string | null): void {
    this.#put(canonicalUri(uri), { kind: 'file', text });
  }

  /** Forgets files, and all in folders. */
  forget(uris: readonly string[]): void {
    const gone = uris.map(canonicalUri);
    for (const [key, { text }] of this.#known) {
      if (!gone.some(uri => isWithin(uri, key))) continue;
      this.#known.delete(key);
      this.#length -= text?.length ?? 0;
    }
  }

  /** Forgets what is known of files that are not there, or were not when they were asked for. */
  forgetAbsent(): void {
    for (const [key, { kind }] of this.#known) if (kind === null) this.#known.delete(key);
  }

  async #read(keys: readonly string[]): Promise<void> {
    const states = await this.#files.stat(keys);
    const readable = keys.filter((_, i) => {
      const state = states[i];
      return state && !state.isFolder && state.size <= SIZE_LIMIT;
    });
    const bytes = new Map((await this.#files.read(readable)).map((found, i) => [readable[i], found]));
    for (const [i, key] of keys.entries()) {
      const found = bytes.get(key);
      const kind = !states[i] ? null : states[i].isFolder ? 'folder' : 'file';
      this.#put(key, { kind, text: found ? decodeText(found) : null });
    }
  }

  #put(key: string, known: Known): void {
    this.#length += (known.text?.length ?? 0) - (this.#known.get(key)?.text?.length ?? 0);
    this.#known.delete(key);
    this.#known.set(key, known);
    for (const [oldest, { text }] of this.#known) {
      if (this.#length <= this.#kept) break;
      this.#known.delete(oldest);
      this.#length -= text?.length ?? 0;
    }
  }
}
