import { closeSync, constants, lstatSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportKind } from '../../import/model';
import { refusal } from '../files/problem';

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

/** The file is read in pieces of so many bytes. */
const PIECE = 1 << 18;

/** A line longer than this is none that an import wrote. */
const LONGEST_LINE = 1 << 18;

/** Opens neither what a link leads to nor, waiting for somebody else, a pipe; Windows has no such flags. */
const AS_IT_IS = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** So many lines are kept back at most; their files are there before them. */
const HELD = 200;

/**
 * The provenance of a folder, which only grows. Its lines follow the order of the sources, so that an import that was stopped at any
 * moment and goes on ends with the same bytes as one that was not.
 */
export class Provenance {
  readonly #path: string;
  readonly #isReadOnly: boolean;
  /** What was imported before: for each source where its rows' files stand in `#files`. */
  readonly #known = new Map<string, Map<number, number>>();
  readonly #files = new NameStore();
  #held: string[] = [];
  #file: number | null = null;

  private constructor(path: string, isReadOnly: boolean) {
    this.#path = path;
    this.#isReadOnly = isReadOnly;
  }

  /** Reads the provenance of `folder`; a last line that was cut is dropped. Throws what `node:fs` throws. */
  static open(folder: string, isReadOnly: boolean): Provenance {
    const provenance = new Provenance(join(folder, PROVENANCE_FILE), isReadOnly);
    provenance.#read();
    return provenance;
  }

  #read(): void {
    const stats = lstatSync(this.#path, { throwIfNoEntry: false });
    if (stats && !stats.isFile()) throw refusal('EIRREGULAR', this.#path);
    const size = stats?.size ?? 0;
    if (size === 0) return;
    const file = openSync(this.#path, constants.O_RDONLY | AS_IT_IS);
    let whole = 0;
    try {
      let at = 0;
      let rest = Buffer.alloc(0);
      const piece = Buffer.allocUnsafe(PIECE);
      for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
        const bytes: Buffer = Buffer.concat([rest, piece.subarray(0, length)]);
        const end = bytes.lastIndexOf(10) + 1;
        for (const line of bytes.toString('utf8', 0, end).split('\n')) if (line !== '') this.#learn(line);
        if (end > 0) whole = at + end - rest.length;
        at += length;
        // What is longer is no line of ours, and would be copied again and again.
        rest = bytes.length - end > LONGEST_LINE ? Buffer.alloc(0) : Buffer.from(bytes.subarray(end));
      }
    } finally {
      closeSync(file);
    }
    // Without its line break, the last line was not written whole.
    if (whole < size && !this.#isReadOnly) truncateSync(this.#path, whole);
  }

  #learn(line: string): void {
    try {
      const { sha256, kind, row, file } = JSON.parse(line) as ProvenanceLine;
      if (file !== null && !FILE.test(file)) return;
      const key = sourceKey(sha256, kind);
      const rows = this.#known.get(key) ?? new Map<number, number>();
      this.#known.set(key, rows.set(row ?? 0, this.#files.add(file ?? '')));
    } catch {
      // A line that somebody has damaged says nothing.
    }
  }

  /** The file that an item of a source became in an earlier import; empty for a record, undefined for what is new. */
  fileOf({ sha256, kind, row }: Pick<ProvenanceLine, 'sha256' | 'kind' | 'row'>): string | undefined {
    const at = this.#known.get(sourceKey(sha256, kind))?.get(row ?? 0);
    return at === undefined ? undefined : this.#files.at(at);
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
    this.#file ??= openSync(
      this.#path,
      constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | AS_IT_IS,
      0o666,
    );
    const bytes = Buffer.from(this.#held.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#held = [];
  }

  /** Throws what `node:fs` throws, once. */
  close(): void {
    const file = this.#file;
    this.#file = null;
    if (file !== null) closeSync(file);
  }
}

function sourceKey(sha256: string, kind: ImportKind): string {
  return `${sha256.slice(0, 20)} ${kind}`;
}

/** Names by number, in bytes: a quarter of a million strings would take many times the memory. */
class NameStore {
  #bytes = Buffer.allocUnsafe(1 << 12);
  #end = 0;

  /** Adds a name of up to `LONGEST_NAME` bytes; gives the number by which `at` finds it. */
  add(name: string): number {
    const length = Math.min(LONGEST_NAME, Buffer.byteLength(name));
    if (this.#end + length + 2 > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], 2 * this.#bytes.length + length);
    const at = this.#bytes.writeUInt16LE(length, this.#end) - 2;
    this.#bytes.write(name, at + 2, length);
    this.#end = at + 2 + length;
    return at;
  }

  at(number: number): string {
    return this.#bytes.toString('utf8', number + 2, number + 2 + this.#bytes.readUInt16LE(number));
  }
}

const LONGEST_NAME = 4096;
