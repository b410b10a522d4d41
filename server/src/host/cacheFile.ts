import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Base } from '../archive/base/base';
import { decodeBase, encodeBase } from '../archive/base/file';

/** No base is larger; what is, is no base. */
const SIZE_LIMIT = 1 << 30;

/** After this many milliseconds nobody is still writing a file. */
const WRITING_LIMIT = 24 * 60 * 60 * 1000;

/** Where the base of a folder is kept in `cacheDir`. `folder` is the folder's path in one spelling. */
export function cachePath(cacheDir: string, folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  return join(cacheDir, `${hash}.reftel`);
}

/**
 * The base saved at `path` with the same label (see `encodeBase`), or null: a file that is not there, cannot be read, is damaged, cut
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

/**
 * Saves a base at `path`, whole or not at all: it is written beside, brought to the disk and then put in the place of what was there.
 * Several processes may do so at one time; one of their files stays. Resolves with the size in bytes; with null where it could not be
 * saved, and then what was there is still there. Never rejects.
 */
export async function saveBase(path: string, base: Base, label: string): Promise<number | null> {
  const beside = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await removeLeftovers(path);
    const size = await write(beside, encodeBase(base, label));
    await rename(beside, path);
    return size;
  } catch {
    await rm(beside, { force: true }).catch(() => {});
    return null;
  }
}

async function write(path: string, pieces: readonly Uint8Array[]): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for (const piece of pieces) {
      for (let start = 0; start < piece.length; ) {
        const { bytesWritten } = await file.write(piece, start);
        start += bytesWritten;
      }
      size += piece.length;
    }
    await file.sync();
    return size;
  } finally {
    await file.close();
  }
}

/** Removes what processes have left that ended while they wrote to `path`. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const beginning = `${basename(path)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(beginning) || !name.endsWith('.tmp')) continue;
    const leftover = join(folder, name);
    const pid = Number(name.slice(beginning.length).split('.')[0]);
    try {
      const { mtimeMs } = await stat(leftover);
      if (isRunning(pid) && Date.now() - mtimeMs < WRITING_LIMIT) continue;
      await rm(leftover, { force: true });
    } catch {
      // Another process was quicker.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
