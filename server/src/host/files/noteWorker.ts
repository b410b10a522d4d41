import { parentPort, workerData } from 'node:worker_threads';
import { MOST_NOTES } from '../../archive/noteIndex';
import { ListPacker } from './fileLists';
import { noteLists } from './noteNames';

/** As many names as notes are read, and as many again of files that turn out to be none. */
const MOST_NAMES = 2 * MOST_NOTES;

/** A thread that finds the names of notes, see `readNotes`. */
const packer = new ListPacker();
for (const { below, names } of noteLists(workerData)) {
  for (const name of names) packer.add(below, name);
  if (packer.size > MOST_NAMES) break;
}
parentPort?.postMessage(packer.take());
