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
  readonly #starts: readonly number[];

  /** The number of lines, at least 1. */
  readonly count: number;

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    const nextBreak = text.includes('\r') ? nextCrOrLf : nextLf;
    for (let i = nextBreak(text, 0); i < text.length; i = nextBreak(text, i)) {
      i += text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF ? 2 : 1;
      starts.push(i);
    }
    this.#starts = starts;
    this.count = starts.length;
  }

  /** The offset at which 0-based `line` starts; the length of the text for a line past the last. */
  start(line: number): number {
    return line < this.count ? (this.#starts[Math.max(0, line)] ?? 0) : this.#text.length;
  }

  /** The offset behind the last character of 0-based `line`, its line break left out. */
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

/** The offset of the first LF at or after `from`, or the length of the text. */
function nextLf(text: string, from: number): number {
  const lf = text.indexOf('\n', from);
  return lf < 0 ? text.length : lf;
}

/** The offset of the first CR or LF at or after `from`, or the length of the text. */
function nextCrOrLf(text: string, from: number): number {
  const stop = nextLf(text, from);
  // A search for CR is cut at the LF found, so that a text without CR is not searched to its end for each line.
  for (let i = from; i < stop; i++) if (text.charCodeAt(i) === CR) return i;
  return stop;
}
