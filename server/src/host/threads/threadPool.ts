import type { Worker } from 'node:worker_threads';

/** Runs tasks of one kind, several at a time. */
export interface Pool<Task, Result> {
  /** How many tasks run at a time. */
  readonly width: number;
  /** Rejects if the thread that has the task ends; the pool remains usable. */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
}

/** A thread that has been started this often is not started again. */
const MOST_STARTS = 4;

/** How many tasks a thread must hold before another thread is started: one to work on, and one to continue with. */
const TASKS_AHEAD = 2;

/**
 * A pool of up to `width` threads. A thread is started only when the others have enough to do, since a start takes as long as many
 * tasks. Threads must answer each message with one, in order.
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
  /** The tasks that the thread has not answered yet, in order. */
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
    try {
      this.#worker ??= this.#start();
    } catch (error) {
      // A system without a thread left.
      return Promise.reject(error);
    }
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
