import moduleBytes from '../../plain/index.wasm';
import { type FactColumns, viewColumn } from '../archive/base/columns';
import type { FileColumns } from '../archive/base/fileWriter';
import type { Landmarks } from '../text/landmarks';

/** The columns that the reader writes, in the order in which its module lists them. */
const COLUMNS = [
  'postStarts',
  'postBytes',
  'senderStarts',
  'senderBytes',
  'captionsStarts',
  'captionsBytes',
  'tokenStarts',
  'tokenBytes',
  'rowKey',
  'rowTime',
  'rowClassification',
  'rowSender',
  'rowCaptions',
  'rowCompleteness',
  'rowAnchor',
  'rowTextStarts',
  'rowText',
  'rowCitations',
  'targetKey',
  'citationTarget',
  'citationCode',
  'citationRange',
] as const satisfies readonly (keyof FactColumns)[];

export type RowColumns = Omit<FactColumns, keyof FileColumns>;

/** What a scan may come to, as `server/plain/index.ts` has it. */
const results = ['declined', 'written', 'full'] as const;

interface Variable {
  readonly value: number;
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly bytes: () => number;
  readonly longest: () => number;
  readonly scan: (length: number) => number;
  readonly columns: () => number;
  readonly clearBatch: () => void;
  readonly partsRead: Variable;
  readonly lines: () => number;
  readonly lineCount: Variable;
  readonly marks: () => number;
  readonly markCount: Variable;
}

/**
 * Reads plain cables from bytes straight into the columns of a batch, without a string or an object: see `server/plain`. It
 * declines what it is not sure to read as the parser does.
 */
export class PlainReader {
  /** The bytes of a file are put at its start; longer files are not for this reader. */
  readonly bytes: Buffer;
  readonly #module: Exports;

  constructor(exports: Exports) {
    this.#module = exports;
    this.bytes = Buffer.from(exports.memory.buffer, exports.bytes(), exports.longest());
  }

  /**
   * Scans the file of `length` bytes at the start of `bytes`; `written` where it is now the last row of the batch. Where the batch is
   * `full`, the file can be scanned once more after `clear`.
   */
  scan(length: number): (typeof results)[number] {
    try {
      return results[this.#module.scan(length)] ?? 'declined';
    } catch {
      // A trap in the module: what is wrong there must not cost the file.
      return 'declined';
    }
  }

  /** What was found in the text of the file scanned last, valid until the next scan; undefined where it was not decoded. */
  landmarks(): Landmarks | undefined {
    const { memory, partsRead, lines, lineCount, marks, markCount } = this.#module;
    if (partsRead.value === 0) return undefined;
    return {
      lineStarts: new Uint32Array(memory.buffer, lines(), lineCount.value),
      marks: new Uint32Array(memory.buffer, marks(), markCount.value),
    };
  }

  /** The batch at hand, as views on memory that the next one uses again. */
  columns(): RowColumns {
    const { buffer } = this.#module.memory;
    const list = new Uint32Array(buffer, this.#module.columns(), 2 * COLUMNS.length);
    return Object.fromEntries(
      COLUMNS.map((name, i) => [name, viewColumn(name, buffer, list[2 * i] ?? 0, list[2 * i + 1] ?? 0)]),
    ) as unknown as RowColumns;
  }

  /** Begins another batch. */
  clear(): void {
    this.#module.clearBatch();
  }
}

/** A reader with memory of its own; null where WebAssembly or its vectors are missing. */
export function newPlainReader(): PlainReader | null {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes));
    return new PlainReader(exports as Exports);
  } catch {
    return null;
  }
}
