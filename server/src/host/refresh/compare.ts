import { opendirSync } from 'node:fs';
import type { Base } from '../../archive/index/format/base';
import type { Selection } from '../../archive/selection';
import { cableByName } from '../../cable/byName';
import { filesOf, ListPacker } from '../files/fileLists';
import { type FileProblem, problemOf } from '../files/problem';
import { walkLists } from '../files/walk';
import { type CancellationFlag, EventLoopYield, isCancelled } from '../threads/cooperative';
import type { StatPool } from '../threads/workers';
import { changedPlaces, type FileStates } from './fileStates';

/** How many files are checked together: a millisecond's work. */
const TOGETHER = 512;

/** How many tasks each thread holds at a time: one to work on, and one to continue with. */
const TASKS_AHEAD = 2;

interface CompareOptions {
  readonly folder: string;
  readonly selection: Selection;
  /** What is known of the folder. */
  readonly base: Base | null;
  readonly cancelled: CancellationFlag;
  /** Threads that help. */
  readonly pool: StatPool | null;
  onProblem(problem: FileProblem): void;
  /** Receives, now and then, the number of files found so far. */
  onFound(count: number): void;
  /** Receives each new or changed file; its relative path is `below` + `name`. */
  onStale(below: string, name: string): void;
}

export interface Comparison {
  /** The number of files that may be cables by their names. */
  readonly files: number;
  /** The files of the base that no longer exist. */
  readonly gone: readonly string[];
  /** False if the walk was cancelled or could not start: then files that were not found may still exist. */
  readonly isWhole: boolean;
}

/** Walks a folder and finds the files that differ from `base` in size or modification time. Never rejects. */
export async function compareFiles(options: CompareOptions): Promise<Comparison> {
  const { folder, selection, base, cancelled } = options;
  const onProblem = (problem: FileProblem) => options.onProblem(problem);
  const rootProblem = folderProblem(folder);
  if (rootProblem) {
    // It may be on a disk that is not plugged in: what is known of it is kept.
    onProblem(rootProblem);
    return { files: 0, gone: [], isWhole: false };
  }
  const known = base && new KnownFiles(base);
  const checker = base && new Checker(base, options);
  const pause = new EventLoopYield();
  let files = 0;
  for (const { below, names } of walkLists(folder, onProblem, selection)) {
    const candidates = names.filter(name => cableByName(name) !== 'never');
    const numbers = known?.tick(below, candidates);
    for (let i = 0; i < candidates.length; i++) {
      if (files++ % TOGETHER === 0) options.onFound(files - 1);
      const name = candidates[i] ?? '';
      const number = numbers?.[i] ?? -1;
      if (number < 0) options.onStale(below, name);
      else if (checker?.add(below, name, number)) await checker.start();
    }
    await pause.whenDue();
    if (isCancelled(cancelled)) break;
  }
  await checker?.finish();
  const isWhole = !isCancelled(cancelled);
  return { files, gone: isWhole && known ? known.unseen() : [], isWhole };
}

/** Checks known files for changes, on this thread and those that help. */
class Checker {
  readonly #base: Base;
  readonly #options: CompareOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #packer = new ListPacker();
  #files: number[] = [];

  constructor(base: Base, options: CompareOptions) {
    this.#base = base;
    this.#options = options;
  }

  /** Adds a file to the next group; returns whether that is full. */
  add(below: string, name: string, file: number): boolean {
    this.#files.push(file);
    return this.#packer.add(below, name) === TOGETHER;
  }

  /** Passes the group to a free thread, or checks it here. */
  async start(): Promise<void> {
    const { folder, pool, cancelled } = this.#options;
    const files = this.#files;
    const lists = this.#packer.take();
    this.#files = [];
    if (isCancelled(cancelled)) return;
    const { fileSize, fileTime } = this.#base.columns;
    const states = { folder, lists, sizes: valuesAt(fileSize, files), times: valuesAt(fileTime, files) };
    const report = (places: readonly number[]) => this.#report(states, places);
    if (!pool || this.#running.size >= TASKS_AHEAD * pool.width) {
      report(changedPlaces(states));
      // Lets threads that are done report, and get more work.
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

  /** Checks what is left and waits for the threads. */
  async finish(): Promise<void> {
    if (this.#packer.size > 0) await this.start();
    await Promise.all(this.#running);
  }

  #report({ lists }: FileStates, places: readonly number[]): void {
    if (places.length === 0) return;
    const files = [...filesOf(lists)];
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

/** Why a folder cannot be walked; null if it can. */
function folderProblem(folder: string): FileProblem | null {
  try {
    opendirSync(folder).closeSync();
    return null;
  } catch (error) {
    return problemOf(folder, error);
  }
}

/** The files of a base, ticked off as a walk finds them. */
class KnownFiles {
  readonly #base: Base;
  readonly #seen: Uint8Array;

  constructor(base: Base) {
    this.#base = base;
    this.#seen = new Uint8Array(base.fileCount);
  }

  /** Ticks off files of one folder; takes and returns what `Base.numbersOf` does. */
  tick(below: string, names: readonly string[]): Int32Array {
    const files = this.#base.numbersOf(below, names);
    for (const file of files) if (file >= 0) this.#seen[file] = 1;
    return files;
  }

  /** The paths of the files that were not ticked off. */
  unseen(): string[] {
    const paths: string[] = [];
    for (let file = 0; file < this.#seen.length; file++)
      if (this.#seen[file] === 0) paths.push(this.#base.pathOf(file));
    return paths;
  }
}
