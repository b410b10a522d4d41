import { createHash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { version } from '../../../../package.json';
import { Base } from '../../archive/index/format/base';
import { decodeBase } from '../../archive/index/format/decodeBase';
import { readUpTo, withFile } from '../files/read';

/** A larger file is no saved archive. */
const SIZE_LIMIT = 1 << 30;

/** Where the archive of a folder is saved. */
export interface SavedAt {
  /** An absolute path. */
  readonly path: string;
  /** An archive with another label is not used: another version may extract other facts from the same text. */
  readonly label: string;
}

/** Where the archive of `folder` is saved in `cacheDir`. */
export function savedAt(cacheDir: string, folder: string): SavedAt {
  const absolute = resolve(folder);
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 24);
  return { path: join(resolve(cacheDir), `${hash}.reftel`), label: `${version} ${absolute}` };
}

/**
 * The archive that was saved last. Null if there is none: a file that cannot be read, is damaged, truncated or of another program or
 * folder is treated as missing. Never throws. Reads synchronously, since everything waits for it. One that is not `shared` goes back to
 * the system earlier: V8 counts only memory that is its own when it decides whether to collect garbage.
 */
export function loadSaved({ path, label }: SavedAt, shared = true): Base | null {
  const loaded = withFile<{ readonly base: Base | null }>(path, (file, { size }) => {
    if (size > SIZE_LIMIT) return { base: null };
    // Shared, threads get the base without a copy of it.
    const memory = shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size);
    const isWhole = readUpTo(file, new Uint8Array(memory), 0, size) === size;
    return { base: isWhole ? decodeBase(memory, label) : null };
  });
  return 'base' in loaded ? loaded.base : null;
}

/**
 * Opens the archive that another process wrote to `beside`, and puts it in its place; `shared` as for `loadSaved`. Null if it cannot be
 * read. Never rejects.
 */
export async function takeSaved(
  beside: string,
  { path, label }: SavedAt,
  shared = true,
): Promise<Base | null> {
  const base = loadSaved({ path: beside, label }, shared);
  if (!base) {
    await rm(beside, { force: true }).catch(() => {});
    return null;
  }
  // Without its stamp, which promises that it is saved, if it cannot be put there.
  return (await putInPlace(beside, path)) ? base : new Base(base.columns);
}

/**
 * Puts what was written beside `path` (see `beginBeside`) in place of what was there, as a whole. Several processes may do so at a time;
 * one of their files stays. Removes `beside` and returns false if that fails. Never rejects.
 */
export async function putInPlace(beside: string, path: string): Promise<boolean> {
  try {
    await rename(beside, path);
    return true;
  } catch {
    await rm(beside, { force: true }).catch(() => {});
    return false;
  }
}
