/** The part of a terminal that a status line needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How long, in milliseconds, a status stays before the next may take its place. */
const PAUSE = 100;

/** Moves to the start of the line and clears it. */
const CLEAR = '\r\x1b[K';

/** One line at the bottom of a terminal that says how far the work is; nothing at all where the stream is no terminal. */
export class StatusLine {
  readonly #terminal: Terminal;
  readonly #now: () => number;
  #shownAt: number | null = null;

  /** `now` gives milliseconds. */
  constructor(terminal: Terminal, now: () => number = () => performance.now()) {
    this.#terminal = terminal;
    this.#now = now;
  }

  /** Shows `text` in place of what is shown, unless that is too new. */
  show(text: string): void {
    if (!this.#terminal.isTTY) return;
    const now = this.#now();
    if (this.#shownAt !== null && now - this.#shownAt < PAUSE) return;
    this.#terminal.write(CLEAR + text);
    this.#shownAt = now;
  }

  /** Leaves the line empty. */
  clear(): void {
    if (this.#shownAt !== null) this.#terminal.write(CLEAR);
    this.#shownAt = null;
  }
}
