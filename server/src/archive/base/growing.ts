import type { Column } from './columns';

/** A column that is being written. */
export class Growing<C extends Column> {
  #values: C;
  #length = 0;
  readonly #make: (length: number) => C;

  /** `make` gives an empty column of some length. */
  constructor(make: (length: number) => C, capacity = 256) {
    this.#make = make;
    this.#values = make(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#reserve(1);
    this.#values[this.#length++] = value;
  }

  pushAll(values: ArrayLike<number>): void {
    this.#reserve(values.length);
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }

  /** What was written, in a buffer of its own that has just its length. */
  finish(): C {
    return this.#values.slice(0, this.#length) as C;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#values.length) return;
    const larger = this.#make(Math.max(this.#length + count, this.#values.length * 2));
    larger.set(this.#values.subarray(0, this.#length));
    this.#values = larger;
  }
}

export const growingU8 = (capacity?: number) => new Growing(length => new Uint8Array(length), capacity);
export const growingU16 = (capacity?: number) => new Growing(length => new Uint16Array(length), capacity);
export const growingI32 = (capacity?: number) => new Growing(length => new Int32Array(length), capacity);
export const growingU32 = (capacity?: number) => new Growing(length => new Uint32Array(length), capacity);
export const growingF64 = (capacity?: number) => new Growing(length => new Float64Array(length), capacity);
