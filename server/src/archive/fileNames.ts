import { idInFileName } from '../cable/fileName';
import { otherId, splitMrn } from '../cable/identity';

/** No file's name holds this character. */
export const BETWEEN = '\0';

/** Names of files of one folder, in one string: that takes a fraction of the memory of one for each. */
export interface PackedNames {
  /** What their paths begin with: empty, or ending in `/`. */
  readonly below: string;
  /** The names, with `BETWEEN` between them. */
  readonly packed: string;
}

const ZERO = 48;
const NINE = 57;

/**
 * The names of a folder's files, as a walk finds them. In most archives files are named by id, so that a cable can be found by its
 * file name long before all texts have been read. A name is only a hint where to look: the text says which cable it is.
 */
export class FileNames {
  readonly #folders: PackedNames[] = [];

  /** The number of `add` calls: pass it to `find` as `from` to skip what was searched before. */
  get length(): number {
    return this.#folders.length;
  }

  /** Adds files; there is at least one. */
  add(names: PackedNames): void {
    this.#folders.push(names);
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
    for (const { below, packed } of this.#folders.slice(from)) {
      for (let at = packed.indexOf(serial); at >= 0; at = packed.indexOf(serial, at + 1)) {
        if (!isWholeNumber(packed, at, at + serial.length)) continue;
        const next = packed.indexOf(BETWEEN, at);
        const end = next < 0 ? packed.length : next;
        const name = packed.slice(packed.lastIndexOf(BETWEEN, at) + 1, end);
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
