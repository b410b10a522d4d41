import { statSync } from 'node:fs';
import { isNoteName, MOST_NOTES, NOTE_SIZE } from '../../archive/noteIndex';
import type { Selection } from '../../archive/selection';
import { EventLoopYield } from '../threads/cooperative';
import { readText } from './read';
import { pathBelow, walk } from './walk';

/** Who takes in notes, by their paths, which are relative to the folder and have `/` between names. */
export interface NoteReader {
  /** Whether a file is wanted: a text may be a cable, and then it is none of the notes. */
  wants(path: string): boolean;
  onNote(path: string, text: string): void;
}

/**
 * Reads the notes below `folder`, at most `MOST_NOTES` of at most `NOTE_SIZE` each, one after the other, and yields to the event loop every
 * few milliseconds. Resolves to whether all were read. What cannot be read is passed over; rejects only with what `reader` throws.
 */
export async function readNotes(
  folder: string,
  selection: Selection,
  reader: NoteReader,
  signal: AbortSignal,
): Promise<boolean> {
  const pause = new EventLoopYield();
  let count = 0;
  for (const name of walk(folder, () => {}, selection)) {
    await pause.whenDue();
    if (signal.aborted) return false;
    if (!isNoteName(name) || !reader.wants(name)) continue;
    if (++count > MOST_NOTES) return false;
    const text = readNote(pathBelow(folder, name));
    if (text !== null) reader.onNote(name, text);
  }
  return true;
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
