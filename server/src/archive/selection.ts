import { globMatcher } from '../text/glob';

/** A glob of hidden entries alone, as VS Code has by default. They are left out anyway. */
const HIDDEN = /^(?:.*\/)?\.[^/*?{}]+\/*$/;

/** Which entries of a folder belong to its archive. Paths are relative to the folder, with `/` between their names. */
export interface Selection {
  /** Whether the entry `name` of a folder that is taken is so too. `below` is what its path begins with: empty, or ending in `/`. */
  takes(below: string, name: string): boolean;
  /** Whether the entry at `path` and all the folders on the way to it are taken. */
  reaches(path: string): boolean;
}

/**
 * Takes everything but hidden entries, `node_modules` and what one of the globs in `exclude` names (see `globMatcher`): `drafts`,
 * `old/*.txt`. A glob that names a folder leaves out all below it, as in VS Code's `files.exclude`.
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
