import type { Worker } from 'node:worker_threads';

/** Does tasks of one kind, many at a time. */
export interface Pool<Task, Result> {
  /** How many tasks are worked on at once. */
  readonly width: number;
  /** Rejects where the thread that had the task ended; the pool goes on. */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
}

/** A thread that ends this often is not started again. */
const MOST_STARTS = 4;

/** How many tasks a thread has waiting before another one is started for the next: one to work on, one to go on with. */
const TASKS_AHEAD = 2;

/**
 * At most `width` threads, each started when those before it have enough to do: a start takes as long as many tasks. A thread
 * answers each message with one, in their order.
 */
export function threadPool<Task, Result>(width: number, start: () => Worker): Pool<Task, Result> {
  const threads = Array.from({ length: width }, () => new Thread<Task, Result>(start));
  return {
    width,
    run(task) {
      const running = threads.filter(thread => thread.isRunning);
      const [idlest] = running.sort((a, b) => a.waiting - b.waiting);
      const isFree = idlest !== undefined && idlest.waiting < TASKS_AHEAD;
      const next = isFree ? idlest : (threads.find(thread => !thread.isRunning) ?? idlest);
      return next ? next.run(task) : Promise.reject(new Error('there are no threads'));
    },
    async close() {
      await Promise.all(threads.map(thread => thread.end()));
    },
  };
}

interface Pending<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

class Thread<Task, Result> {
  readonly #startWorker: () => Worker;
  #worker: Worker | null = null;
  #starts = 0;
  #reason = 'without a reason';
  /** The tasks given to the thread, which answers them in their order. */
  #pending: Pending<Result>[] = [];

  constructor(start: () => Worker) {
    this.#startWorker = start;
  }

  get isRunning(): boolean {
    return this.#worker !== null;
  }

  get waiting(): number {
    return this.#pending.length;
  }

  run(task: Task): Promise<Result> {
    if (!this.#worker && this.#starts === MOST_STARTS) return Promise.reject(new Error(this.#reason));
    this.#worker ??= this.#start();
    this.#worker.postMessage(task);
    return new Promise((resolve, reject) => this.#pending.push({ resolve, reject }));
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = this.#startWorker();
    worker.on('message', (result: Result) => this.#pending.shift()?.resolve(result));
    this.#starts++;
    worker.on('error', ({ message }) => {
      this.#reason = message;
    });
    worker.on('exit', () => {
      this.#worker = null;
      const lost = this.#pending;
      this.#pending = [];
      for (const { reject } of lost) reject(new Error(this.#reason));
    });
    return worker;
  }
}
