import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { extname } from 'node:path';
import { looksLikeCable } from '../../cable/recognise';
import { decode, decodeHead, HEAD_BYTES } from './decode';
import { type FileProblem, problemOf } from './problem';

/** Files above this many bytes are not read; the largest cables known have a few hundred kilobytes. */
export const SIZE_LIMIT = 64 * 1024 * 1024;

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  /** `accept` said no to the start of the text. */
  | { readonly kind: 'declined' }
  | Problem;

/**
 * Reads a file as text (see `decode` for encodings). Where `accept` is given it sees the first 8 KB of text, and the rest is
 * read only if it says yes. Never throws: a file that is not there, not to be read, binary or above `SIZE_LIMIT` gives a problem.
 */
export function readText(path: string, accept?: (head: string) => boolean): ReadResult {
  return withFile<ReadResult>(path, (file, { size }) => {
    const head = readInto(file, Buffer.allocUnsafe(Math.min(size, HEAD_BYTES)), 0);
    const start = decodeHead(head);
    if (start === null) return problemWith(path, 'binary', 'it is a binary file');
    if (accept && !accept(start)) return { kind: 'declined' };
    if (size > SIZE_LIMIT) return tooLarge(path);
    const text = decode(size > HEAD_BYTES ? readRest(file, head, size) : head);
    return text === null ? problemWith(path, 'binary', 'it is a binary file') : { kind: 'text', text };
  });
}

/** A file that is not read, or not that way. */
export interface Problem {
  readonly kind: 'problem';
  readonly problem: FileProblem;
}

/** What `use` gives for the open regular file `path`; the problem where it cannot be opened or `use` throws. Never throws. */
export function withFile<T>(path: string, use: (file: number, stats: Stats) => T): T | Problem {
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever; Windows has no such flag.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      if (stats.isDirectory()) return problemWith(path, 'unreadable', 'it is a folder');
      if (!stats.isFile()) return problemWith(path, 'unreadable', 'it is no regular file');
      return use(file, stats);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { kind: 'problem', problem: problemOf(path, error) };
  }
}

export function tooLarge(path: string): Problem {
  return problemWith(path, 'too-large', `it is larger than ${SIZE_LIMIT >> 20} MB`);
}

function problemWith(path: string, kind: FileProblem['kind'], message: string): Problem {
  return { kind: 'problem', problem: { path, kind, message } };
}

function readRest(file: number, head: Buffer, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  head.copy(bytes);
  return readInto(file, bytes, head.length);
}

/** Fills `bytes` from `offset` on; a file that became shorter meanwhile gives what is left of it. */
export function readInto(file: number, bytes: Buffer, offset: number): Buffer {
  return bytes.subarray(0, readUpTo(file, bytes, offset, bytes.length));
}

/** Reads the bytes of a file from `offset` up to `end` to their places in `bytes`; gives the end of what there is. */
export function readUpTo(file: number, bytes: Buffer, offset: number, end: number): number {
  let at = offset;
  while (at < end) {
    const count = readSync(file, bytes, at, end - at, at);
    if (count === 0) break;
    at += count;
  }
  return at;
}

/** Extensions of plain text; such a file is a cable if its content says so. A name without extension counts among them. */
const PLAIN_TEXT = new Set(['', '.txt', '.text', '.asc', '.tel']);

/** Whether a file of this name is a cable whatever it holds, may be one by its content, or is passed over in a folder. */
export function cableByName(path: string): 'always' | 'by-content' | 'never' {
  // Nearly all files are called so, and finding any extension takes several times as long.
  if (path.endsWith('.txt')) return 'by-content';
  const extension = extname(path).toLowerCase();
  if (extension === '.cable') return 'always';
  return PLAIN_TEXT.has(extension) ? 'by-content' : 'never';
}

/**
 * Reads `path` if it is a cable, by its extension or by its content whatever the extension; `declined` where it is none.
 * Never throws.
 */
export function readCable(path: string): ReadResult {
  return cableByName(path) === 'always' ? readText(path) : readText(path, looksLikeCable);
}
