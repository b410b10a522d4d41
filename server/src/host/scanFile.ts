import type { FactsBatch } from '../archive/base/batch';
import { FileWriter } from '../archive/base/fileWriter';
import { packed } from '../archive/base/pack';
import type { ParsedBatch } from './parsedBatch';
import { newPlainReader, type PlainReader } from './plainReader';
import type { FileProblem } from './problem';
import { type Problem, readUpTo, tooLarge, withFile } from './read';

/** Files whose time is this near to now, in milliseconds, may be changed again without another time: FAT counts two seconds. */
const TICK = 2000;

/** Room for a file where there is no plain reader. */
const BUFFER_BYTES = 1 << 18;

/**
 * Reads files one after the other for the archive. What the plain reader declines, the parser reads; it is loaded for the first such
 * file, for most folders have few of them.
 */
export class FileScanner {
  readonly #reader: PlainReader | null;
  readonly #bytes: Buffer;
  /** The files whose cables are in the reader's batch. */
  #files = new FileWriter();
  #parsed: ParsedBatch | null = null;
  #batches: FactsBatch[] = [];

  /** With null all files are parsed. */
  constructor(reader: PlainReader | null = newPlainReader()) {
    this.#reader = reader;
    this.#bytes = reader?.bytes ?? Buffer.allocUnsafeSlow(BUFFER_BYTES);
  }

  /**
   * Scans the file at `nativePath`, which the archive knows by what its path begins with and its name. A file that is gone or cannot be
   * read is taken out of the archive, and the problem is given. Never throws.
   */
  scan(below: string, name: string, nativePath: string): FileProblem | null {
    const found = withFile<Problem | null>(nativePath, (file, { size, mtimeMs }) => {
      // The file may change once more within the same tick of the clock: then it is read again the next time.
      const time = mtimeMs > Date.now() - TICK ? 0 : mtimeMs;
      if (size > this.#bytes.length)
        return this.#parser().addLarge(below + name, size, time, file) ? null : tooLarge(nativePath);
      this.#add(below, name, size, time, readUpTo(file, this.#bytes, 0, size));
      return null;
    });
    if (found === null) return null;
    this.#parser().remove(below + name);
    return found.problem;
  }

  /** The batches of the files scanned since the last time. */
  take(): readonly FactsBatch[] {
    this.#finishRows();
    if (this.#parsed) this.#batches.push(packed(this.#parsed.finish()));
    const batches = this.#batches;
    this.#batches = [];
    this.#parsed = null;
    return batches;
  }

  /** Adds a file whose bytes, `length` of them, lie at the start of the buffer. */
  #add(below: string, name: string, size: number, time: number, length: number): void {
    let result = this.#reader?.scan(length) ?? 'declined';
    if (result === 'full') {
      this.#finishRows();
      result = this.#reader?.scan(length) ?? 'declined';
    }
    if (result === 'written') this.#files.add(below, name, size, time, this.#files.size);
    else this.#parse(below + name, size, time, this.#bytes.subarray(0, length));
  }

  #parse(path: string, size: number, time: number, bytes: Buffer): void {
    this.#parser().add(path, size, time, bytes, this.#reader?.landmarks());
  }

  /** Ends the batch of the plain reader. */
  #finishRows(): void {
    if (this.#reader === null || this.#files.size === 0) return;
    this.#batches.push(packed({ ...this.#files.finish(), ...this.#reader.columns() }));
    this.#files = new FileWriter();
    this.#reader.clear();
  }

  #parser(): ParsedBatch {
    this.#parsed ??= newParsedBatch();
    return this.#parsed;
  }
}

function newParsedBatch(): ParsedBatch {
  const module: typeof import('./parsedBatch') = require('./parsedBatch.js');
  return new module.ParsedBatch();
}
