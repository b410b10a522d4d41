import { isUtf8 } from 'node:buffer';
import type { Landmarks } from '../text/landmarks';
import { decode } from './decode';
import moduleBytes from './landmarks.wasm';

/** A text with what was found in it, valid until the next one is read: landmarks lie in memory that is used again. */
export interface LandmarkedText {
  readonly text: string;
  readonly landmarks?: Landmarks;
}

/** Texts of more bytes than this, which hardly any cable has, take the slower way. */
const LONGEST = 1 << 18;

/** Where things lie in the module's memory, as `landmarks.wat` has it. */
const COUNTS = 0;
const BYTES = 0x10000;
const NARROW = 0x60000;
const WIDE = 0xb0000;
const LINES = 0x140000;
const MARKS = 0x280000;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Decodes so many bytes of UTF-8 at `BYTES`; gives the number of UTF-16 units, negative where some are above 255. */
  readonly decode: (length: number) => number;
  /** Searches so many units for landmarks. */
  readonly search: (length: number) => void;
}

/** Decodes texts and finds their landmarks in one pass over memory of its own, which is used again for each. */
class LandmarkReader {
  readonly #module: Exports;
  readonly #bytes: Uint8Array;
  readonly #narrow: Buffer;
  readonly #wide: Buffer;
  readonly #lines: Uint32Array;
  readonly #marks: Uint32Array;
  readonly #counts: Uint32Array;

  constructor(module: Exports) {
    const { buffer } = module.memory;
    this.#module = module;
    this.#bytes = new Uint8Array(buffer, BYTES, LONGEST);
    this.#narrow = Buffer.from(buffer, NARROW, LONGEST);
    this.#wide = Buffer.from(buffer, WIDE, 2 * LONGEST);
    this.#lines = new Uint32Array(buffer, LINES, LONGEST + 1);
    this.#marks = new Uint32Array(buffer, MARKS, LONGEST);
    this.#counts = new Uint32Array(buffer, COUNTS, 2);
  }

  /** The text in `bytes`, which must be at most `LONGEST` bytes of UTF-8. */
  read(bytes: Uint8Array): LandmarkedText {
    this.#bytes.set(bytes);
    const units = this.#module.decode(bytes.length);
    const length = Math.abs(units);
    this.#module.search(length);
    return {
      text:
        units < 0
          ? this.#wide.toString('utf16le', 0, 2 * length)
          : this.#narrow.toString('latin1', 0, length),
      landmarks: {
        lineStarts: this.#lines.subarray(0, this.#counts[0]),
        marks: this.#marks.subarray(0, this.#counts[1]),
      },
    };
  }
}

let reader: LandmarkReader | null | undefined;

/** The reader of this thread; null where WebAssembly or its vectors are missing. */
function landmarkReader(): LandmarkReader | null {
  if (reader !== undefined) return reader;
  try {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes));
    reader = new LandmarkReader(instance.exports as Exports);
  } catch {
    reader = null;
  }
  return reader;
}

/** The same text as `decode` gives, with its landmarks where they are to be had; null where the bytes are no text. */
export function decodeWithLandmarks(bytes: Buffer): LandmarkedText | null {
  // A byte order mark, or what is no UTF-8, is none of the reader's business, nor is a text with a NUL.
  const isPlain = bytes.length <= LONGEST && (bytes[0] ?? 0) < 0xef && isUtf8(bytes) && !bytes.includes(0);
  const found = isPlain ? landmarkReader()?.read(bytes) : undefined;
  if (found) return found;
  const text = decode(bytes);
  return text === null ? null : { text };
}
