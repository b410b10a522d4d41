import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { walk } from '../host/files/walk';
import { globMatcher } from '../text/glob';
import { UsageError } from './arguments';

/** What makes a path a glob. */
const WILD = /[*?]|\{[^{}]*,/;

/**
 * The files and folders that `paths` name. A glob that the shell has left as it is, quoted or on Windows, is replaced by what it
 * matches, in the order of a walk, and hidden files are left out, as shells do. Throws `UsageError` for one that matches nothing.
 */
export function expandGlobs(paths: readonly string[]): readonly string[] {
  return paths.flatMap(path => (WILD.test(path) && !existsSync(path) ? matchesOf(path) : [path]));
}

function matchesOf(glob: string): readonly string[] {
  const names = (sep === '\\' ? glob.replaceAll('\\', '/') : glob).split('/');
  const wild = names.findIndex(name => WILD.test(name));
  const base = names
    .slice(0, wild)
    .map(name => `${name}/`)
    .join('');
  const isMatch = globMatcher(names.slice(wild).join('/'));
  const found = new Set<string>();
  // A folder that cannot be read matches nothing, as in a shell.
  for (const file of walk(base === '' ? '.' : base, () => {})) {
    const match = shortestMatch(file, isMatch);
    if (match !== null) found.add(base + match);
  }
  if (found.size === 0) throw new UsageError(`${glob}: no file matches`);
  return [...found];
}

/** The first of the folders above a file, or the file, that matches. */
function shortestMatch(file: string, isMatch: (path: string) => boolean): string | null {
  for (let end = file.indexOf('/'); end >= 0; end = file.indexOf('/', end + 1))
    if (isMatch(file.slice(0, end))) return file.slice(0, end);
  return isMatch(file) ? file : null;
}
