/** Nearly all serials are below this one. */
const COMMON = 100_000;

/** The serials that have some digits in them. To ask for one costs no division for nearly all of them. */
export class SerialsWith {
  readonly #value: number;
  readonly #power: number;
  /** 1 for each of the common serials that has them. */
  readonly #common = new Uint8Array(COMMON);

  /** `digits` may begin with zeros, which stand behind other digits then. */
  constructor(digits: string) {
    this.#value = Number(digits);
    this.#power = 10 ** digits.length;
    const common = this.#common;
    for (let serial = 1; serial < COMMON; serial++)
      common[serial] = this.#endsSo(serial) ? 1 : (common[Math.floor(serial / 10)] ?? 0);
  }

  has(serial: number): boolean {
    if (serial < COMMON) return this.#common[serial] === 1;
    return this.#endsSo(serial) || this.has(Math.floor(serial / 10));
  }

  #endsSo(serial: number): boolean {
    return serial >= this.#power / 10 && serial % this.#power === this.#value;
  }
}
