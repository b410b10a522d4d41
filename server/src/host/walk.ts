import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type FileProblem, problemOf } from './problem';

/**
 * The paths of all files below `folder`, each joined to `folder` as given, folder by folder in the order of their names.
 * Hidden entries and `node_modules` are left out. A link is followed where it leaves `folder`; what it names inside is found
 * at its own place, so that no folder is walked twice and a circle of links ends. A folder that cannot be read is reported
 * once and passed over; one that is gone meanwhile is passed over. Never throws.
 */
export function* walk(folder: string, onProblem: (problem: FileProblem) => void): Generator<string> {
  const root = realPath(folder);
  const seen = new Set<string>();
  const stack: Place[] = [{ path: folder, real: root ?? folder, kind: 'folder' }];
  for (let place = stack.pop(); place; place = stack.pop()) {
    if (place.kind === 'file') {
      yield place.path;
      continue;
    }
    if (seen.has(place.real)) continue;
    seen.add(place.real);
    for (const entry of entriesOf(place.path, onProblem).reverse()) {
      const next = placeOf(entry, place, root ?? folder);
      if (next) stack.push(next);
    }
  }
}

interface Place {
  readonly path: string;
  /** The path with all links resolved. */
  readonly real: string;
  readonly kind: 'file' | 'folder';
}

function entriesOf(folder: string, onProblem: (problem: FileProblem) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const problem = problemOf(folder, error);
    if (problem.kind !== 'vanished') onProblem(problem);
    return [];
  }
}

function placeOf(entry: Dirent, parent: Place, root: string): Place | null {
  const path = below(parent.path, entry.name);
  const real = join(parent.real, entry.name);
  if (entry.isDirectory()) return { path, real, kind: 'folder' };
  if (entry.isFile()) return { path, real, kind: 'file' };
  if (!entry.isSymbolicLink()) return null;
  const target = realPath(path);
  if (target === null || target === root || target.startsWith(root.endsWith(sep) ? root : root + sep))
    return null;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return { path, real: target, kind: 'folder' };
  return stats?.isFile() ? { path, real: target, kind: 'file' } : null;
}

/** Unlike `join` it leaves `..` alone, which behind a link does not lead back. */
function below(folder: string, name: string): string {
  if (folder === '.') return name;
  return folder.endsWith('/') || folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** The path with all links resolved, or null where it leads nowhere. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
