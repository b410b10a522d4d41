import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** An archive that nobody has opened for so many milliseconds, three months, is not kept. */
const KEPT = 90 * 24 * 60 * 60 * 1000;

/** Archives as `cachePath` calls them, and what was begun of them. Whatever else lies in the folder is somebody else's. */
const OURS = /^[0-9a-f]{24}\.reftel(?:\..*\.tmp)?$/;

/**
 * Notes that the archive saved at `path` has been opened, and removes those beside it that nobody has opened for three months: their
 * folders may be gone, and else they are read again. Never rejects.
 */
export async function noteUse(path: string): Promise<void> {
  const folder = dirname(path);
  const now = Date.now();
  await utimes(path, new Date(now), new Date(now)).catch(() => {});
  const names = await readdir(folder).catch(() => []);
  const others = names.filter(name => OURS.test(name) && name !== basename(path));
  await Promise.all(others.map(name => removeUnused(join(folder, name), now)));
}

async function removeUnused(path: string, now: number): Promise<void> {
  try {
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > KEPT) await rm(path, { force: true });
  } catch {
    // Another process was quicker.
  }
}
