import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Selection, selectionOf } from '../archive/selection';
import { type FileProblem, problemOf } from './problem';

const everything = selectionOf([]);

/**
 * The files below `folder` that `selection` takes, as paths relative to it with `/` between the names, folder by folder in the
 * order of their names. A link is followed where it leaves `folder`; what it names inside is found at its own place, so that
 * no folder is walked twice and a circle of links ends. A folder that cannot be read is reported once and passed over; one
 * that is gone meanwhile is passed over. Never throws.
 */
export function* walk(
  folder: string,
  onProblem: (problem: FileProblem) => void,
  selection: Selection = everything,
): Generator<string> {
  const root = realPath(folder) ?? folder;
  const seen = new Set<string>();
  const stack: Listing[] = [];
  const enter = (path: string, below: string, real: string) => {
    if (seen.has(real)) return;
    seen.add(real);
    stack.push({ path, below, real, entries: entriesOf(path, below, selection, onProblem), next: 0 });
  };
  enter(folder, '', root);
  for (let listing = stack.at(-1); listing; listing = stack.at(-1)) {
    const entry = listing.entries[listing.next++];
    if (!entry) {
      stack.pop();
      continue;
    }
    const { name } = entry;
    const path = listing.below + name;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory()) enter(pathBelow(listing.path, name), `${path}/`, join(listing.real, name));
    else if (entry.isSymbolicLink()) {
      const target = targetOf(pathBelow(listing.path, name), root);
      if (target?.kind === 'file') yield path;
      else if (target) enter(pathBelow(listing.path, name), `${path}/`, target.real);
    }
  }
}

/**
 * Joins a path below `folder`, with `/` between its names, to it. Unlike `join` it leaves a `..` in `folder` alone, which behind
 * a link does not lead back.
 */
export function pathBelow(folder: string, path: string): string {
  const native = sep === '/' ? path : path.replaceAll('/', sep);
  if (folder === '.') return native;
  return folder.endsWith('/') || folder.endsWith(sep) ? folder + native : folder + sep + native;
}

/** A folder that is being walked. */
interface Listing {
  readonly path: string;
  /** What its entries' relative paths begin with: empty, or ending in `/`. */
  readonly below: string;
  /** The path with all links resolved. */
  readonly real: string;
  readonly entries: readonly Dirent[];
  next: number;
}

function entriesOf(
  folder: string,
  below: string,
  selection: Selection,
  onProblem: (problem: FileProblem) => void,
): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => selection.takes(below + name, name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const problem = problemOf(folder, error);
    if (problem.kind !== 'vanished') onProblem(problem);
    return [];
  }
}

/** Where a link leads, if that is outside of `root`. */
function targetOf(
  path: string,
  root: string,
): { readonly kind: 'file' | 'folder'; readonly real: string } | null {
  const real = realPath(path);
  if (real === null || real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return { kind: 'folder', real };
  return stats?.isFile() ? { kind: 'file', real } : null;
}

/** The path with all links resolved, or null where it leads nowhere. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
