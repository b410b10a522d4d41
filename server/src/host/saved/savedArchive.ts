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
 * folder is treated as missing. Never throws. Reads synchronously, since everything waits for it. See `isShared`.
 */
export function loadSaved({ path, label }: SavedAt, shared = true): Base | null {
  const loaded = withFile<{ readonly base: Base | null }>(path, (file, { size }) => {
    if (size > SIZE_LIMIT) return { base: null };
    const memory = shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size);
    const isWhole = readUpTo(file, new Uint8Array(memory), 0, size) === size;
    return { base: isWhole ? decodeBase(memory, label) : null };
  });
  return 'base' in loaded ? loaded.base : null;
}

/**
 * Whether a base is in memory that threads can share, so that they get it without a copy. Otherwise it goes back to the system earlier
 * when it is replaced: V8 counts only memory that is its own when it decides whether to collect garbage.
 */
export function isShared({ columns }: Base): boolean {
  return columns.rowKey.buffer instanceof SharedArrayBuffer;
}

/**
 * Opens the archive that another process wrote to `beside`, for `onBase` before this function returns, and puts it in its place. If that
 * fails, `onBase` receives it again, without its stamp, which promises that it is saved. Resolves to whether it could be read. Never
 * rejects.
 */
export async function takeSaved(
  beside: string,
  { path, label }: SavedAt,
  onBase: (base: Base) => void,
): Promise<boolean> {
  const base = loadSaved({ path: beside, label }, false);
  if (!base) {
    await rm(beside, { force: true }).catch(() => {});
    return false;
  }
  onBase(base);
  if (!(await putInPlace(beside, path))) onBase(new Base(base.columns));
  return true;
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
