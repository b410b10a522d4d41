import { parentPort } from 'node:worker_threads';
import { changedPlaces, type FileStates } from './fileStates';

/** A thread that looks whether files are as they are known, see `compare.ts`. Loads next to nothing, so that it is soon there. */
parentPort?.on('message', (states: FileStates) => parentPort?.postMessage(changedPlaces(states)));
