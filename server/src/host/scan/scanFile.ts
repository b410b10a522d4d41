import type { FileFacts } from '../../archive/facts';
import { BatchWriter, type FactsBatch, packed } from '../../archive/index/build/batch';
import { scanText } from '../../archive/scan';
import { cableByName } from '../../cable/byName';
import { looksLikeCable } from '../../cable/recognise';
import { decode } from '../files/decode';
import { namesOf } from '../files/fileLists';
import type { FileProblem } from '../files/problem';
import {
  dumpProblem,
  type Problem,
  readHead,
  readInto,
  readUpTo,
  SIZE_LIMIT,
  tooLarge,
  withFile,
} from '../files/read';
import { pathBelow } from '../files/walk';
import { type CancellationFlag, isCancelled } from '../threads/cooperative';
import type { ScanResult, ScanTask } from '../threads/messages';

/** A file changed less than this many milliseconds ago may change again under the same time stamp: FAT counts in two seconds. */
const TICK = 2000;

/** Files up to this size share one buffer. */
const BUFFER_BYTES = 1 << 18;

/** How many files are scanned between two looks at the cancellation flag. */
const CHECK_EVERY = 16;

/** Reads files one after the other for the archive. */
export class FileScanner {
  readonly #bytes = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  #writer = new BatchWriter();

  /** Scans the files of a task until cancelled. */
  run({ folder, lists }: ScanTask, cancelled: CancellationFlag): ScanResult {
    const problems: FileProblem[] = [];
    let done = 0;
    for (const list of lists) {
      const { below } = list;
      const nativeBelow = pathBelow(folder, below);
      for (const name of namesOf(list)) {
        if (done % CHECK_EVERY === 0 && isCancelled(cancelled)) return { batch: this.take(), done, problems };
        const problem = this.scan(below + name, nativeBelow + name);
        // A file that has vanished is no longer in the folder.
        if (problem && problem.kind !== 'vanished') problems.push(problem);
        done++;
      }
    }
    return { batch: this.take(), done, problems };
  }

  /**
   * Scans the file at `nativePath`, which the archive knows by its relative `path`. A file that is gone or cannot be read is removed from
   * the archive, and its problem is returned. Never throws.
   */
  scan(path: string, nativePath: string): FileProblem | null {
    const found = withFile<Problem | null>(nativePath, (file, { size, mtimeMs }) => {
      // Time 0 has the file read again next time: it may change once more within this tick of the clock.
      const time = mtimeMs > Date.now() - TICK ? 0 : mtimeMs;
      if (size > this.#bytes.length) return this.#addLarge(path, nativePath, size, time, file);
      const length = readUpTo(file, this.#bytes, 0, size);
      this.#writer.add(path, size, time, scanCable(this.#bytes.subarray(0, length), path));
      return null;
    });
    if (found === null) return null;
    this.#writer.remove(path);
    return found.problem;
  }

  /** The batch of the files scanned since the last call. */
  take(): FactsBatch {
    const batch = packed(this.#writer.finish());
    this.#writer = new BatchWriter();
    return batch;
  }

  /**
   * Adds a file that exceeds the shared buffer; reads only the head of one that is no cable. A cable above `SIZE_LIMIT` or a dump is not
   * added, and its problem is returned.
   */
  #addLarge(path: string, nativePath: string, size: number, time: number, file: number): Problem | null {
    const head = readHead(file, size).text;
    if (head === null || (cableByName(path) !== 'always' && !looksLikeCable(head))) {
      this.#writer.add(path, size, time, []);
      return null;
    }
    if (size > SIZE_LIMIT) return tooLarge(nativePath);
    const text = decode(readInto(file, Buffer.allocUnsafeSlow(size), 0));
    const dump = text === null ? null : dumpProblem(nativePath, text);
    if (dump) return dump;
    this.#writer.add(path, size, time, text === null ? [] : factsOf(text, path));
    return null;
  }
}

/**
 * What the archive keeps of the file at `path` that holds `bytes`; nothing where it is no cable, by its extension or by its content.
 * Does not hold on to the bytes.
 */
export function scanCable(bytes: Buffer, path: string): FileFacts {
  const text = decode(bytes);
  return text === null ? [] : factsOf(text, path);
}

function factsOf(text: string, path: string): FileFacts {
  return cableByName(path) === 'always' || looksLikeCable(text) ? scanText(text, path) : [];
}
