import { compareUtf8 } from '../../order';

/** A table of strings as columns. */
export interface StringColumns {
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Strings above this many bytes are decoded by `TextDecoder`, which is slow to start and then fast. */
const SHORT = 48;

/** Strings in two columns: their UTF-8 bytes, concatenated, and where each starts. */
export class StringTable {
  readonly size: number;
  readonly #starts: Uint32Array;
  readonly #bytes: Uint8Array;

  constructor(starts: Uint32Array, bytes: Uint8Array) {
    this.#starts = starts;
    this.#bytes = bytes;
    this.size = Math.max(0, starts.length - 1);
  }

  /** The string of 0-based number `index`. */
  at(index: number): string {
    const start = this.#starts[index] ?? 0;
    const end = this.#starts[index + 1] ?? start;
    if (end - start > SHORT) return decoder.decode(this.#bytes.subarray(start, end));
    let text = '';
    for (let i = start; i < end; i++) {
      const byte = this.#bytes[i] ?? 0;
      if (byte > 0x7f) return decoder.decode(this.#bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** All strings in order; much faster than one by one. */
  all(): string[] {
    return this.range(0, this.size);
  }

  /** The strings from number `low` up to `high`, in order. */
  range(low: number, high: number): string[] {
    const start = this.#starts[low] ?? 0;
    const text = decoder.decode(this.#bytes.subarray(start, this.#starts[high] ?? start));
    const strings: string[] = [];
    let at = 0;
    for (let index = low; index < high; index++) {
      const end = this.#starts[index + 1] ?? 0;
      const from = at;
      for (let i = this.#starts[index] ?? 0; i < end; i++) at += unitsOf(this.#bytes[i] ?? 0);
      strings.push(text.slice(from, at));
    }
    return strings;
  }

  /** Binary search: the first number from `low` to `high` whose string is not before `text`; strings must be in order there. */
  lowerBound(text: string, low = 0, high = this.size): number {
    const starts = this.#starts;
    const { bytes, length } = encoded(text);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareUtf8(this.#bytes, starts[middle] ?? 0, starts[middle + 1] ?? 0, bytes, 0, length);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The number of `text`, or -1; the strings from `low` to `high` must be in order. */
  find(text: string, low = 0, high = this.size): number {
    const index = this.lowerBound(text, low, high);
    return index < high && this.at(index) === text ? index : -1;
  }
}

let scratch = new Uint8Array(1024);

/** The UTF-8 bytes of a text, valid until the next call: a search among a quarter of a million names must leave no garbage behind. */
function encoded(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  if (3 * text.length > scratch.length) scratch = new Uint8Array(6 * text.length);
  return { bytes: scratch, length: encoder.encodeInto(text, scratch).written };
}

/** The number of UTF-16 code units that start at a byte of UTF-8: 2 for the first of four, 0 for continuation bytes, otherwise 1. */
function unitsOf(byte: number): number {
  return (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
}

/** Writes the UTF-8 bytes of a text to place `at` of `bytes`, which must have room for three times its length; returns the place behind. */
export function putText(text: string, bytes: Uint8Array, at: number): number {
  let end = at;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return end + encoder.encodeInto(text.slice(i), bytes.subarray(end)).written;
    bytes[end++] = code;
  }
  return end;
}

/** Writes a table of strings. */
export class StringWriter {
  readonly #starts: number[] = [0];
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** Adds `text`, even if it is in the table already; returns its number. */
  add(text: string): number {
    this.#reserve(3 * text.length);
    this.#length = putText(text, this.#bytes, this.#length);
    return this.#starts.push(this.#length) - 2;
  }

  finish(): StringColumns {
    return { starts: new Uint32Array(this.#starts), bytes: this.#bytes.slice(0, this.#length) };
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#length + count, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** The table of `strings`, in their order. */
export function tableOf(strings: Iterable<string>): StringColumns {
  const writer = new StringWriter();
  for (const text of strings) writer.add(text);
  return writer.finish();
}
