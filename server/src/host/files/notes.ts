import { statSync } from 'node:fs';
import type { PackedNames } from '../../archive/fileNames';
import type { Base } from '../../archive/index/format/base';
import { MOST_NOTES, NOTE_SIZE } from '../../archive/noteIndex';
import { EventLoopYield } from '../threads/cooperative';
import { startWorker, WORTH_A_THREAD } from '../threads/workers';
import { type FileList, namesOf } from './fileLists';
import { type NoteJob, noteLists } from './noteNames';
import { readText } from './read';
import { pathBelow } from './walk';

/** A thread that walks holds the entries of one folder. */
const HEAP_MEGABYTES = 256;

/** Who takes in notes, by their paths, which are relative to the folder and have `/` between names. */
export interface NoteReader {
  /** Whether a file is wanted: a text may be a cable, and then it is none of the notes. */
  wants(path: string): boolean;
  onNote(path: string, text: string): void;
}

export interface NoteOptions {
  /** Globs of excluded files and folders, see `selectionOf`. */
  readonly exclude: readonly string[];
  /** The archive of the folder: `reader` wants no cable of it. Null if there is none. */
  readonly known: Base | null;
  readonly signal: AbortSignal;
}

/**
 * Reads the notes below `folder`, at most `MOST_NOTES` of at most `NOTE_SIZE` each, one after the other, and yields to the event loop every
 * few milliseconds. Resolves to whether all were read. What cannot be read is passed over; rejects only with what `reader` throws.
 */
export async function readNotes(
  folder: string,
  reader: NoteReader,
  { exclude, known, signal }: NoteOptions,
): Promise<boolean> {
  const pause = new EventLoopYield();
  let count = 0;
  for (const { below, names } of await listsOf({ folder, exclude, known: known?.columns ?? null }, known)) {
    await pause.whenDue();
    for (const name of names) {
      await pause.whenDue();
      if (signal.aborted) return false;
      if (!reader.wants(below + name)) continue;
      if (++count > MOST_NOTES) return false;
      const text = readNote(pathBelow(folder, below + name));
      if (text !== null) reader.onNote(below + name, text);
    }
  }
  return !signal.aborted;
}

/**
 * The names of what may be notes. Those of a large archive are found by a thread: the walk leaves behind a hundred times the memory
 * that its result takes. Such an archive is in shared memory, so that the thread needs no copy of it.
 */
async function listsOf(job: NoteJob, known: Base | null): Promise<Iterable<FileList>> {
  const found = known?.stamp && known.fileCount >= WORTH_A_THREAD ? await listsInThread(job) : null;
  return found?.map(list => ({ below: list.below, names: namesOf(list) })) ?? noteLists(job);
}

/** Null if the thread breaks down. */
function listsInThread(job: NoteJob): Promise<readonly PackedNames[] | null> {
  return new Promise<readonly PackedNames[] | null>(resolve => {
    const worker = startWorker('noteWorker', job, HEAP_MEGABYTES);
    worker.on('message', resolve);
    worker.on('error', () => resolve(null));
    worker.on('exit', () => resolve(null));
  }).catch(() => null);
}

/** The text of one note; null if it is not there, is no text, cannot be read or is larger than `NOTE_SIZE`. */
export function readNote(path: string): string | null {
  try {
    if (statSync(path).size > NOTE_SIZE) return null;
  } catch {
    return null;
  }
  const result = readText(path);
  return result.kind === 'text' ? result.text : null;
}
