import type { StringColumns } from '../format/strings';
import { cut } from './cut';

/** The strings of a table, numbered in the order in which they are first asked for. Those that nobody asks for are left out. */
export class FirstUse {
  readonly #all: StringColumns;
  /** For each string of all 0, or 1 and the number that it has got. */
  readonly #given: Uint32Array;
  /** The strings asked for, and 0 for those to come. */
  readonly #used: Uint32Array;
  #count = 0;

  constructor(all: StringColumns) {
    this.#all = all;
    this.#given = new Uint32Array(all.starts.length);
    this.#used = new Uint32Array(all.starts.length);
  }

  /** The number of the string that has `number` in the table. */
  of(number: number): number {
    const given = this.#given[number] ?? 0;
    if (given > 0) return given - 1;
    this.#used[this.#count] = number;
    this.#given[number] = ++this.#count;
    return this.#count - 1;
  }

  /** The strings asked for, in the order of their numbers. */
  finish(): StringColumns {
    const { starts: allStarts, bytes: allBytes } = this.#all;
    const starts = new Uint32Array(this.#count + 1);
    const bytes = new Uint8Array(allBytes.length);
    let to = 0;
    for (let i = 0; i < this.#count; i++) {
      const number = this.#used[i] ?? 0;
      const end = allStarts[number + 1] ?? 0;
      for (let at = allStarts[number] ?? 0; at < end; at++) bytes[to++] = allBytes[at] ?? 0;
      starts[i + 1] = to;
    }
    return { starts, bytes: cut(bytes, to) };
  }
}
