import { globMatcher } from '../text/glob';

/** A glob that matches only hidden entries, as VS Code's defaults do. These are excluded anyway. */
const HIDDEN = /^(?:.*\/)?\.[^/*?{}]+\/*$/;

/** Which entries of a folder belong to its archive. Paths are relative to the folder, with `/` between names. */
export interface Selection {
  /** Whether the entry `below` + `name` is taken, given that its folder is. `below` is empty or ends in `/`. */
  takes(below: string, name: string): boolean;
  /** Whether the entry at `path` and all folders above it are taken. */
  reaches(path: string): boolean;
}

/**
 * Takes everything but hidden entries, `node_modules` and what matches a glob in `exclude` (see `globMatcher`): `drafts`,
 * `old/*.txt`. A glob that matches a folder excludes all below it, as in VS Code's `files.exclude`.
 */
export function selectionOf(exclude: readonly string[]): Selection {
  const excluded = exclude.filter(glob => !HIDDEN.test(glob)).map(globMatcher);
  const takes = (below: string, name: string) =>
    !name.startsWith('.') && name !== 'node_modules' && !excluded.some(names => names(below + name));
  const reaches = (path: string) => {
    for (let start = 0, end = 0; end < path.length; start = end + 1) {
      end = path.indexOf('/', start);
      if (end < 0) end = path.length;
      if (end > start && !takes(path.slice(0, start), path.slice(start, end))) return false;
    }
    return true;
  };
  return { takes, reaches };
}
