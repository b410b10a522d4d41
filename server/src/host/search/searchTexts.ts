import { isAscii } from 'node:buffer';
import { closeSync, constants, openSync } from 'node:fs';
import { fitText, soughtOf, type Text } from '../../archive/query/textSearch';
import { decode } from '../files/decode';
import { type FileProblem, problemOf } from '../files/problem';
import { type Problem, readText, readUpTo } from '../files/read';
import { pathBelow } from '../files/walk';
import { isCancelled } from '../threads/cooperative';
import type { SearchResult, SearchTask } from '../threads/messages';

/** Files up to this size share one buffer. */
const BUFFER_BYTES = 1 << 18;

/** How many files are read between two looks at the cancellation flag. */
const CHECK_EVERY = 16;

/** Without O_NONBLOCK, opening a pipe that nobody writes to would wait forever; Windows has no such flag. */
const READ_ONLY = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads texts one after the other and looks for words in them. */
export class TextReader {
  readonly #bytes = Buffer.allocUnsafeSlow(BUFFER_BYTES);

  /** The texts of a task in which the words fit, up to a cancellation; a text that cannot be read has no words. Never throws. */
  search({ folder, below, names, known, telegram, words, cancelled }: SearchTask): SearchResult {
    const sought = soughtOf(words);
    const nativeBelow = pathBelow(folder, below);
    const found = new Uint8Array(names.length);
    const problems: FileProblem[] = [];
    for (let i = 0; i < names.length; i++) {
      if (i % CHECK_EVERY === 0 && isCancelled(cancelled)) break;
      const text = this.#read(nativeBelow + names[i]);
      if (text === null) continue;
      if ('problem' in text) {
        // A file that has vanished is no longer in the folder.
        if (text.problem.kind !== 'vanished') problems.push(text.problem);
      } else if (fitText(sought, known[i] ?? 0, telegram[i] ?? 0, text)) found[i] = 1;
    }
    return { found, problems };
  }

  /**
   * The text of a file, without asking the system what there is to know of the file: most of the time goes into such questions. Null for
   * binary data.
   */
  #read(path: string): Text | Problem | null {
    try {
      const file = openSync(path, READ_ONLY);
      try {
        const length = readUpTo(file, this.#bytes, 0, this.#bytes.length);
        if (length < this.#bytes.length) return textOf(this.#bytes.subarray(0, length));
      } finally {
        closeSync(file);
      }
    } catch (error) {
      return { kind: 'problem', problem: problemOf(path, error) };
    }
    const whole = readText(path);
    if (whole.kind === 'problem') return whole;
    return whole.kind === 'text' ? { text: whole.text, isAscii: false } : null;
  }
}

function textOf(bytes: Buffer): Text | null {
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), isAscii: true };
  const text = decode(bytes);
  return text === null ? null : { text, isAscii: false };
}
