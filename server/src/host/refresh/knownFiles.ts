import type { Base } from '../../archive/index/format/base';
import { compareText } from '../../archive/order';

/** The files of a base, found by their names and ticked off. */
export class KnownFiles {
  readonly #base: Base;
  readonly #seen: Uint8Array;

  constructor(base: Base) {
    this.#base = base;
    this.#seen = new Uint8Array(base.fileCount);
  }

  /**
   * Ticks off files of one folder, whose relative paths begin with `below` and whose names are in the order of the base. Gives for
   * each name the number of the file, or -1 where the base does not know it.
   */
  tick(below: string, names: readonly string[]): Int32Array {
    const files = new Int32Array(names.length).fill(-1);
    const { first, known } = this.#between(below, names[0] ?? '', names.at(-1) ?? '');
    for (let i = 0, j = 0; i < names.length && j < known.length; ) {
      const order = compareText(names[i] ?? '', known[j] ?? '');
      if (order === 0) {
        files[i] = first + j;
        this.#seen[first + j] = 1;
      }
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    return files;
  }

  /** The paths of the files that were not ticked off. */
  unseen(): string[] {
    const paths: string[] = [];
    for (let file = 0; file < this.#seen.length; file++)
      if (this.#seen[file] === 0) paths.push(this.#base.pathOf(file));
    return paths;
  }

  /** The names that are known in a folder, from `low` to `high`, and the number of the first file. */
  #between(below: string, low: string, high: string): { first: number; known: readonly string[] } {
    const { names } = this.#base;
    const { start, end } = this.#base.filesIn(below.slice(0, -1));
    const first = names.lowerBound(low, start, end);
    const last = names.lowerBound(high, first, end);
    return { first, known: names.range(first, Math.min(last + 1, end)) };
  }
}
