import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Room for what lives no longer than a file takes to scan. With half of it, a fifth of a scan thread's time goes into collecting
 * garbage; with twice of it a twentieth less, for as much memory again in each thread.
 */
const YOUNG_MEGABYTES = 8;

/** Starts one of the threads that are bundled beside the program, with at most `heapMegabytes` of heap. */
export function startWorker(
  name: 'indexWorker' | 'scanWorker' | 'statWorker' | 'verifyWorker',
  data: unknown,
  heapMegabytes: number,
): Worker {
  return new Worker(join(__dirname, `${name}.js`), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    // Nothing of ours writes there, and what Node.js itself writes must not get into a language server's answers.
    stdout: true,
  });
}
