import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { decode, encodingOf } from './decode';
import { ENCODING_NAMES, encode } from './encode';
import { type FileProblem, writeProblemOf } from './problem';

/**
 * Puts the text `after` in place of `before` in a file, in the file's own encoding. The file is at every moment the old one or
 * the new one, with the same permissions; where a link was named, the file is rewritten to which it leads. Refuses, and leaves
 * the file as it is, where it no longer holds `before`, where not all of its bytes are text, where its encoding lacks a
 * character of `after`, or where it may not be written. Gives the problem, or null. Never throws.
 */
export function rewriteText(path: string, before: string, after: string): FileProblem | null {
  const refuse = (message: string): FileProblem => ({ path, kind: 'unwritable', message });
  try {
    const target = realpathSync(path);
    const stats = statSync(target);
    const old = readFileSync(target);
    const encoding = encodingOf(old);
    if (encoding === null || decode(old) !== before) return refuse(CHANGED);
    const same = encode(before, encoding);
    const name = ENCODING_NAMES[encoding];
    if (same.kind === 'missing' || !same.bytes.equals(old))
      return refuse(`not written: some of its bytes are no ${name}`);
    const encoded = encode(after, encoding);
    if (encoded.kind === 'missing')
      return refuse(`not written: its encoding, ${name}, has no ${encoded.character}`);
    accessSync(target, constants.W_OK);
    // The administrator may write everything, but a file that is marked as read-only is meant to stay.
    if ((stats.mode & 0o222) === 0) return refuse('not written: it is read-only');
    return replaceFile(target, old, encoded.bytes, stats) ? null : refuse(CHANGED);
  } catch (error) {
    return writeProblemOf(path, error);
  }
}

const CHANGED = 'not written: it was changed meanwhile';

/** Gives false, and leaves everything as it is, where the file no longer holds `old`. */
function replaceFile(target: string, old: Buffer, bytes: Buffer, { mode, uid, gid }: Stats): boolean {
  // Hidden, so that a walk through the folder passes it over; short, so that a long name of the target does no harm.
  const temporary = join(dirname(target), `.reftel-${process.pid}-${randomBytes(6).toString('hex')}`);
  try {
    const file = openSync(temporary, 'wx', mode & 0o777);
    try {
      keepOwner(file, uid, gid);
      fchmodSync(file, mode & 0o7777);
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!readFileSync(target).equals(old)) return false;
    renameSync(temporary, target);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Only an administrator can give files away; for others the file becomes their own. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {}
}
