/** A sign that one thread gives and others look at, between one file and the next: they need not wait for messages. */
export function newStop(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

export function giveStop(stop: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(stop), 0, 1);
}

/** Looks at `stop`, which costs nanoseconds. */
export function isStopped(stop: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(stop), 0) !== 0;
}

/** Does `work` with a stop that is given when `signal` is aborted. */
export async function stoppedBy<T>(
  signal: AbortSignal | undefined,
  work: (stop: SharedArrayBuffer) => Promise<T>,
): Promise<T> {
  const stop = newStop();
  const onAbort = () => giveStop(stop);
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await work(stop);
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
