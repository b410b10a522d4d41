import { codeAt, isWhite } from '../text/characters';
import type { Field, Span } from '../text/span';

/**
 * Stretches of a text joined with one blank, as if a field that runs over several lines stood on one. Offsets in `text` are
 * turned back into offsets of the source with `at`.
 */
export class FieldText {
  readonly text: string;
  readonly #parts: readonly Span[];
  readonly #starts: readonly number[];

  constructor(source: string, parts: readonly Span[]) {
    const starts: number[] = [];
    let text = '';
    for (const part of parts) {
      if (text !== '') text += ' ';
      starts.push(text.length);
      text += source.slice(part.start, part.end);
    }
    this.text = text;
    this.#parts = parts;
    this.#starts = starts;
  }

  /** The source offset of the joined text's `index`. */
  at(index: number): number {
    const part = this.#partAt(index);
    const span = this.#parts[part];
    if (!span) return 0;
    return Math.min(span.start + index - (this.#starts[part] ?? 0), span.end);
  }

  /** Whether a part, and so a line, starts at `index`. */
  startsPart(index: number): boolean {
    return this.#starts[this.#partAt(index)] === index;
  }

  /** The number of the part that holds `index`. */
  #partAt(index: number): number {
    let low = 0;
    // Most fields stand on one line, and there is nothing to search.
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The joined text from `start` to `end` as a field, blanks at its ends left out. */
  field(start: number, end: number): Field<string> {
    let [from, to] = [start, Math.max(start, end)];
    while (from < to && isWhite(codeAt(this.text, from))) from++;
    while (to > from && isWhite(codeAt(this.text, to - 1))) to--;
    const first = this.at(from);
    // The end is taken from the last character, so that a field that ends a line does not reach into the next.
    return { value: this.text.slice(from, to), start: first, end: to > from ? this.at(to - 1) + 1 : first };
  }
}
