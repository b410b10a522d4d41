import { type FSWatcher, watch } from 'node:fs';
import { ProblemList, problemOf } from './problem';
import { walkLists } from './walk';

/** So many folders are watched at most: a system has a limit, and other programs need some. */
const MOST_FOLDERS = 4096;

/** A change is reported this long after the last one, in milliseconds: programs write many files in a row. */
const QUIET = 300;

/**
 * Calls `onChange` when something in `folder` or below has changed, for editors that do not watch files. Returns what ends it. What
 * cannot be watched from the first is said in words for a log. Never throws.
 */
export function watchFolder(
  folder: string,
  onChange: () => void,
  onProblem: (words: string) => void = () => {},
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      onChange();
    }, QUIET);
  };
  const watchers = new Map<string, FSWatcher>();
  const problems = new ProblemList();
  const add = (path: string, recursive: boolean) => {
    if (watchers.has(path) || watchers.size >= MOST_FOLDERS) return;
    try {
      const watcher = watch(path, { recursive, persistent: false }, report);
      watcher.on('error', () => forget(path));
      watchers.set(path, watcher);
    } catch (error) {
      // A folder that is gone again, or on a system without a watcher left.
      const { kind, message } = problemOf(path, error);
      if (kind !== 'vanished') problems.add({ path, kind, message: `it is not watched: ${message}` });
    }
  };
  const forget = (path: string) => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  // Where the system itself watches all that is below, one watcher does.
  const isRecursive = process.platform === 'win32' || process.platform === 'darwin';
  const follow = () => {
    add(folder, isRecursive);
    if (isRecursive) return;
    for (const { below } of walkLists(folder, () => {})) if (below !== '') add(`${folder}/${below}`, false);
  };
  follow();
  for (const words of problems.lines()) onProblem(words);
  return () => {
    clearTimeout(timer);
    for (const path of [...watchers.keys()]) forget(path);
  };
}
