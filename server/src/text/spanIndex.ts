import { overlaps, type Span } from './span';

/**
 * Spans by their place. Finds those that overlap a stretch of the text without looking at all of them: in logarithmic time where
 * spans do not hold one another.
 */
export class SpanIndex<T extends Span> {
  readonly #spans: readonly T[];
  /** For each span, the furthest end of it and of those before it. */
  readonly #reach: readonly number[];

  /** `spans` in any order; those that start at the same offset keep theirs. */
  constructor(spans: readonly T[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start);
    let reach = 0;
    this.#reach = this.#spans.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    });
  }

  /** The spans that have a character in common with `span`, by their start. */
  overlapping(span: Span): readonly T[] {
    const found: T[] = [];
    for (let i = this.#firstBehind(span.start); i < this.#spans.length; i++) {
      const one = this.#spans[i];
      if (!one || one.start >= span.end) break;
      if (overlaps(one, span)) found.push(one);
    }
    return found;
  }

  /** The index of the first span that may reach beyond `offset`. */
  #firstBehind(offset: number): number {
    let low = 0;
    let high = this.#reach.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#reach[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
