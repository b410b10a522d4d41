import type { CableFacts } from '../archive/facts';
import { looksLikeCable } from '../cable/recognise';
import { decodeHead, HEAD_BYTES } from './decode';
import { cableByName } from './files';
import { type Problem, readInto, SIZE_LIMIT, tooLarge, withFile } from './read';
import { scanCable } from './scan';

export interface ScannedFile {
  readonly kind: 'file';
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970; 0 where it may change once more within the same tick of the clock. */
  readonly modified: number;
  /** Null for a file that is no cable. */
  readonly facts: CableFacts | null;
}

/** Files whose time is this near to now, in milliseconds, may be changed again without another time: FAT counts two seconds. */
const TICK = 2000;

/** A group of cables nearly always fits; a file that does not gets a buffer of its own, which is not kept. */
const BUFFER_BYTES = 1 << 20;

/** A file that was read and is still to be scanned. */
interface FileRead {
  readonly kind: 'read';
  readonly size: number;
  readonly modified: number;
  readonly bytes: Buffer;
}

/** Reads files for the archive, some at a time into one buffer. */
export class FileScanner {
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);

  /**
   * What the archive keeps of each of the files `paths`. All are read before the first is scanned: taking turns with the system
   * file by file makes both slower. Never throws.
   */
  scan(paths: readonly string[]): (ScannedFile | Problem)[] {
    let used = 0;
    const group = paths.map(path => {
      const found = this.#read(path, used);
      if (found.kind === 'read' && found.bytes.buffer === this.#buffer.buffer) used += found.bytes.length;
      return { path, found };
    });
    return group.map(({ path, found }) => {
      if (found.kind !== 'read') return found;
      const { size, modified, bytes } = found;
      return { kind: 'file', size, modified, facts: scanCable(bytes, bytes.length, path) };
    });
  }

  /** Reads a file into the buffer behind the first `used` bytes; one that is larger than the buffer is scanned at once. */
  #read(path: string, used: number): FileRead | ScannedFile | Problem {
    return withFile<FileRead | ScannedFile | Problem>(path, (file, { size, mtimeMs }) => {
      const modified = mtimeMs > Date.now() - TICK ? 0 : mtimeMs;
      if (size > this.#buffer.length) {
        const facts = factsOfLarge(path, file, size);
        return facts === 'too-large' ? tooLarge(path) : { kind: 'file', size, modified, facts };
      }
      const fits = used + size <= this.#buffer.length;
      const room = fits ? this.#buffer.subarray(used, used + size) : Buffer.allocUnsafeSlow(size);
      return { kind: 'read', size, modified, bytes: readInto(file, room, 0) };
    });
  }
}

/** Reads no more than the beginning of a large file that is no cable. */
function factsOfLarge(path: string, file: number, size: number): CableFacts | null | 'too-large' {
  const head = decodeHead(readInto(file, Buffer.allocUnsafeSlow(HEAD_BYTES), 0));
  if (head === null || (cableByName(path) !== 'always' && !looksLikeCable(head))) return null;
  if (size > SIZE_LIMIT) return 'too-large';
  const whole = readInto(file, Buffer.allocUnsafeSlow(size), 0);
  return scanCable(whole, whole.length, path);
}
