import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

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
