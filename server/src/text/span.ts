/** A stretch of a text: UTF-16 offsets, `end` exclusive, `0 ≤ start ≤ end ≤ text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the span it was read from. */
export interface Field<T> extends Span {
  readonly value: T;
}

/** The characters of `text` that `span` covers. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether `offset` lies in `span`, both ends included, so that a caret just after a word still counts. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `outer` covers all of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans have a character in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
