import { opendirSync } from 'node:fs';
import type { Base } from '../../archive/index/format/base';
import type { Selection } from '../../archive/selection';
import { cableByName } from '../files/files';
import { type FileProblem, problemOf } from '../files/problem';
import { walkRuns } from '../files/walk';
import { filesOf, RunPacker } from '../scan/fileRuns';
import type { StatPool } from '../threads/pools';
import { isStopped } from '../threads/stop';
import { Turns } from '../threads/turns';
import { changedPlaces, type FileStates } from './fileStates';
import { KnownFiles } from './knownFiles';

/** So many files are looked at together: a millisecond's work. */
const TOGETHER = 512;

/** How many tasks there are for each thread: one to work on, one to go on with. */
const TASKS_AHEAD = 2;

export interface CompareOptions {
  readonly folder: string;
  readonly selection: Selection;
  /** What is known of the folder. */
  readonly base: Base | null;
  /** Ends the work early. */
  readonly stop: SharedArrayBuffer;
  /** Threads that help. */
  readonly pool: StatPool | null;
  onProblem(problem: FileProblem): void;
  /** Gets, now and then, how many files have been found. */
  onFound(count: number): void;
  /** Gets each file that is new or changed: what its path, relative to the folder, begins with, and its name. */
  onStale(below: string, name: string): void;
}

export interface Comparison {
  /** The number of files that may be cables by their names. */
  readonly files: number;
  /** The files of the base that are there no more. */
  readonly gone: readonly string[];
  /** False where the walk was stopped or could not begin: then what was not found may still be there. */
  readonly isWhole: boolean;
}

/**
 * Walks a folder and finds out, by size and time of the last change, which files `base` does not know as they are now. Never
 * rejects.
 */
export async function compareFiles(options: CompareOptions): Promise<Comparison> {
  const { folder, selection, base, stop } = options;
  const onProblem = (problem: FileProblem) => options.onProblem(problem);
  const rootProblem = folderProblem(folder);
  if (rootProblem) {
    // A disk that is not plugged in, say: what was known of it is not forgotten.
    onProblem(rootProblem);
    return { files: 0, gone: [], isWhole: false };
  }
  const known = base && new KnownFiles(base);
  const look = base && new Look(base, options);
  const turns = new Turns();
  let files = 0;
  for (const { below, names } of walkRuns(folder, onProblem, selection)) {
    const candidates = names.filter(name => cableByName(name) !== 'never');
    const numbers = known?.tick(below, candidates);
    for (let i = 0; i < candidates.length; i++) {
      if (files++ % TOGETHER === 0) options.onFound(files - 1);
      const name = candidates[i] ?? '';
      const number = numbers?.[i] ?? -1;
      if (number < 0) options.onStale(below, name);
      else if (look?.add(below, name, number)) await look.begin();
    }
    await turns.give();
    if (isStopped(stop)) break;
  }
  await look?.end();
  const isWhole = !isStopped(stop);
  return { files, gone: isWhole && known ? known.unseen() : [], isWhole };
}

/** Looks whether files that are known are as they were, on this thread and those that help. */
class Look {
  readonly #base: Base;
  readonly #options: CompareOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #packer = new RunPacker();
  #files: number[] = [];

  constructor(base: Base, options: CompareOptions) {
    this.#base = base;
    this.#options = options;
  }

  /** Puts a file to those that are looked at next; gives whether these are enough. */
  add(below: string, name: string, file: number): boolean {
    this.#files.push(file);
    return this.#packer.add(below, name) === TOGETHER;
  }

  /** Gives the files to a thread that is free, or looks at them here. */
  async begin(): Promise<void> {
    const { folder, pool, stop } = this.#options;
    const files = this.#files;
    const runs = this.#packer.take();
    this.#files = [];
    if (isStopped(stop)) return;
    const { fileSize, fileTime } = this.#base.columns;
    const states = { folder, runs, sizes: valuesAt(fileSize, files), times: valuesAt(fileTime, files) };
    const report = (places: readonly number[]) => this.#report(states, places);
    if (!pool || this.#running.size >= TASKS_AHEAD * pool.width) {
      report(changedPlaces(states));
      // So that threads that are done can say so, and get more.
      if (this.#running.size > 0) await new Promise(resolve => setImmediate(resolve));
      return;
    }
    const run: Promise<void> = pool
      .run(states)
      .catch(() => changedPlaces(states))
      .then(report)
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** Looks at what is left, and waits for the threads. */
  async end(): Promise<void> {
    if (this.#packer.size > 0) await this.begin();
    await Promise.all(this.#running);
  }

  #report({ runs }: FileStates, places: readonly number[]): void {
    if (places.length === 0) return;
    const files = [...filesOf(runs)];
    for (const place of places) {
      const file = files[place];
      if (file) this.#options.onStale(file.below, file.name);
    }
  }
}

function valuesAt(column: Float64Array, places: readonly number[]): Float64Array {
  const values = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) values[i] = column[places[i] ?? 0] ?? 0;
  return values;
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
