import { parentPort } from 'node:worker_threads';
import { changedPlaces, type FileStates } from './fileStates';

/** A thread that checks files for changes, see `compare.ts`. It loads next to nothing, and so starts quickly. */
parentPort?.on('message', (states: FileStates) => parentPort?.postMessage(changedPlaces(states)));
