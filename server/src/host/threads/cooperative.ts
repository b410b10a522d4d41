/*
 * What long work needs to get along with others: a flag that cancels it, and pauses for the event loop.
 */

/** A cancellation flag that threads poll between files: they need not wait for a message. */
export type CancellationFlag = SharedArrayBuffer;

export function newCancellationFlag(): CancellationFlag {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

export function cancel(flag: CancellationFlag): void {
  Atomics.store(new Int32Array(flag), 0, 1);
}

/** Returns whether `flag` is set; costs nanoseconds. */
export function isCancelled(flag: CancellationFlag): boolean {
  return Atomics.load(new Int32Array(flag), 0) !== 0;
}

/** Runs `work` with a flag that is set when `signal` aborts. */
export async function withCancellation<T>(
  signal: AbortSignal | undefined,
  work: (flag: CancellationFlag) => Promise<T>,
): Promise<T> {
  const flag = newCancellationFlag();
  const onAbort = () => cancel(flag);
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await work(flag);
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

/** How many milliseconds long work may hold the thread before it yields. */
const SLICE = 12;

/** Lets messages, signals and timers run during long work. */
export class EventLoopYield {
  #due = performance.now() + SLICE;

  /** To be awaited between two pieces of work: yields to the event loop if the slice is used up, otherwise continues at once. */
  async whenDue(): Promise<void> {
    if (performance.now() < this.#due) return;
    await new Promise(resolve => setImmediate(resolve));
    this.#due = performance.now() + SLICE;
  }
}
