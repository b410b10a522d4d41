import { idInFileName } from '../cable/fileName';
import { otherId, splitMrn } from '../cable/identity';

/** No file's name holds this character. */
const BETWEEN = '\0';

const ZERO = 48;
const NINE = 57;

/** Files of one folder. */
interface NamedFiles {
  /** What their paths begin with: empty, or ending in `/`. */
  readonly below: string;
  /** The names, each between two separators: one string takes a fraction of the memory of one for each. */
  readonly names: string;
}

/**
 * The names of a folder's files, as a walk finds them. In most archives files are named by id, so that a cable can be found by its
 * file name long before all texts have been read. A name is only a hint where to look: the text says which cable it is.
 */
export class FileNames {
  readonly #folders: NamedFiles[] = [];

  /** The number of `add` calls: pass it to `find` as `from` to skip what was searched before. */
  get length(): number {
    return this.#folders.length;
  }

  /** Adds files whose paths are `below` + name. */
  add(below: string, names: readonly string[]): void {
    this.#folders.push({ below, names: BETWEEN + names.join(BETWEEN) + BETWEEN });
  }

  /**
   * The paths of files named after the cable `mrn`, with any leading zeros, station name and extension. Skips what was added before
   * the `from`th `add`.
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

/** Whether the digits from `start` to `end` are a whole number but for leading zeros. */
function isWholeNumber(text: string, start: number, end: number): boolean {
  const isDigit = (code: number, lowest: number) => code >= lowest && code <= NINE;
  return !isDigit(text.charCodeAt(end), ZERO) && !isDigit(text.charCodeAt(start - 1), ZERO + 1);
}
