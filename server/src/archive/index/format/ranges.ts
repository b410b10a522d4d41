import type { Range } from '../../snapshot';

/*
 * A range as three numbers of 16 bits: its line, and where it starts and ends there. The few that extend over several lines, or that lie
 * further down or right than these numbers reach, take four numbers in a column of their own. For such a range stand `WIDE` and its
 * place there, upper half first.
 */

/** In place of a line: the range is a wide one. */
const WIDE = 0xffff;

const WIDTH = 3;
const WIDE_WIDTH = 4;

/** Appends a range to `values`, and to `wide` if it does not fit there. */
export function pushRange(values: number[], wide: number[], { start, end }: Range): void {
  if (start.line === end.line && Math.max(start.line, start.character, end.character) < WIDE) {
    values.push(start.line, start.character, end.character);
    return;
  }
  const place = wide.length / WIDE_WIDTH;
  values.push(WIDE, place >>> 16, place & 0xffff);
  wide.push(start.line, start.character, end.line, end.character);
}

/** The 0-based `index`th range of a column. */
export function rangeAt(column: Uint16Array, wide: Uint32Array, index: number): Range {
  const at = index * WIDTH;
  const line = column[at] ?? 0;
  const first = column[at + 1] ?? 0;
  const second = column[at + 2] ?? 0;
  if (line !== WIDE) return { start: { line, character: first }, end: { line, character: second } };
  const place = WIDE_WIDTH * (first * 0x10000 + second);
  return {
    start: { line: wide[place] ?? 0, character: wide[place + 1] ?? 0 },
    end: { line: wide[place + 2] ?? 0, character: wide[place + 3] ?? 0 },
  };
}

/** A column of ranges that are copied from others, in any order. */
export class RangeColumn {
  readonly #values: Uint16Array;
  /** The wide ones, in the order in which they come. */
  readonly #wide: number[] = [];

  constructor(count: number) {
    this.#values = new Uint16Array(WIDTH * count);
  }

  /** Copies the `index`th range of a column to the `at`th place. */
  copy(from: Uint16Array, wide: Uint32Array, index: number, at: number): void {
    const source = WIDTH * index;
    const to = WIDTH * at;
    const line = from[source] ?? 0;
    const first = from[source + 1] ?? 0;
    const second = from[source + 2] ?? 0;
    this.#values[to] = line;
    this.#values[to + 1] = first;
    this.#values[to + 2] = second;
    if (line === WIDE) this.#place(to, this.#wide, wide, first * 0x10000 + second);
  }

  /** The values; the wide ranges are appended to `wide` in the order of the column. */
  finish(wide: number[]): Uint16Array {
    const values = this.#values;
    if (this.#wide.length === 0) return values;
    for (let at = 0; at < values.length; at += WIDTH)
      if (values[at] === WIDE)
        this.#place(at, wide, this.#wide, (values[at + 1] ?? 0) * 0x10000 + (values[at + 2] ?? 0));
    return values;
  }

  /** Appends a wide range of `from` to `to`, and writes its place there to the values. */
  #place(at: number, to: number[], from: ArrayLike<number>, index: number): void {
    const place = to.length / WIDE_WIDTH;
    this.#values[at + 1] = place >>> 16;
    this.#values[at + 2] = place & 0xffff;
    for (let i = WIDE_WIDTH * index; i < WIDE_WIDTH * (index + 1); i++) to.push(from[i] ?? 0);
  }
}
