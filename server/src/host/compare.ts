import { opendirSync, statSync } from 'node:fs';
import type { Base } from '../archive/base/base';
import type { Selection } from '../archive/selection';
import { cableByName } from './files';
import { type FileProblem, problemOf } from './problem';
import { isStopped } from './stop';
import { pathBelow, walk } from './walk';

export interface Comparison {
  /** The number of files that may be cables by their names. */
  readonly files: number;
  /** The files that are new or changed, relative to the folder, in the order of the walk. */
  readonly stale: readonly string[];
  /** The files of the base that are there no more. */
  readonly gone: readonly string[];
  /** False where the walk was stopped or could not begin: then what was not found may still be there. */
  readonly isWhole: boolean;
}

/**
 * Walks `folder` and finds out, by size and time of the last change, which files `base` does not know as they are now. Calls
 * `onFile` for each file with the number of those before it.
 */
export function compareFiles(
  folder: string,
  selection: Selection,
  base: Base | null,
  stop: SharedArrayBuffer,
  report: { onProblem(problem: FileProblem): void; onFile(count: number): void },
): Comparison {
  const known = base && new KnownFiles(base);
  const stale: string[] = [];
  let files = 0;
  const onProblem = (problem: FileProblem) => report.onProblem(problem);
  const rootProblem = folderProblem(folder);
  if (rootProblem) {
    // A disk that is not plugged in, say: what was known of it is not forgotten.
    onProblem(rootProblem);
    return { files, stale, gone: [], isWhole: false };
  }
  for (const path of walk(folder, onProblem, selection)) {
    if (isStopped(stop)) return { files, stale, gone: [], isWhole: false };
    if (cableByName(path) === 'never') continue;
    report.onFile(files++);
    if (!known?.isUnchanged(path, pathBelow(folder, path))) stale.push(path);
  }
  return { files, stale, gone: known ? known.notSeen() : [], isWhole: true };
}

/** The files of a base, looked up in the order of a walk, which is that of the base within each folder. */
class KnownFiles {
  readonly #base: Base;
  readonly #seen: Uint8Array;
  #folder: string | null = null;
  #next = 0;
  #end = 0;

  constructor(base: Base) {
    this.#base = base;
    this.#seen = new Uint8Array(base.fileCount);
  }

  isUnchanged(path: string, nativePath: string): boolean {
    const file = this.#find(path);
    if (file < 0) return false;
    this.#seen[file] = 1;
    const { fileSize, fileTime } = this.#base.columns;
    try {
      const stats = statSync(nativePath, { throwIfNoEntry: false });
      return stats !== undefined && stats.size === fileSize[file] && stats.mtimeMs === fileTime[file];
    } catch {
      return false;
    }
  }

  notSeen(): string[] {
    const paths: string[] = [];
    for (let file = 0; file < this.#seen.length; file++)
      if (this.#seen[file] === 0) paths.push(this.#base.pathOf(file));
    return paths;
  }

  #find(path: string): number {
    const slash = path.lastIndexOf('/');
    const folder = slash < 0 ? '' : path.slice(0, slash);
    if (folder !== this.#folder) {
      const { start, end } = this.#base.filesIn(folder);
      this.#folder = folder;
      this.#next = start;
      this.#end = end;
    }
    const name = path.slice(slash + 1);
    if (this.#next < this.#end && this.#base.names.at(this.#next) === name) return this.#next++;
    const file = this.#base.names.find(name, this.#next, this.#end);
    if (file >= 0) this.#next = file + 1;
    return file;
  }
}

/** Why a folder cannot be walked; null where it can. */
function folderProblem(folder: string): FileProblem | null {
  try {
    opendirSync(folder).closeSync();
    return null;
  } catch (error) {
    return problemOf(folder, error);
  }
}
