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

/** Most cables fit; a larger file gets a buffer of its own, which is not kept. */
const BUFFER_BYTES = 1 << 20;

/** Reads files for the archive, one after the other into one buffer. */
export class FileScanner {
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);

  /** What the archive keeps of the file `path`. Never throws. */
  scan(path: string): ScannedFile | Problem {
    return withFile<ScannedFile | Problem>(path, (file, { size, mtimeMs }) => {
      const modified = mtimeMs > Date.now() - TICK ? 0 : mtimeMs;
      const facts = this.#factsOf(path, file, size);
      return facts === 'too-large' ? tooLarge(path) : { kind: 'file', size, modified, facts };
    });
  }

  #factsOf(path: string, file: number, size: number): CableFacts | null | 'too-large' {
    const fits = size <= this.#buffer.length;
    const bytes = readInto(file, this.#buffer.subarray(0, fits ? size : HEAD_BYTES), 0);
    if (fits) return scanCable(bytes, bytes.length, path);
    const head = decodeHead(bytes);
    if (head === null || (cableByName(path) !== 'always' && !looksLikeCable(head))) return null;
    if (size > SIZE_LIMIT) return 'too-large';
    const whole = readInto(file, Buffer.allocUnsafeSlow(size), 0);
    return scanCable(whole, whole.length, path);
  }
}
