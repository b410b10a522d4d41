import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Selection, selectionOf } from '../../archive/selection';
import type { FileList } from './fileLists';
import { type FileProblem, problemOf } from './problem';

const everything = selectionOf([]);

/**
 * The files below `folder` that `selection` takes, in the order of their names; the files of a subfolder come at its place. Links are
 * followed if they leave `folder`; their targets inside are found anyway, so that no folder is walked twice and circles of links end.
 * A folder that cannot be read is reported once and skipped; one that has vanished is skipped. Never throws.
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

/** Joins `folder` and a path with `/` between names. Unlike `join`, it keeps a `..` in `folder`, which may follow a link. */
export function pathBelow(folder: string, path: string): string {
  const native = sep === '/' ? path : path.replaceAll('/', sep);
  if (folder === '.') return native;
  return folder.endsWith('/') || folder.endsWith(sep) ? folder + native : folder + sep + native;
}

/** A folder that is being walked. */
interface Listing {
  readonly path: string;
  /** The prefix of its entries' relative paths: empty, or ending in `/`. */
  readonly below: string;
  /** The path with all links resolved. */
  readonly real: string;
  readonly entries: readonly Dirent[];
  next: number;
}

/** Advances to the next subfolder and returns it, or null at the end; adds the files before it to `names`. */
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

/** The target of a link, if that lies outside `root`. */
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

/** The path with all links resolved; null if it leads nowhere. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
