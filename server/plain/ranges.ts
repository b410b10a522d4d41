import { lineAt, lineEnd, lineStart } from './landmarks';

/** Writes a span of the text as the `index`th range of a column: line and column of its start, line and column of its end. */
export function putRange(column: usize, index: usize, start: i32, end: i32): void {
  putRangeFrom(lineAt(start), column, index, start, end);
}

/** The same where is known on which line it starts. */
export function putRangeFrom(first: i32, column: usize, index: usize, start: i32, end: i32): void {
  const at = column + (index << 4);
  const last = end <= lineEnd(first) ? first : lineAt(end);
  store<i32>(at, first);
  store<i32>(at, start - lineStart(first), 4);
  store<i32>(at, last, 8);
  store<i32>(at, end - lineStart(last), 12);
}
