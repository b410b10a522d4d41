import { closeSync, createReadStream, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ImportKind } from '../../import/model';

/** What the folder of imports says of where its files come from: one JSON object on each line. */
export const PROVENANCE_FILE = 'reftel-import.ndjson';

/** One line of it: a telegram and its file, or a record of a telegram without text, which has none. */
export interface ProvenanceLine {
  /** Below the folder of imports, with `/` between names. */
  readonly file: string | null;
  readonly id: string | null;
  /** The path of the source as it was named. */
  readonly source: string;
  readonly kind: ImportKind;
  readonly row?: number;
  readonly line?: number;
  readonly page?: number;
  readonly sha256: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A path that an import gives; another one is none of ours. */
const FILE = /^(?:\d{4}\/)?[^/\\]{1,200}\.cable$/;

/** So many lines are kept back at most; their files are there before them. */
const HELD = 200;

/**
 * The provenance of a folder, which only grows. Its lines follow the order of the sources, so that an import that was stopped at any
 * moment and goes on ends with the same bytes as one that was not.
 */
export class Provenance {
  readonly #path: string;
  readonly #isReadOnly: boolean;
  /** What was imported before, by `keyOf`; empty for a record. */
  readonly #known = new Map<string, string>();
  #held: string[] = [];
  #file: number | null = null;

  private constructor(path: string, isReadOnly: boolean) {
    this.#path = path;
    this.#isReadOnly = isReadOnly;
  }

  /** Reads the provenance of `folder`; a last line that was cut is dropped. Rejects with what `node:fs` throws. */
  static async open(folder: string, isReadOnly: boolean): Promise<Provenance> {
    const provenance = new Provenance(join(folder, PROVENANCE_FILE), isReadOnly);
    await provenance.#read();
    return provenance;
  }

  async #read(): Promise<void> {
    const size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0) return;
    let whole = 0;
    let last: string | null = null;
    const lines = createInterface({
      input: createReadStream(this.#path),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const line of lines) {
      if (last !== null) this.#learn(last);
      whole += Buffer.byteLength(line) + 1;
      last = line;
    }
    if (last === null) return;
    // Without its line break, the last line was not written whole.
    if (whole <= size) this.#learn(last);
    else if (!this.#isReadOnly) truncate(this.#path, whole - Buffer.byteLength(last) - 1);
  }

  #learn(line: string): void {
    try {
      const { sha256, kind, row, page, file } = JSON.parse(line) as ProvenanceLine;
      if (file === null || FILE.test(file)) this.#known.set(keyOf(sha256, kind, row, page), file ?? '');
    } catch {
      // A line that somebody has damaged says nothing.
    }
  }

  /** The file that an item of a source became in an earlier import; empty for a record, undefined for what is new. */
  fileOf({ sha256, kind, row, page }: Omit<ProvenanceLine, 'file' | 'id' | 'source'>): string | undefined {
    return this.#known.get(keyOf(sha256, kind, row, page));
  }

  /** Notes where a file comes from, which must be there. Throws what `node:fs` throws. */
  add(line: ProvenanceLine): void {
    if (this.#isReadOnly) return;
    this.#held.push(`${JSON.stringify(line)}\n`);
    if (this.#held.length >= HELD) this.flush();
  }

  /** Writes what is kept back. Throws what `node:fs` throws. */
  flush(): void {
    if (this.#held.length === 0) return;
    this.#file ??= openSync(this.#path, 'a');
    const bytes = Buffer.from(this.#held.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#held = [];
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

function keyOf(sha256: string, kind: ImportKind, row: number | undefined, page: number | undefined): string {
  return `${sha256.slice(0, 20)} ${kind} ${row ?? ''} ${page ?? ''}`;
}

function truncate(path: string, length: number): void {
  const file = openSync(path, 'r+');
  try {
    ftruncateSync(file, length);
  } finally {
    closeSync(file);
  }
}
