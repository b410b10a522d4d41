import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';

/**
 * Reftel's folder in the user's cache folder: `XDG_CACHE_HOME` or `~/.cache`, `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows.
 * It need not exist yet.
 */
export function userCacheFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homeFolder(),
): string {
  const named = (variable: string, otherwise: string) => {
    const value = environment[variable];
    // The XDG specification: relative paths are ignored.
    return value && isAbsolute(value) ? value : otherwise;
  };
  if (platform === 'win32')
    return join(named('LOCALAPPDATA', join(home, 'AppData', 'Local')), 'reftel', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'reftel');
  return join(named('XDG_CACHE_HOME', join(home, '.cache')), 'reftel');
}

/** The user's home; a user without one, as in some containers, gets a folder in which nothing can be saved. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '/nonexistent';
  }
}

/** An archive that was not opened for three months, in milliseconds, is removed. */
const KEPT = 90 * 24 * 60 * 60 * 1000;

/** Archives as `savedAt` names them, and their temporary files. Other files in the folder are left alone. */
const OURS = /^[0-9a-f]{24}\.reftel(?:\..*\.tmp)?$/;

/**
 * Records that the archive saved at `path` was opened, and removes those beside it that were not opened for three months: their folders
 * may be gone, and otherwise they are read again. Never rejects.
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
    // Another process has removed it.
  }
}
