import type { WordCondition } from '../../archive/query/query';
import type { SearchEnd, TextTask, WordSearch } from '../../archive/snapshot';
import { ProblemList, threadLoss } from '../files/problem';
import { withCancellation } from '../threads/cooperative';
import type { SearchTask } from '../threads/messages';
import { type SearchPool, searchThreads } from '../threads/workers';

/** So many texts are one task. */
const TASK_SIZE = 256;

/** How many tasks each thread holds at a time: one to work on, and one to continue with. */
const TASKS_AHEAD = 2;

/** Threads that nobody needs end after so many milliseconds. */
const IDLE = 30_000;

interface SearchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each task: how many texts have been read. */
  onProgress?(done: number): void;
}

/** Looks for words in texts, on threads that are kept for the next search for a while. */
export class TextSearcher {
  readonly #pathOf: (folder: string) => string | null;
  #pool: SearchPool | null = null;
  #running = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** `pathOf` gives the path of a folder as searches call it; null for one that is not on this machine. */
  constructor(pathOf: (folder: string) => string | null) {
    this.#pathOf = pathOf;
  }

  /** Reads the texts of a search; one that is cancelled has what it found until then. Never rejects. */
  async search(
    search: WordSearch,
    words: readonly WordCondition[],
    { signal, onProgress }: SearchOptions = {},
  ): Promise<SearchEnd> {
    const plain = words.map(({ excluded, phrases }) => ({ excluded, phrases }));
    clearTimeout(this.#idle);
    this.#running++;
    try {
      return await withCancellation(signal, cancelled =>
        this.#run(search, task => ({ ...task, words: plain, cancelled }), signal, onProgress),
      );
    } finally {
      if (--this.#running === 0) this.#idle = setTimeout(() => void this.close(), IDLE).unref();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const pool = this.#pool;
    this.#pool = null;
    await pool?.close();
  }

  async #run(
    search: WordSearch,
    order: (task: TextTask) => SearchTask,
    signal: AbortSignal | undefined,
    onProgress: SearchOptions['onProgress'],
  ): Promise<SearchEnd> {
    this.#pool ??= searchThreads();
    const pool = this.#pool;
    const running = new Set<Promise<void>>();
    const problems = new ProblemList();
    let done = 0;
    for (const task of search.tasks(TASK_SIZE)) {
      if (signal?.aborted) break;
      const folder = this.#pathOf(task.folder);
      if (folder === null) continue;
      const run: Promise<void> = pool
        .run(order({ ...task, folder }))
        .then(
          ({ found, problems: unread }) => {
            search.take(task, found);
            for (const problem of unread) problems.add(problem);
          },
          ({ message }: Error) => problems.add(threadLoss(folder, message)),
        )
        .then(() => {
          done += task.names.length;
          onProgress?.(done);
        })
        .finally(() => running.delete(run));
      running.add(run);
      if (running.size >= pool.width * TASKS_AHEAD) await Promise.race(running);
    }
    await Promise.all(running);
    return { complete: !signal?.aborted, problems: problems.lines() };
  }
}
