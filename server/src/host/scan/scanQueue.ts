import type { PackedNames } from '../../archive/fileNames';
import type { BatchAccumulator } from '../../archive/index/build/batchAccumulator';
import type { Base } from '../../archive/index/format/base';
import type { Progress } from '../../archive/refresh';
import { ListPacker } from '../files/fileLists';
import { type FileProblem, threadLoss } from '../files/problem';
import { type CancellationFlag, isCancelled } from '../threads/cooperative';
import type { ScanResult } from '../threads/messages';
import type { ScanPool } from '../threads/workers';

/** The bounds of a task in files: with larger tasks fewer batches are merged in the end, with smaller ones threads finish together. */
const MOST_FILES = 1024;
const FEWEST_FILES = 128;

/** How many tasks each thread gets in all, if that makes them neither too large nor too small. */
const TASKS_EACH = 8;

/** How many tasks each thread holds at a time: one to work on, and one to continue with. */
const TASKS_AHEAD = 2;

export interface ScanOptions {
  readonly folder: string;
  /** The threads that scan. */
  readonly pool: ScanPool;
  readonly cancelled: CancellationFlag;
  onProgress(progress: Progress): void;
  onProblem(problem: FileProblem): void;
  /** Receives what is known so far, now and then while there is more to read. */
  onCheckpoint?(base: Base): Promise<void>;
}

/** Files that wait to be scanned, and the tasks that scan them: these start while more files are being found. */
export class ScanQueue {
  readonly #accumulator: BatchAccumulator;
  readonly #options: ScanOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #packer = new ListPacker();
  /** Files that are in no task yet, packed by `FEWEST_FILES`: a string for each file would take much memory. */
  #waiting: (readonly PackedNames[])[] = [];
  #found = 0;
  #done = 0;
  /** Whether more files may be added. */
  #isOpen = true;
  #isSaving = false;
  #failure: { readonly reason: unknown } | null = null;

  constructor(accumulator: BatchAccumulator, options: ScanOptions) {
    this.#accumulator = accumulator;
    this.#options = options;
  }

  /** Whether any file has been scanned. */
  get hasStarted(): boolean {
    return this.#done > 0;
  }

  /** Adds a file whose relative path is `below` + `name`. */
  add(below: string, name: string): void {
    this.#found++;
    if (this.#packer.add(below, name) < FEWEST_FILES) return;
    this.#waiting.push(this.#packer.take());
    this.#startTasks();
  }

  /** Waits for all files; returns whether all of them were scanned. Rejects if a checkpoint rejects. */
  async finish(): Promise<boolean> {
    this.#isOpen = false;
    if (this.#packer.size > 0) this.#waiting.push(this.#packer.take());
    this.#startTasks();
    while (this.#running.size > 0) await Promise.race(this.#running);
    if (this.#failure) throw this.#failure.reason;
    return this.#done === this.#found;
  }

  /** Starts tasks as long as there are enough files and a thread has room. */
  #startTasks(): void {
    const { folder, pool, cancelled } = this.#options;
    while (this.#running.size < pool.width * TASKS_AHEAD && !this.#isSaving && !isCancelled(cancelled)) {
      const lists = this.#nextLists();
      if (lists.length === 0) return;
      this.#track(
        pool.run({ folder, lists }).then(
          result => this.#take(result),
          (error: Error) => this.#reportLoss(error),
        ),
      );
    }
  }

  #track(work: Promise<void>): void {
    const run: Promise<void> = work
      .catch(reason => {
        this.#failure ??= { reason };
      })
      .finally(() => {
        this.#running.delete(run);
        this.#startTasks();
      });
    this.#running.add(run);
  }

  /** The files of the next task. */
  #nextLists(): readonly PackedNames[] {
    return this.#waiting.splice(0, Math.ceil(this.#taskSize() / FEWEST_FILES)).flat();
  }

  /** How many files the next task should have: fewer and fewer towards the end, so that no thread waits long for another. */
  #taskSize(): number {
    const { width } = this.#options.pool;
    const fair = this.#isOpen
      ? this.#found / (width * TASKS_EACH)
      : (this.#waiting.length * FEWEST_FILES) / (width * TASKS_AHEAD);
    return Math.max(FEWEST_FILES, Math.min(MOST_FILES, Math.ceil(fair)));
  }

  #take(result: ScanResult): void {
    const { onCheckpoint } = this.#options;
    this.#accumulator.add(result.batch);
    this.#done += result.done;
    for (const problem of result.problems) this.#options.onProblem(problem);
    const total = this.#isOpen ? null : this.#found;
    this.#options.onProgress({ stage: 'reading', done: this.#done, total });
    const left = total === null ? Number.POSITIVE_INFINITY : total - this.#done;
    if (onCheckpoint && this.#accumulator.isCheckpointDue(left) && !this.#isSaving)
      this.#track(this.#save(onCheckpoint));
  }

  /** Saves what is known so far. No task starts meanwhile, so that no more results pile up in memory. */
  async #save(onCheckpoint: (base: Base) => Promise<void>): Promise<void> {
    this.#isSaving = true;
    try {
      await this.#accumulator.checkpoint(onCheckpoint);
    } finally {
      this.#isSaving = false;
    }
  }

  #reportLoss({ message }: Error): void {
    this.#options.onProblem(threadLoss(this.#options.folder, message));
  }
}
