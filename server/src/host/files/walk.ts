import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Selection, selectionOf } from '../../archive/selection';
import type { FileList } from './fileLists';
import { type FileProblem, problemOf } from './problem';

const everything = selectionOf([]);

/**
 * The files below `folder` that `selection` takes, folder by folder in the order of their names; what lies in a folder comes where
 * that has its place among its neighbours. A link is followed where it leaves `folder`; what it names inside is found at its own
 * place, so that no folder is walked twice and a circle of links ends. A folder that cannot be read is reported once and passed
 * over; one that is gone meanwhile is passed over. Never throws.
 */
export function* walkLists(
  folder: string,
  onProblem: (problem: FileProblem) => void,
  selection: Selection = everything,
): Generator<FileList> {
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
    const { path, below } = listing;
    const names: string[] = [];
    const inner = nextFolder(listing, root, names);
    if (names.length > 0) yield { below, names };
    if (inner) enter(pathBelow(path, inner.name), `${below}${inner.name}/`, inner.real);
    else stack.pop();
  }
}

/** The paths of these files, relative to `folder` with `/` between the names. */
export function* walk(
  folder: string,
  onProblem: (problem: FileProblem) => void,
  selection?: Selection,
): Generator<string> {
  for (const { below, names } of walkLists(folder, onProblem, selection))
    for (const name of names) yield below + name;
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

/** Goes on in a listing up to the next folder, which it gives, and puts the files on the way into `names`. Null at the end. */
function nextFolder(
  listing: Listing,
  root: string,
  names: string[],
): { readonly name: string; readonly real: string } | null {
  const { path, real, entries } = listing;
  while (listing.next < entries.length) {
    const entry = entries[listing.next++] as Dirent;
    const { name } = entry;
    if (entry.isFile()) names.push(name);
    else if (entry.isDirectory()) return { name, real: join(real, name) };
    else if (entry.isSymbolicLink()) {
      const target = targetOf(pathBelow(path, name), root);
      if (target?.kind === 'file') names.push(name);
      else if (target) return { name, real: target.real };
    }
  }
  return null;
}

function entriesOf(
  folder: string,
  below: string,
  selection: Selection,
  onProblem: (problem: FileProblem) => void,
): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => selection.takes(below, name))
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
