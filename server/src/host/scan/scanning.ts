import type { Base } from '../../archive/index/format/base';
import type { Progress } from '../../archive/progress';
import type { FileProblem } from '../files/problem';
import type { ScanPool } from '../threads/pools';
import { isStopped } from '../threads/stop';
import type { ScanResult } from '../threads/workerMessages';
import { type PackedRun, RunPacker } from './fileRuns';
import type { Gathering } from './gathering';

/** How many files a thread gets at once: the more, the fewer batches are put together in the end; the fewer, the more even the threads' shares. */
const MOST_FILES = 1024;
const FEWEST_FILES = 128;

/** How many tasks each thread gets in all, where that makes these neither too large nor too small. */
const TASKS_EACH = 8;

/** How many tasks there are for each thread: one to work on, one to go on with. */
const TASKS_AHEAD = 2;

export interface ScanOptions {
  readonly folder: string;
  /** Threads that scan. */
  readonly pool: ScanPool;
  /** Ends the work early. */
  readonly stop: SharedArrayBuffer;
  onProgress(progress: Progress): void;
  onProblem(problem: FileProblem): void;
  /** Gets what is known so far, now and then while there is more to read. */
  onCheckpoint?(base: Base): Promise<void>;
}

/** Files that wait to be scanned, and the tasks that scan them: begun while more files are being found. */
export class Scanning {
  readonly #gathering: Gathering;
  readonly #options: ScanOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #packer = new RunPacker();
  /** Files that are in no task yet, `FEWEST_FILES` together: as many strings as there are files would be much to keep. */
  #waiting: (readonly PackedRun[])[] = [];
  #found = 0;
  #done = 0;
  /** Whether more may come. */
  #isOpen = true;
  #isSaving = false;
  #failure: { readonly reason: unknown } | null = null;

  constructor(gathering: Gathering, options: ScanOptions) {
    this.#gathering = gathering;
    this.#options = options;
  }

  /** Whether anything has been scanned. */
  get hasBegun(): boolean {
    return this.#done > 0;
  }

  /** Adds a file to be scanned, by what its path, relative to the folder, begins with and its name. */
  add(below: string, name: string): void {
    this.#found++;
    if (this.#packer.add(below, name) < FEWEST_FILES) return;
    this.#waiting.push(this.#packer.take());
    this.#giveTasks();
  }

  /** Waits until all that was added has been scanned; gives whether it has. Rejects with what a checkpoint rejects with. */
  async finish(): Promise<boolean> {
    this.#isOpen = false;
    if (this.#packer.size > 0) this.#waiting.push(this.#packer.take());
    this.#giveTasks();
    while (this.#running.size > 0) await Promise.race(this.#running);
    if (this.#failure) throw this.#failure.reason;
    return this.#done === this.#found;
  }

  /** Gives tasks to the threads as far as there are enough files and no thread has enough to do. */
  #giveTasks(): void {
    const { folder, pool, stop } = this.#options;
    while (this.#running.size < pool.width * TASKS_AHEAD && !this.#isSaving && !isStopped(stop)) {
      const runs = this.#next();
      if (runs.length === 0) return;
      this.#follow(
        pool.run({ folder, runs }).then(
          result => this.#take(result),
          (error: Error) => this.#lose(error),
        ),
      );
    }
  }

  #follow(work: Promise<void>): void {
    const run: Promise<void> = work
      .catch(reason => {
        this.#failure ??= { reason };
      })
      .finally(() => {
        this.#running.delete(run);
        this.#giveTasks();
      });
    this.#running.add(run);
  }

  /** The files of the next task. */
  #next(): readonly PackedRun[] {
    return this.#waiting.splice(0, Math.ceil(this.#size() / FEWEST_FILES)).flat();
  }

  /** How many files the next task should have. Towards the end fewer and fewer, so that no thread waits long for another. */
  #size(): number {
    const { width } = this.#options.pool;
    const fair = this.#isOpen
      ? this.#found / (width * TASKS_EACH)
      : (this.#waiting.length * FEWEST_FILES) / (width * TASKS_AHEAD);
    return Math.max(FEWEST_FILES, Math.min(MOST_FILES, Math.ceil(fair)));
  }

  #take(result: ScanResult): void {
    const { onCheckpoint } = this.#options;
    this.#gathering.add(result.batch);
    this.#done += result.done;
    for (const problem of result.problems) this.#options.onProblem(problem);
    const total = this.#isOpen ? null : this.#found;
    this.#options.onProgress({ stage: 'reading', done: this.#done, total });
    if (onCheckpoint && this.#gathering.isDue && !this.#isSaving) this.#follow(this.#save(onCheckpoint));
  }

  /** Saves what is known so far. No tasks are given meanwhile, so that no more waits in memory. */
  async #save(onCheckpoint: (base: Base) => Promise<void>): Promise<void> {
    this.#isSaving = true;
    try {
      await this.#gathering.checkpoint(onCheckpoint);
    } finally {
      this.#isSaving = false;
    }
  }

  #lose({ message }: Error): void {
    this.#options.onProblem({
      path: this.#options.folder,
      kind: 'unreadable',
      message: `a thread that read its files ended: ${message}`,
    });
  }
}
