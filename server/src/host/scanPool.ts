import type { Worker } from 'node:worker_threads';
import { startWorker } from './startWorker';
import type { ScanResult, ScanTask } from './workerMessages';

/** Scans files, many at a time. */
export interface ScanPool {
  /** How many tasks are worked on at once. */
  readonly width: number;
  /** Rejects where the thread that had the task ended; the pool goes on. */
  scan(task: ScanTask): Promise<ScanResult>;
  close(): Promise<void>;
}

/** A thread that ends this often is not started again. */
const MOST_STARTS = 4;

/** A thread that scans needs a few megabytes for its tables and for the largest cable as text. */
const HEAP_MEGABYTES = 192;

/** `width` threads, each started when it first gets a task. `stop` is shared with them, see `isStopped`. */
export function threadPool(width: number, stop: SharedArrayBuffer): ScanPool {
  const threads = Array.from({ length: width }, () => new ScanThread(stop));
  return {
    width,
    scan(task) {
      const idlest = threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least));
      return idlest.scan(task);
    },
    async close() {
      await Promise.all(threads.map(thread => thread.end()));
    },
  };
}

interface Pending {
  readonly resolve: (result: ScanResult) => void;
  readonly reject: (error: Error) => void;
}

class ScanThread {
  readonly #stop: SharedArrayBuffer;
  #worker: Worker | null = null;
  #starts = 0;
  #reason = 'without a reason';
  /** The tasks given to the thread, which answers them in their order. */
  #pending: Pending[] = [];

  constructor(stop: SharedArrayBuffer) {
    this.#stop = stop;
  }

  get waiting(): number {
    return this.#pending.length;
  }

  scan(task: ScanTask): Promise<ScanResult> {
    if (!this.#worker && this.#starts === MOST_STARTS) return Promise.reject(new Error(this.#reason));
    this.#worker ??= this.#start();
    this.#worker.postMessage(task);
    return new Promise((resolve, reject) => this.#pending.push({ resolve, reject }));
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = startWorker('scanWorker', { stop: this.#stop }, HEAP_MEGABYTES);
    worker.on('message', (result: ScanResult) => this.#pending.shift()?.resolve(result));
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
