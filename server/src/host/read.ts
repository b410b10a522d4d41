import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { decode, decodeHead, HEAD_BYTES } from './decode';
import { type FileProblem, problemOf } from './problem';

/** Files above this many bytes are not read; the largest cables known have a few hundred kilobytes. */
export const SIZE_LIMIT = 64 * 1024 * 1024;

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  /** `accept` said no to the start of the text. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/**
 * Reads a file as text (see `decode` for encodings). Where `accept` is given it sees the first 8 KB of text, and the rest is
 * read only if it says yes. Never throws: a file that is not there, not to be read, binary or above `SIZE_LIMIT` gives a problem.
 */
export function readText(path: string, accept?: (head: string) => boolean): ReadResult {
  const problem = (kind: FileProblem['kind'], message: string): ReadResult => ({
    kind: 'problem',
    problem: { path, kind, message },
  });
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever; Windows has no such flag.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      if (stats.isDirectory()) return problem('unreadable', 'it is a folder');
      if (!stats.isFile()) return problem('unreadable', 'it is no regular file');
      const head = readInto(file, Buffer.allocUnsafe(Math.min(stats.size, HEAD_BYTES)), 0);
      const start = decodeHead(head);
      if (start === null) return problem('binary', 'it is a binary file');
      if (accept && !accept(start)) return { kind: 'declined' };
      if (stats.size > SIZE_LIMIT) return problem('too-large', `it is larger than ${SIZE_LIMIT >> 20} MB`);
      const bytes = stats.size > HEAD_BYTES ? readRest(file, head, stats.size) : head;
      const text = decode(bytes);
      return text === null ? problem('binary', 'it is a binary file') : { kind: 'text', text };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { kind: 'problem', problem: problemOf(path, error) };
  }
}

function readRest(file: number, head: Buffer, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  head.copy(bytes);
  return readInto(file, bytes, head.length);
}

/** Fills `bytes` from `offset` on; a file that became shorter meanwhile gives what is left of it. */
function readInto(file: number, bytes: Buffer, offset: number): Buffer {
  let end = offset;
  while (end < bytes.length) {
    const count = readSync(file, bytes, end, bytes.length - end, end);
    if (count === 0) break;
    end += count;
  }
  return bytes.subarray(0, end);
}
