import type { Base } from '../archive/base/base';
import type { Gathering } from './gathering';
import type { RefreshOptions } from './refresh';
import { isStopped } from './stop';
import type { ScanResult } from './workerMessages';

/** How many files a thread gets at once: the more, the fewer batches are put together in the end; the fewer, the more even the threads' shares. */
const MOST_FILES = 1024;
const FEWEST_FILES = 128;

/** How many tasks each thread gets in all, where that makes these neither too large nor too small. */
const TASKS_EACH = 8;

/** How many tasks there are for each thread: one to work on, one to go on with. */
const TASKS_AHEAD = 2;

/** Files that wait to be scanned, and the tasks that scan them: begun while more files are being found. */
export class Scanning {
  readonly #gathering: Gathering;
  readonly #options: RefreshOptions;
  readonly #running = new Set<Promise<void>>();
  #paths: string[] = [];
  /** How many of the paths are in tasks. */
  #given = 0;
  #done = 0;
  /** Whether more may come. */
  #isOpen = true;
  #isSaving = false;
  #failure: { readonly reason: unknown } | null = null;

  constructor(gathering: Gathering, options: RefreshOptions) {
    this.#gathering = gathering;
    this.#options = options;
  }

  /** Whether anything has been scanned. */
  get hasBegun(): boolean {
    return this.#done > 0;
  }

  /** Adds a file to be scanned, relative to the folder. */
  add(path: string): void {
    this.#paths.push(path);
    if (this.#paths.length - this.#given >= FEWEST_FILES) this.#giveTasks();
  }

  /** Waits until all that was added has been scanned; gives whether it has. Rejects with what a checkpoint rejects with. */
  async finish(): Promise<boolean> {
    this.#isOpen = false;
    this.#giveTasks();
    while (this.#running.size > 0) await Promise.race(this.#running);
    if (this.#failure) throw this.#failure.reason;
    return this.#done === this.#paths.length;
  }

  /** Gives tasks to the threads as far as there are enough files and no thread has enough to do. */
  #giveTasks(): void {
    const { folder, pool, stop } = this.#options;
    while (this.#running.size < pool.width * TASKS_AHEAD && !this.#isSaving && !isStopped(stop)) {
      const paths = this.#paths.slice(this.#given, this.#given + this.#size());
      if (paths.length === 0 || (this.#isOpen && paths.length < FEWEST_FILES)) return;
      this.#given += paths.length;
      this.#follow(
        pool.run({ folder, paths }).then(
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

  /** How many files the next task has. Towards the end fewer and fewer, so that no thread waits long for another. */
  #size(): number {
    const { width } = this.#options.pool;
    const fair = this.#isOpen
      ? this.#paths.length / (width * TASKS_EACH)
      : (this.#paths.length - this.#given) / (width * TASKS_AHEAD);
    return Math.max(FEWEST_FILES, Math.min(MOST_FILES, Math.ceil(fair)));
  }

  #take(result: ScanResult): void {
    const { onCheckpoint } = this.#options;
    for (const batch of result.batches) this.#gathering.add(batch);
    this.#done += result.done;
    for (const problem of result.problems) this.#options.onProblem(problem);
    const total = this.#isOpen ? null : this.#paths.length;
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
