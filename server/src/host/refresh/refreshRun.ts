import { Base } from '../../archive/index/format/base';
import type { Progress } from '../../archive/progress';
import { namesOf } from '../scan/fileRuns';
import type { RefreshEnd, RefreshMessage } from '../threads/workerMessages';

/** A refresh as whoever asks for it sees it. */
export interface RefreshRun {
  /** The archive as it is known; only what has changed since is read. */
  readonly known: Base | null;
  /** Globs of what is left out, see `selectionOf`. */
  readonly exclude: readonly string[];
  onProgress?(progress: Progress): void;
  /** Gets the archive whenever it is put together anew: not at all where nothing has changed. */
  onBase(base: Base): void;
  /** Gets the names of files that are going to be read, as they are found; `below` is what their paths begin with. */
  onNames?(below: string, names: readonly string[]): void;
  /** Ends the work early; what was read until then counts. */
  readonly signal?: AbortSignal | undefined;
}

/** Hands on what a refresh says in this process; the last that it says goes to `onEnd`. */
export function hear(run: RefreshRun, message: RefreshMessage, onEnd: (end: RefreshEnd) => void): void {
  if (message.kind === 'progress') run.onProgress?.(message.progress);
  else if (message.kind === 'names')
    for (const names of message.runs) run.onNames?.(names.below, namesOf(names));
  else if (message.kind === 'columns') run.onBase(new Base(message.columns));
  else if (message.kind === 'end') onEnd(message.end);
}
