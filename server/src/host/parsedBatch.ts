import { BatchWriter, type FactsBatch } from '../archive/base/batch';
import { looksLikeCable } from '../cable/recognise';
import type { Landmarks } from '../text/landmarks';
import { decodeHead, HEAD_BYTES } from './decode';
import { cableByName } from './files';
import { readInto, SIZE_LIMIT } from './read';
import { scanCable } from './scan';

/** The files of a batch that the parser reads, where the plain reader is not sure of them; and those that are gone. */
export class ParsedBatch {
  readonly #writer = new BatchWriter();

  /**
   * Writes a file of `size` bytes, last changed at `time`, that holds `bytes`. `path` is relative to the folder. `landmarks` are those
   * of its text, where they are known.
   */
  add(path: string, size: number, time: number, bytes: Buffer, landmarks?: Landmarks): void {
    this.#writer.add(path, size, time, scanCable(bytes, path, landmarks));
  }

  /**
   * Writes an open file of which nothing has been read; of one that is no cable no more than the beginning is. False for a cable
   * above `SIZE_LIMIT`, which is not written.
   */
  addLarge(path: string, size: number, time: number, file: number): boolean {
    const head = decodeHead(readInto(file, Buffer.allocUnsafeSlow(HEAD_BYTES), 0));
    if (head === null || (cableByName(path) !== 'always' && !looksLikeCable(head))) {
      this.#writer.add(path, size, time, null);
      return true;
    }
    if (size > SIZE_LIMIT) return false;
    this.add(path, size, time, readInto(file, Buffer.allocUnsafeSlow(size), 0));
    return true;
  }

  /** Writes that a file is there no more, or cannot be read. */
  remove(path: string): void {
    this.#writer.remove(path);
  }

  finish(): FactsBatch {
    return this.#writer.finish();
  }
}
