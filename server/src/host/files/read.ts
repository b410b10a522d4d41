import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { extname } from 'node:path';
import { looksLikeCable } from '../../cable/recognise';
import { decode, decodeHead, HEAD_BYTES } from './decode';
import { type FileProblem, problemOf } from './problem';

/** Larger files, in bytes, are not read; the largest known cables have a few hundred kilobytes. */
export const SIZE_LIMIT = 64 * 1024 * 1024;

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  /** `accept` rejected the start of the text. */
  | { readonly kind: 'declined' }
  | Problem;

/**
 * Reads a file as text (see `decode` for encodings). `accept`, if given, sees the first 8 KB of text, and the rest is read only if it
 * returns true. Never throws: a file that is missing, unreadable, binary or above `SIZE_LIMIT` yields a problem.
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

/** A file that was not read. */
export interface Problem {
  readonly kind: 'problem';
  readonly problem: FileProblem;
}

/** Opens the regular file `path` and returns what `use` does; a problem if it cannot be opened or `use` throws. Never throws. */
export function withFile<T>(path: string, use: (file: number, stats: Stats) => T): T | Problem {
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait forever; Windows has no such flag.
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

/** Fills `bytes` from `offset` on; returns the part that was read, which is shorter if the file has shrunk. */
export function readInto(file: number, bytes: Buffer, offset: number): Buffer {
  return bytes.subarray(0, readUpTo(file, bytes, offset, bytes.length));
}

/** Reads a file from `offset` up to `end` into the same range of `bytes`; returns where the file ended. */
export function readUpTo(file: number, bytes: Buffer, offset: number, end: number): number {
  let at = offset;
  while (at < end) {
    const count = readSync(file, bytes, at, end - at, at);
    if (count === 0) break;
    at += count;
  }
  return at;
}

/** Extensions of plain text, and none; whether such a file is a cable depends on its content. */
const PLAIN_TEXT = new Set(['', '.txt', '.text', '.asc', '.tel']);

/** Whether a file with this name is a cable in any case, depending on its content, or never. */
export function cableByName(path: string): 'always' | 'by-content' | 'never' {
  // Nearly all files have this extension, and `extname` takes several times as long.
  if (path.endsWith('.txt')) return 'by-content';
  const extension = extname(path).toLowerCase();
  if (extension === '.cable') return 'always';
  return PLAIN_TEXT.has(extension) ? 'by-content' : 'never';
}

/**
 * Reads `path` if it is a cable, by its extension or, whatever that is, by its content; otherwise `declined`. Never throws.
 */
export function readCable(path: string): ReadResult {
  return cableByName(path) === 'always' ? readText(path) : readText(path, looksLikeCable);
}
