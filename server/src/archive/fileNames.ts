import { idInFileName } from '../cable/fileName';
import { otherId, splitMrn } from '../cable/identity';

/** No file's name holds this character. */
const BETWEEN = '\0';

const ZERO = 48;
const NINE = 57;

/** The files of one folder, one behind the other. */
interface NamedFiles {
  /** What their paths begin with: empty, or ending in `/`. */
  readonly below: string;
  /** The names, each between two separators: one text takes a fraction of the memory of as many strings. */
  readonly names: string;
}

/**
 * The names of a folder's files, as a walk finds them. Most archives are named by id, so that a cable can be found by its name
 * long before all texts have been read. A name is only where to look: what a file holds, its text says.
 */
export class FileNames {
  readonly #folders: NamedFiles[] = [];

  /** Grows with each `add`: what was searched up to here need not be searched again. */
  get length(): number {
    return this.#folders.length;
  }

  /** Adds files of the folder whose paths begin with `below`. */
  add(below: string, names: readonly string[]): void {
    this.#folders.push({ below, names: BETWEEN + names.join(BETWEEN) + BETWEEN });
  }

  /**
   * The paths of files that are named by the cable `mrn`, with any zeros, under any name of its station and with any extension.
   * What was added before the `from`th `add` is passed over.
   */
  *find(mrn: string, from = 0): Generator<string> {
    const id = splitMrn(mrn);
    if (!id) return;
    const other = otherId(mrn);
    const serial = String(id.serial);
    for (const { below, names } of this.#folders.slice(from)) {
      for (let at = names.indexOf(serial); at >= 0; at = names.indexOf(serial, at + 1)) {
        if (!isWholeNumber(names, at, at + serial.length)) continue;
        const end = names.indexOf(BETWEEN, at);
        const name = names.slice(names.lastIndexOf(BETWEEN, at) + 1, end);
        const named = idInFileName(name);
        if (named !== null && (named === mrn || named === other)) yield below + name;
        at = end;
      }
    }
  }
}

/** Whether no digit but leading zeros stands beside those between two offsets. */
function isWholeNumber(text: string, start: number, end: number): boolean {
  const isDigit = (code: number, lowest: number) => code >= lowest && code <= NINE;
  return !isDigit(text.charCodeAt(end), ZERO) && !isDigit(text.charCodeAt(start - 1), ZERO + 1);
}
