import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Starts one of the threads that are bundled beside the program, with at most `heapMegabytes` of heap. */
export function startWorker(
  name: 'indexWorker' | 'scanWorker',
  data: unknown,
  heapMegabytes: number,
): Worker {
  return new Worker(join(__dirname, `${name}.js`), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 4 },
    // Nothing of ours writes there, and what Node.js itself writes must not get into a language server's answers.
    stdout: true,
  });
}
