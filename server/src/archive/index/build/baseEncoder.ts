import { type BaseColumns, baseColumnNames } from '../format/columns';
import {
  BYTE_ORDER,
  CHECKSUM_AT,
  Checksum,
  LABEL_AT,
  LENGTHS_AT,
  labelOf,
  MAGIC,
  padded,
  withHead,
} from '../format/fileFormat';

/**
 * Encodes a base as a file while it is being built, without copying its columns. `label` is whatever must be the same when the file is
 * read again: the folder, the program's version.
 */
export class BaseEncoder {
  readonly #head: Uint8Array;
  readonly #checksum = new Checksum();
  readonly #waiting = new Map<string, BaseColumns[keyof BaseColumns]>();
  readonly #write: (pieces: readonly Uint8Array[], start: number) => void;
  /** How many columns have been written. */
  #written = 0;
  #end: number;

  /** `write` receives consecutive pieces of the file and the offset of the first. */
  constructor(label: string, write: (pieces: readonly Uint8Array[], start: number) => void) {
    const labelBytes = labelOf(label);
    this.#write = write;
    this.#end = padded(LABEL_AT + labelBytes.length);
    this.#head = new Uint8Array(this.#end);
    this.#head.set(MAGIC);
    this.#head.set(labelBytes, LABEL_AT);
    const words = this.#words;
    words[2] = BYTE_ORDER;
    words[3] = labelBytes.length;
    words[6] = baseColumnNames.length;
    this.#checksum.add(this.#head.subarray(LABEL_AT));
  }

  /** Adds columns, which must not change any more, except those added before; writes all up to the first that is missing. */
  add(columns: Partial<BaseColumns>): void {
    for (const [name, column] of Object.entries(columns)) this.#waiting.set(name, column);
    const pieces: Uint8Array[] = [];
    for (let next = this.#next(); next; next = this.#next()) {
      this.#words[LENGTHS_AT / 4 + this.#written++] = next.length;
      pieces.push(...piecesOf(next));
    }
    const start = this.#end;
    this.#end = pieces.reduce((sum, piece) => sum + piece.length, start);
    // Written first, so that the sums are computed while the system writes.
    if (pieces.length > 0) this.#write(pieces, start);
    for (const piece of pieces) this.#checksum.add(piece);
  }

  /** Writes the head; all columns must have been added. */
  finish(): void {
    if (this.#written < baseColumnNames.length) throw new Error('not all columns are there');
    new Float64Array(this.#head.buffer)[2] = this.#end;
    this.#words.set(withHead(this.#checksum, this.#head), CHECKSUM_AT / 4);
    this.#write([this.#head], 0);
  }

  /** The next column in the order of the file, if it was added. */
  #next(): BaseColumns[keyof BaseColumns] | undefined {
    const name = baseColumnNames[this.#written];
    return name && this.#waiting.get(name);
  }

  get #words(): Uint32Array {
    return new Uint32Array(this.#head.buffer);
  }
}

/** The bytes of a column, padded to a multiple of 16: only the end is copied. */
function piecesOf(column: BaseColumns[keyof BaseColumns]): Uint8Array[] {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  const whole = bytes.length - (bytes.length % 16);
  const end = new Uint8Array(padded(bytes.length) - whole);
  end.set(bytes.subarray(whole));
  return [bytes.subarray(0, whole), end].filter(piece => piece.length > 0);
}
