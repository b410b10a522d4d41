import { parentPort } from 'node:worker_threads';
import type { SearchTask } from '../threads/messages';
import { TextReader } from './searchTexts';

/** A thread that searches texts for words, see `searchThreads`. */
const reader = new TextReader();
parentPort?.on('message', (task: SearchTask) => parentPort?.postMessage(reader.search(task)));
