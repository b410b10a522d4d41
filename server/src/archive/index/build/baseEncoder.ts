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
 * Turns a base into bytes while it is being put together, for a file. The columns are not copied. `label` says what the base is of:
 * its folder, the version of the program, whatever must be the same when it is read again.
 */
export class BaseEncoder {
  readonly #head: Uint8Array;
  readonly #checksum = new Checksum();
  readonly #waiting = new Map<string, BaseColumns[keyof BaseColumns]>();
  readonly #write: (pieces: readonly Uint8Array[], start: number) => void;
  /** How many columns have been written. */
  #written = 0;
  #end: number;

  /** `write` gets pieces of the file in the order in which they lie behind one another, and the place where the first of them starts. */
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

  /** Adds columns, which are not changed any more, and passes over those that were added before; writes those before which none is missing. */
  add(columns: Partial<BaseColumns>): void {
    for (const [name, column] of Object.entries(columns)) this.#waiting.set(name, column);
    const pieces: Uint8Array[] = [];
    for (let next = this.#next(); next; next = this.#next()) {
      this.#words[LENGTHS_AT / 4 + this.#written++] = next.length;
      pieces.push(...piecesOf(next));
    }
    const start = this.#end;
    this.#end = pieces.reduce((sum, piece) => sum + piece.length, start);
    // Written first: while the system is about it, the sums are worked out.
    if (pieces.length > 0) this.#write(pieces, start);
    for (const piece of pieces) this.#checksum.add(piece);
  }

  /** Writes the head when all columns are there. */
  finish(): void {
    if (this.#written < baseColumnNames.length) throw new Error('not all columns are there');
    new Float64Array(this.#head.buffer)[2] = this.#end;
    this.#words.set(withHead(this.#checksum, this.#head), CHECKSUM_AT / 4);
    this.#write([this.#head], 0);
  }

  /** The next column in the order of the file, if it has come. */
  #next(): BaseColumns[keyof BaseColumns] | undefined {
    const name = baseColumnNames[this.#written];
    return name && this.#waiting.get(name);
  }

  get #words(): Uint32Array {
    return new Uint32Array(this.#head.buffer);
  }
}

/** The bytes of a column up to a multiple of 16: its end is copied to get zeros behind it, the rest is taken as it lies. */
function piecesOf(column: BaseColumns[keyof BaseColumns]): Uint8Array[] {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  const whole = bytes.length - (bytes.length % 16);
  const end = new Uint8Array(padded(bytes.length) - whole);
  end.set(bytes.subarray(whole));
  return [bytes.subarray(0, whole), end].filter(piece => piece.length > 0);
}
