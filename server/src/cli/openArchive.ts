import { resolve } from 'node:path';
import { type OpenedArchive, openArchive } from '../host/archive';
import { userCacheFolder } from '../host/saved/cacheFolder';
import { folderProblem, nearestWithSettings, sayProblem } from './input';
import type { Output } from './output';

export interface FolderOptions {
  /** Where the archive is saved; without it the user's cache folder. */
  readonly cache?: string | undefined;
  readonly rebuild?: boolean;
  /** Ends the reading early; what was read until then is saved. */
  readonly signal?: AbortSignal;
}

/**
 * The archive of a folder, as saved before and brought up to date, without what `reftel.json` keeps out of it; a file's uri is its
 * path as walked. Shows how far it is, says what could not be read and what is wrong in `reftel.json`, and gives null if the
 * folder itself cannot be read.
 */
export async function archiveOf(
  folder: string,
  { cache, ...options }: FolderOptions,
  output: Output,
): Promise<OpenedArchive | null> {
  const problem = folderProblem(folder);
  if (problem) {
    sayProblem(problem, output);
    return null;
  }
  const opened = await openArchive(folder, {
    cacheDir: cache ?? userCacheFolder(),
    exclude: await excludedIn(folder, output),
    ...options,
    onProgress: ({ done, total }) => output.progress(`${done}${total === null ? '' : ` of ${total}`} files`),
  });
  output.progress('');
  for (const text of opened.problems) output.say(`reftel: ${text}`);
  return opened;
}

/** What `reftel.json` keeps out of the archive; what reads that is loaded only if there is one. */
async function excludedIn(folder: string, output: Output): Promise<readonly string[]> {
  if (nearestWithSettings(resolve(folder)) === null) return [];
  const { settingsFinder } = await import('./cableCommands.js');
  return settingsFinder(output)(folder).exclude;
}
