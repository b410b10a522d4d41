/** How long, in milliseconds, long work keeps the thread before others get their turn. */
const SLICE = 12;

/** Lets messages, signals and timers have their turn while long work goes on. */
export class Turns {
  #due = performance.now() + SLICE;

  /** To be waited for between one piece of the work and the next: goes on at once, unless others have waited long enough. */
  async give(): Promise<void> {
    if (performance.now() < this.#due) return;
    await new Promise(resolve => setImmediate(resolve));
    this.#due = performance.now() + SLICE;
  }
}
