import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Selection, selectionOf } from '../../archive/selection';
import { cableByName } from '../../cable/byName';
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
    const inner = nextFolder(listing, root, names, onProblem);
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

/** Whether a path lies in a folder, or below; both with all links resolved. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
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
  onProblem: (problem: FileProblem) => void,
): { readonly name: string; readonly real: string } | null {
  const { path, real, entries } = listing;
  while (listing.next < entries.length) {
    const entry = entries[listing.next++] as Dirent;
    const { name } = entry;
    if (entry.isFile()) names.push(name);
    else if (entry.isDirectory()) return { name, real: join(real, name) };
    else if (entry.isSymbolicLink()) {
      const target = targetOf(pathBelow(path, name), root, onProblem);
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
    const entries = readdirSync(folder, { withFileTypes: true });
    const named = entries.some(({ name }) => name.includes(REPLACEMENT))
      ? withUsableNames(folder, entries, onProblem)
      : entries;
    return named
      .filter(({ name }) => selection.takes(below, name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const problem = problemOf(folder, error);
    if (problem.kind !== 'vanished') onProblem(problem);
    return [];
  }
}

/** What stands for bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';

/** The entries whose names are UTF-8. Of the others, those that are folders or may be cables are reported: no path leads to them. */
function withUsableNames(
  folder: string,
  entries: readonly Dirent[],
  onProblem: (problem: FileProblem) => void,
): readonly Dirent[] {
  const usable = new Set<string>();
  for (const entry of readdirSync(folder, { encoding: 'buffer', withFileTypes: true })) {
    const name = entry.name.toString();
    if (isUtf8(entry.name)) usable.add(name);
    else if (entry.isDirectory() || cableByName(name) !== 'never')
      onProblem({ path: pathBelow(folder, name), kind: 'unreadable', message: 'its name is no UTF-8' });
  }
  // Names that become the same are one entry only.
  return entries.filter(({ name }) => !name.includes(REPLACEMENT) || usable.delete(name));
}

/** The target of a link, if that lies outside `root`. One that cannot be reached is reported, one that leads nowhere is not. */
function targetOf(
  path: string,
  root: string,
  onProblem: (problem: FileProblem) => void,
): { readonly kind: 'file' | 'folder'; readonly real: string } | null {
  try {
    const real = realpathSync(path);
    if (real === root || isBelow(real, root)) return null;
    const stats = statSync(path);
    if (stats.isDirectory()) return { kind: 'folder', real };
    return stats.isFile() ? { kind: 'file', real } : null;
  } catch (error) {
    const problem = problemOf(path, error);
    // A link to itself leads nowhere too.
    const leadsNowhere = problem.kind === 'vanished' || (error as NodeJS.ErrnoException).code === 'ELOOP';
    if (!leadsNowhere) onProblem(problem);
    return null;
  }
}

/** The path with all links resolved; null if it leads nowhere. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
