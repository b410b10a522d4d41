/** Nearly all serials are below this one. */
const COMMON = 100_000;

/** What is known of a common serial; 0 where that is nothing yet. */
const NO = 1;
const YES = 2;

/** The serials that have some digits in them. Of the common ones each is divided once, however many cables have it. */
export class SerialsWith {
  readonly #value: number;
  readonly #power: number;
  readonly #common = new Uint8Array(COMMON);

  /** `digits` may begin with zeros, which stand behind other digits then. */
  constructor(digits: string) {
    this.#value = Number(digits);
    this.#power = 10 ** digits.length;
  }

  has(serial: number): boolean {
    if (serial >= COMMON) return this.#find(serial);
    this.#common[serial] ||= this.#find(serial) ? YES : NO;
    return this.#common[serial] === YES;
  }

  #find(serial: number): boolean {
    if (serial < this.#power / 10) return false;
    return serial % this.#power === this.#value || this.has(Math.floor(serial / 10));
  }
}
