import { Base } from '../../archive/index/format/base';
import type { BaseColumns } from '../../archive/index/format/columns';
import { isNoteName } from '../../archive/noteIndex';
import { selectionOf } from '../../archive/selection';
import type { FileList } from './fileLists';
import { walkLists } from './walk';

/** Where notes are looked for. Plain data, so that a thread can be given it. */
export interface NoteJob {
  readonly folder: string;
  /** Globs of excluded files and folders, see `selectionOf`. */
  readonly exclude: readonly string[];
  /** The archive of the folder: what is a cable there is no note. Null if there is none. */
  readonly known: BaseColumns | null;
}

/** The files below a folder that may be notes by their names and are not known to be cables. */
export function* noteLists({ folder, exclude, known }: NoteJob): Generator<FileList> {
  const base = known && new Base(known);
  for (const { below, names } of walkLists(folder, () => {}, selectionOf(exclude))) {
    const candidates = names.filter(isNoteName);
    const numbers = base?.numbersOf(below, candidates);
    yield { below, names: candidates.filter((_, i) => base?.holdsCable(numbers?.[i] ?? -1) !== true) };
  }
}
