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
 * Replaces the text `before` of a file by `after`, in the file's own encoding. The replacement is atomic and keeps the permissions; of
 * a link, the target is rewritten. Refuses, and leaves the file unchanged, if it no longer contains `before`, has bytes that are no
 * text, uses an encoding that lacks a character of `after`, or is read-only. Returns the problem, or null. Never throws.
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
    // An administrator may write everything, but a file marked as read-only is meant to stay.
    if ((stats.mode & 0o222) === 0) return refuse('not written: it is read-only');
    return replaceFile(target, old, encoded.bytes, stats) ? null : refuse(CHANGED);
  } catch (error) {
    return writeProblemOf(path, error);
  }
}

const CHANGED = 'not written: it was changed meanwhile';

/** Returns false, and changes nothing, if the file no longer contains `old`. */
function replaceFile(target: string, old: Buffer, bytes: Buffer, { mode, uid, gid }: Stats): boolean {
  // Hidden, so that a walk skips it; short, since the target's name may be as long as names can be.
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

/** Only an administrator can change the owner; for others the file becomes their own. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {}
}
