import type { Span } from './span';

const CR = 13;
const LF = 10;

/** A place in a text: 0-based line, 0-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Where the lines of a text start. A line ends at LF, CR LF or a lone CR, as in the Language Server Protocol;
 * a text that ends with a line break has an empty last line, and the empty text has one line.
 */
export class LineTable {
  readonly #text: string;
  readonly #starts: ArrayLike<number>;

  /** The number of lines, at least 1. */
  readonly count: number;

  constructor(text: string) {
    this.#text = text;
    [this.#starts, this.count] = text.length <= LARGE ? smallStarts(text) : largeStarts(text);
  }

  /** The offset at which 0-based `line` starts; the length of the text for a line past the last. */
  start(line: number): number {
    return line < this.count ? (this.#starts[line] ?? 0) : this.#text.length;
  }

  /** The offset after the last character of 0-based `line`, its line break left out. */
  end(line: number): number {
    let end = this.start(line + 1);
    const start = this.start(line);
    if (end > start && this.#text.charCodeAt(end - 1) === LF) end--;
    if (end > start && this.#text.charCodeAt(end - 1) === CR) end--;
    return end;
  }

  /** The span of 0-based `line` without its line break. */
  span(line: number): Span {
    return { start: this.start(line), end: this.end(line) };
  }

  /** The line break behind 0-based `line`; after the last line that of the line before it; LF in a text of one line. */
  breakAt(line: number): string {
    const broken = line < this.count - 1 ? line : this.count - 2;
    return broken < 0 ? '\n' : this.#text.slice(this.end(broken), this.start(broken + 1));
  }

  /** The 0-based line that holds `offset`; offsets outside the text give the first or the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The position of `offset`, which is first moved into the text. */
  positionAt(offset: number): Position {
    const inside = Math.min(Math.max(0, offset), this.#text.length);
    const line = this.lineAt(inside);
    return { line, character: inside - this.start(line) };
  }

  /** The offset of a position; a column past the end of its line gives the end of that line. */
  offsetAt(position: Position): number {
    return Math.min(this.start(position.line) + Math.max(0, position.character), this.end(position.line));
  }
}

/** Texts up to this length have their line starts in a plain array, which is made faster; longer ones in a typed array, which is smaller. */
const LARGE = 1 << 20;

/** A list that begins with the starts of the lines, and how many those are. */
type Starts = readonly [list: ArrayLike<number>, count: number];

function smallStarts(text: string): Starts {
  // Room for the lines of most texts spares the copies of a list that grows.
  const starts = new Array<number>((text.length >> 5) + 1);
  starts[0] = 0;
  let count = 1;
  if (text.includes('\r')) {
    const breaks = new LineBreaks(text);
    for (let i = breaks.nextStart(); i >= 0; i = breaks.nextStart()) starts[count++] = i;
  } else for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts[count++] = i + 1;
  return [starts, count];
}

function largeStarts(text: string): Starts {
  let starts = new Uint32Array(text.length >> 5);
  let count = 1;
  const breaks = new LineBreaks(text);
  for (let i = breaks.nextStart(); i >= 0; i = breaks.nextStart()) {
    if (count === starts.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = i;
  }
  return [starts, count];
}

/** Walks the line breaks of a text. The next CR and the next LF are each searched once, so any mix of line ends takes linear time. */
class LineBreaks {
  readonly #text: string;
  #cr: number;
  #lf: number;

  constructor(text: string) {
    this.#text = text;
    this.#cr = text.indexOf('\r');
    this.#lf = text.indexOf('\n');
  }

  /** The offset after the next line break; -1 where there is none. */
  nextStart(): number {
    const cr = this.#cr;
    const lf = this.#lf;
    if (cr >= 0 && (lf < 0 || cr < lf)) {
      this.#cr = this.#text.indexOf('\r', cr + 1);
      if (lf !== cr + 1) return cr + 1;
    }
    if (lf >= 0) this.#lf = this.#text.indexOf('\n', lf + 1);
    return lf < 0 ? -1 : lf + 1;
  }
}
