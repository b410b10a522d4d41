import type { Cable } from '../../cable/model';
import type { LineTable } from '../../text/lineTable';
import type { Span } from '../../text/span';

/** The line of the caret, as far as what may be written there depends on it. */
export interface CaretLine {
  /** What stands before the caret, at most `REACH` characters. */
  readonly before: string;
  /** What follows it, likewise. */
  readonly after: string;
  readonly offset: number;
}

/** Fields are short; a line of ten megabytes is none. */
const REACH = 300;

export function caretLineAt({ text, lines }: Cable, offset: number): CaretLine {
  return caretLineIn(text, lines, offset);
}

/** The same in any text. */
export function caretLineIn(text: string, lines: LineTable, offset: number): CaretLine {
  const { start, end } = lines.span(lines.lineAt(offset));
  return {
    before: text.slice(Math.max(start, offset - REACH), offset),
    after: text.slice(offset, Math.min(end, offset + REACH)),
    offset,
  };
}

/** What is typed of a word: the end of `before` that `pattern`, which ends with `$`, finds. Empty where it finds nothing. */
export function typed({ before }: CaretLine, pattern: RegExp): string {
  return pattern.exec(before)?.[0] ?? '';
}

/** The span of what is typed, with the rest of the word in which the caret stands. */
export function replacedBy({ after, offset }: CaretLine, typedText: string): Span {
  const rest = /^[A-Za-z0-9]*/.exec(after)?.[0] ?? '';
  return { start: offset - typedText.length, end: offset + rest.length };
}
