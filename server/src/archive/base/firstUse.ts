import { cut } from './cut';
import { StringPool } from './stringPool';
import type { StringColumns } from './strings';

/** The strings of several tables as one, numbered in the order in which they are first asked for. Those that nobody asks for are left out. */
export class FirstUse {
  readonly #all: StringColumns;
  /** For each table the numbers of its strings among all. */
  readonly #numbers: readonly Uint32Array[];
  /** For each string of all 0, or 1 and the number that it has got. */
  readonly #given: Uint32Array;
  /** The strings asked for, and 0 for those to come. */
  readonly #used: Uint32Array;
  #count = 0;

  constructor(tables: readonly StringColumns[]) {
    const pool = new StringPool();
    this.#numbers = tables.map(table => pool.internAll(table));
    this.#all = pool.finish();
    this.#given = new Uint32Array(this.#all.starts.length);
    this.#used = new Uint32Array(this.#all.starts.length);
  }

  /** How many different strings the tables have. */
  get size(): number {
    return this.#all.starts.length - 1;
  }

  /** For each string of a table what `of` is asked with. */
  numbersOf(table: number): Uint32Array {
    return this.#numbers[table] ?? new Uint32Array();
  }

  /** The number of a string. */
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
