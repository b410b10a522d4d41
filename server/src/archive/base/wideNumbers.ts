import type { Growing } from './growing';

/** Numbers below this take one value of a column, others two. */
export const NARROW = 0xc000;

/** Writes a whole number from 0 to 2³⁰ - 1 into a column of 16 bits: as it is, or high part first. */
export function pushNumber(column: Growing<Uint16Array>, value: number): void {
  if (value < NARROW) {
    column.push(value);
  } else {
    column.push(NARROW | (value >>> 16));
    column.push(value & 0xffff);
  }
}

/** Reads numbers one after the other. */
export class NumberReader {
  readonly #column: Uint16Array;
  /** Where the next number starts. */
  at = 0;

  constructor(column: Uint16Array) {
    this.#column = column;
  }

  next(): number {
    const value = this.#column[this.at++] ?? 0;
    return value < NARROW ? value : ((value - NARROW) << 16) | (this.#column[this.at++] ?? 0);
  }
}
