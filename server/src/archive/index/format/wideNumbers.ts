/** Numbers below this take one value of a 16-bit column; others, up to 2³⁰ - 1, take two, the high part first. */
export const NARROW = 0xc000;

/** Appends a whole number to `values`. */
export function pushNumber(values: number[], value: number): void {
  if (value >= NARROW) values.push(NARROW | (value >>> 16));
  values.push(value < NARROW ? value : value & 0xffff);
}

/** Writes a whole number at index `at` of a column; returns the index after it. */
export function putNumber(column: Uint16Array, at: number, value: number): number {
  if (value < NARROW) {
    column[at] = value;
    return at + 1;
  }
  column[at] = NARROW | (value >>> 16);
  column[at + 1] = value & 0xffff;
  return at + 2;
}

/** The number stored in two values of a column. */
export function wideNumber(high: number, low: number): number {
  return ((high - NARROW) << 16) | low;
}

/** Reads numbers in sequence. */
export class NumberReader {
  readonly #column: Uint16Array;
  /** Where the next number starts. */
  at = 0;

  constructor(column: Uint16Array) {
    this.#column = column;
  }

  next(): number {
    const value = this.#column[this.at++] ?? 0;
    return value < NARROW ? value : wideNumber(value, this.#column[this.at++] ?? 0);
  }
}
