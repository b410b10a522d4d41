import { parentPort, workerData } from 'node:worker_threads';
import { doRefresh } from './refreshJob';

/** A thread that brings one archive up to date, see `refreshThread.ts`. */
void doRefresh(workerData, (message, transfer = []) => parentPort?.postMessage(message, transfer));
