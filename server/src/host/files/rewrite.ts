import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { copyAttributes } from './attributes';
import { decode, encodingOf } from './decode';
import { ENCODING_NAMES, encode } from './encode';
import { removeIfLeftover } from './leftovers';
import { type FileProblem, refusal, writeProblemOf } from './problem';
import { isBelow } from './walk';

/**
 * Replaces the text `before` of a file by `after`, in the file's own encoding. The replacement is atomic and keeps permissions, owner,
 * access list and extended attributes; of a link, the target is rewritten. Refuses, and leaves the file unchanged, if it no longer
 * contains `before`, has bytes that are no text, uses an encoding that lacks a character of `after`, is read-only, has further names
 * (hard links), which would keep the old text, or if its owner or its attributes would be lost. With `folder`, refuses a file that only
 * a link out of that folder leads to. Returns the problem, or null. Never throws.
 */
export function rewriteText(
  path: string,
  before: string,
  after: string,
  folder: string | null = null,
): FileProblem | null {
  const refuse = (message: string): FileProblem => ({
    path,
    kind: 'unwritable',
    message: `not written: ${message}`,
  });
  try {
    const target = realpathSync(path);
    if (folder !== null && !isBelow(target, realpathSync(folder))) throw refusal('EOUTSIDE', path);
    const stats = statSync(target);
    if (!stats.isFile()) throw refusal('EIRREGULAR', path);
    const old = readFileSync(target);
    const encoding = encodingOf(old);
    if (encoding === null || decode(old) !== before) return refuse(CHANGED);
    const same = encode(before, encoding);
    const name = ENCODING_NAMES[encoding];
    if (same.kind === 'missing' || !same.bytes.equals(old)) return refuse(`some of its bytes are no ${name}`);
    const encoded = encode(after, encoding);
    if (encoded.kind === 'missing') return refuse(`its encoding, ${name}, has no ${encoded.character}`);
    accessSync(target, constants.W_OK);
    // An administrator may write everything, but a file marked as read-only is meant to stay.
    if ((stats.mode & 0o222) === 0) return refuse('it is read-only');
    if (stats.nlink > 1) return refuse('it has another name (a hard link), which would keep the old text');
    const reason = replaceFile(target, old, encoded.bytes, stats);
    return reason === null ? null : refuse(reason);
  } catch (error) {
    return writeProblemOf(path, error);
  }
}

const CHANGED = 'it was changed meanwhile';

/** Replaces the content of a file that still contains `old`. Returns why it did not; the file is then as it was. */
function replaceFile(target: string, old: Buffer, bytes: Buffer, stats: Stats): string | null {
  const folder = dirname(target);
  removeLeftovers(folder);
  // Hidden, so that a walk skips it; short, since the target's name may be as long as names can be.
  const temporary = join(folder, `.reftel-${process.pid}-${randomBytes(6).toString('hex')}`);
  try {
    const file = openSync(temporary, 'wx', stats.mode & 0o777);
    try {
      if (!keepsOwner(file, stats)) return 'it belongs to somebody else, and the new file would not';
      copyAttributes(target, temporary);
      fchmodSync(file, stats.mode & 0o7777);
      ftruncateSync(file);
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!readFileSync(target).equals(old)) return CHANGED;
    renameSync(temporary, target);
    return null;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Gives a new file the owner and the group of the old one, as far as the system permits, and returns whether it has them. */
function keepsOwner(file: number, { uid, gid }: Stats): boolean {
  const made = fstatSync(file);
  if (made.uid === uid && made.gid === gid) return true;
  try {
    fchownSync(file, uid, gid);
    return true;
  } catch {
    return false;
  }
}

const TEMPORARY = /^\.reftel-(\d+)-[0-9a-f]{12}$/;

/** The folders that have been searched for leftovers: once for each is enough. */
const searched = new Set<string>();

/** Removes what processes left in a folder that were ended while they wrote. */
function removeLeftovers(folder: string): void {
  if (searched.has(folder)) return;
  searched.add(folder);
  for (const name of readdirSync(folder)) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (pid !== undefined) removeIfLeftover(join(folder, name), Number(pid));
  }
}
