import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { cableByName } from '../../cable/byName';
import { isDump } from '../../cable/container';
import { looksLikeCable, recognitionLength } from '../../cable/recognise';
import { decode, decodeHead, HEAD_BYTES } from './decode';
import { holderWords, wordsFor } from './holder';
import { type FileProblem, problemOf } from './problem';

/** Larger files, in bytes, are not read: VS Code hands them to no extension. The largest known cables have a few hundred kilobytes. */
export const SIZE_LIMIT = 50 * 1024 * 1024;

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  /** `accept` rejected the start of the text. */
  | { readonly kind: 'declined' }
  | Problem;

/**
 * Reads a file as text (see `decode` for encodings). `accept`, if given, sees its beginning (see `readHead`), and the rest is read only
 * if it returns true. Never throws: a file that is missing, unreadable, binary or above `SIZE_LIMIT` yields a problem.
 */
export function readText(path: string, accept?: (head: string) => boolean): ReadResult {
  return withFile<ReadResult>(path, (file, { size }) => {
    const head = readHead(file, size);
    if (head.text === null) return problemWith(path, 'binary', 'it is a binary file');
    if (accept && !accept(head.text)) return { kind: 'declined' };
    if (size > SIZE_LIMIT) return tooLarge(path);
    const text = size > head.bytes.length ? decode(readRest(file, head.bytes, size)) : decode(head.bytes);
    return text === null ? problemWith(path, 'binary', 'it is a binary file') : { kind: 'text', text };
  });
}

/** The beginning of an open file, as far as it tells whether it is a cable: 8 KB, or more of a saved page; `text` is null for binary data. */
export function readHead(
  file: number,
  size: number,
): { readonly bytes: Buffer; readonly text: string | null } {
  const bytes = readInto(file, Buffer.allocUnsafe(Math.min(size, HEAD_BYTES)), 0);
  const text = decodeHead(bytes);
  const length = text === null ? 0 : Math.min(size, recognitionLength(text));
  if (length <= bytes.length) return { bytes, text };
  const more = readInto(file, grown(bytes, length), bytes.length);
  return { bytes: more, text: decodeHead(more) };
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
  const words = holderWords(path);
  const message = `it is larger than ${SIZE_LIMIT >> 20} MB`;
  return problemWith(path, 'too-large', words === null ? message : `${message}: ${words}`);
}

/** The problem with a text that holds so many telegrams that it is a dump; null where it does not. */
export function dumpProblem(path: string, text: string): Problem | null {
  if (!isDump(text)) return null;
  return problemWith(path, 'too-large', wordsFor(text) ?? '');
}

function problemWith(path: string, kind: FileProblem['kind'], message: string): Problem {
  return { kind: 'problem', problem: { path, kind, message } };
}

function readRest(file: number, head: Buffer, size: number): Buffer {
  return readInto(file, grown(head, size), head.length);
}

function grown(head: Buffer, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  head.copy(bytes);
  return bytes;
}

/** Fills `bytes` from `offset` on; returns the part that was read, which is shorter if the file has shrunk. */
export function readInto(file: number, bytes: Buffer, offset: number): Buffer {
  return bytes.subarray(0, readUpTo(file, bytes, offset, bytes.length));
}

/** Reads a file from `offset` up to `end` into the same range of `bytes`; returns where the file ended. */
export function readUpTo(file: number, bytes: Uint8Array, offset: number, end: number): number {
  let at = offset;
  while (at < end) {
    const count = readSync(file, bytes, at, end - at, at);
    if (count === 0) break;
    at += count;
  }
  return at;
}

/**
 * Reads `path` if it is a cable, by its extension or, whatever that is, by its content; otherwise `declined`. A dump yields a problem.
 * Never throws.
 */
export function readCable(path: string): ReadResult {
  const result = cableByName(path) === 'always' ? readText(path) : readText(path, looksLikeCable);
  return (result.kind === 'text' && dumpProblem(path, result.text)) || result;
}
