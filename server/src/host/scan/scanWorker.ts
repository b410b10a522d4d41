import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf } from '../../archive/index/build/batch';
import type { ScanRole, ScanTask } from '../threads/messages';
import { FileScanner } from './scanFile';

/** A thread that scans files, see `scanThreads`. */
const { cancelled }: ScanRole = workerData;
const scanner = new FileScanner();
parentPort?.on('message', (task: ScanTask) => {
  const result = scanner.run(task, cancelled);
  parentPort?.postMessage(result, buffersOf(result.batch));
});
