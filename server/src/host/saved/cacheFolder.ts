import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';

/**
 * Where this user's programs keep what they can make again, with a folder for Reftel in it: `XDG_CACHE_HOME` or `~/.cache`,
 * `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows. The folder need not be there yet.
 */
export function userCacheFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  const named = (variable: string, otherwise: string) => {
    const value = environment[variable];
    // The XDG rule: a path that is not absolute does not count.
    return value && isAbsolute(value) ? value : otherwise;
  };
  if (platform === 'win32')
    return join(named('LOCALAPPDATA', join(home, 'AppData', 'Local')), 'reftel', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'reftel');
  return join(named('XDG_CACHE_HOME', join(home, '.cache')), 'reftel');
}

/** An archive that nobody has opened for so many milliseconds, three months, is not kept. */
const KEPT = 90 * 24 * 60 * 60 * 1000;

/** Archives as `cachePath` calls them, and what was begun of them. Whatever else lies in the folder is somebody else's. */
const OURS = /^[0-9a-f]{24}\.reftel(?:\..*\.tmp)?$/;

/**
 * Notes that the archive saved at `path` has been opened, and removes those beside it that nobody has opened for three months: their
 * folders may be gone, and else they are read again. Never rejects.
 */
export async function recordUse(path: string): Promise<void> {
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
