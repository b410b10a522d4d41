import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Base } from '../../archive/index/format/base';
import { decodeBase } from '../../archive/index/format/decodeBase';
import { beginBeside } from './baseWriting';

/** No base is larger; what is, is no base. */
const SIZE_LIMIT = 1 << 30;

/** How many bytes are read at once in the background. */
const READ_SIZE = 4 << 20;

/** Where the base of a folder is kept in `cacheDir`. `folder` is the folder's path in one spelling. */
export function cachePath(cacheDir: string, folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  return join(cacheDir, `${hash}.reftel`);
}

/**
 * The base saved at `path` with the same label (see `BaseEncoder`), or null: a file that is not there, cannot be read, is damaged, cut
 * or of another program is as good as none. Never throws. Reads at once and without a promise, for everything waits for it.
 */
export function loadBase(path: string, label: string): Base | null {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > SIZE_LIMIT) return null;
      // Shared, so that a thread gets the base without a copy of it.
      const memory = new SharedArrayBuffer(size);
      const bytes = new Uint8Array(memory);
      for (let end = 0; end < size; ) {
        const count = readSync(file, bytes, end, size - end, end);
        if (count === 0) return null;
        end += count;
      }
      return decodeBase(memory, label);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/** The same in the background: the thread waits for nothing but the checksum, a hundredth of a second for a quarter of a million cables. */
export async function readBase(path: string, label: string): Promise<Base | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > SIZE_LIMIT) return null;
      const memory = new SharedArrayBuffer(size);
      const bytes = new Uint8Array(memory);
      for (let end = 0; end < size; ) {
        const { bytesRead } = await file.read(bytes, end, Math.min(size - end, READ_SIZE), end);
        if (bytesRead === 0) return null;
        end += bytesRead;
      }
      return decodeBase(memory, label);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/**
 * Saves a base at `path`, whole or not at all: it is written beside and then put in the place of what was there. Several processes may
 * do so at one time; one of their files stays. Does not wait for the disk: what a power failure leaves of it fails its checksum, and
 * the folder is read again. Resolves with the size in bytes; with null where it could not be saved, and then what was there is still
 * there. Never rejects.
 */
export async function saveBase(path: string, base: Base, label: string): Promise<number | null> {
  const beside = await (await beginBeside(path, label))?.finish(base.columns);
  return beside && (await putInPlace(beside.path, path)) ? beside.size : null;
}

/** Puts what was written beside `path` (see `beginBeside`) there. Where that cannot be done, takes it away and gives false. Never rejects. */
export async function putInPlace(beside: string, path: string): Promise<boolean> {
  try {
    await rename(beside, path);
    return true;
  } catch {
    await rm(beside, { force: true }).catch(() => {});
    return false;
  }
}
