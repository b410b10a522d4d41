import { LineTable } from '../text/lineTable';
import type { Field, Span } from '../text/span';
import { beginningOf, beginsOtherWord, type LineBeginning, NOTHING } from './lines';

/**
 * No line of a header, and no beginning of a paragraph, is longer than this. Lines are cut here before a pattern looks at
 * them, so that a line of ten megabytes costs no more than any other.
 */
export const LINE_LIMIT = 4096;

const BACKSLASH = 92;

/** A text with more lines than this keeps small tables and no lines; one with fewer keeps what is quick. */
const LARGE = 10_000;

/** What a table says of a line that nobody asked for yet. */
const UNKNOWN = -1;

/**
 * A text seen as lines without the blanks around them and the backslashes with which copies end lines. Lines count from 0; each
 * is looked at when it is first asked for.
 */
export class TrimmedLines {
  readonly text: string;
  readonly lines: LineTable;
  readonly count: number;
  readonly #starts: number[] | Int32Array;
  readonly #ends: number[] | Int32Array;
  /** The lines asked for so far; null where there are too many to keep. */
  readonly #contents: (string | undefined)[] | null;
  /** The beginnings asked for so far. */
  readonly #beginnings: (LineBeginning | undefined)[] = [];

  constructor(text: string, lines = new LineTable(text)) {
    this.text = text;
    this.lines = lines;
    this.count = lines.count;
    const isLarge = lines.count > LARGE;
    this.#starts = isLarge ? new Int32Array(lines.count).fill(UNKNOWN) : new Array<number>(lines.count);
    this.#ends = isLarge ? new Int32Array(lines.count) : new Array<number>(lines.count);
    this.#contents = isLarge ? null : new Array<string | undefined>(lines.count);
  }

  /** The line without blanks at either end and without a byte order mark, cut at `LINE_LIMIT`. */
  content(line: number): string {
    let content = this.#contents?.[line];
    if (content === undefined) {
      const start = this.#trim(line);
      const end = this.#ends[line] ?? 0;
      content = this.text.slice(start, Math.min(end, start + LINE_LIMIT));
      if (this.#contents) this.#contents[line] = content;
    }
    return content;
  }

  /** What the line begins with. Found once for each line, for whoever reads a header asks it several times. */
  beginning(line: number): LineBeginning {
    let beginning = this.#beginnings[line];
    if (!beginning) {
      beginning = beginsOtherWord(this.text, this.#trim(line)) ? NOTHING : beginningOf(this.content(line));
      this.#beginnings[line] = beginning;
    }
    return beginning;
  }

  /** The span of the line without blanks at either end; empty for a blank line. */
  span(line: number): Span {
    return { start: this.#trim(line), end: this.#ends[line] ?? 0 };
  }

  isBlank(line: number): boolean {
    return this.#trim(line) === (this.#ends[line] ?? 0);
  }

  /** The code of the first character of the line behind blanks; that of its break, or 0, where there is none. */
  initial(line: number): number {
    const { text } = this;
    for (let at = this.lines.start(line); at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!isBlank(code)) return code;
    }
    return 0;
  }

  /** Where the line starts behind blanks. Does not look for its end, unlike `span`, so where it is blank it may start at a backslash. */
  start(line: number): number {
    const { text, lines } = this;
    let start = lines.start(line);
    while (isBlank(text.charCodeAt(start))) start++;
    return start;
  }

  /** The same as `start`, with the end of the line in its table. */
  #trim(line: number): number {
    const known = this.#starts[line] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const { text, lines } = this;
    let start = lines.start(line);
    let end = lines.start(line + 1);
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlankAtEnd(text.charCodeAt(end - 1))) end--;
    this.#ends[line] = end;
    this.#starts[line] = start;
    return start;
  }

  /** The first line at or after `line` that is not blank; `count` where there is none. */
  nextFilled(line: number): number {
    let next = line;
    while (next < this.count && this.isBlank(next)) next++;
    return next;
  }

  /** The last line at or before `line` that is not blank; -1 where there is none. */
  previousFilled(line: number): number {
    let previous = line;
    while (previous >= 0 && this.isBlank(previous)) previous--;
    return previous;
  }
}

/** Blank, tab, no-break space, form feed, byte order mark and the like. */
function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || code === 9 || code === 12 || code === 11;
  return code === 160 || code === 0xfeff;
}

/** A line ends with its line break; Markdown copies end one with a backslash to break it there. */
function isBlankAtEnd(code: number): boolean {
  return code === 10 || code === 13 || code === BACKSLASH || isBlank(code);
}

/**
 * The captures 1 to `count` of a match as fields; `base` is the offset of the matched string in the text. Captures stand one behind
 * the other in the match, so each is found behind the one before it: asking the engine for indices costs ten times as much.
 * A capture inside another one cannot be asked for.
 */
export function captures(match: RegExpExecArray, count: number, base: number): (Field<string> | null)[] {
  const fields: (Field<string> | null)[] = [];
  let at = 0;
  for (let group = 1; group <= count; group++) {
    const value = match[group];
    if (value === undefined) fields.push(null);
    else {
      at = match[0].indexOf(value, at);
      const start = base + match.index + at;
      at += value.length;
      fields.push({ value, start, end: start + value.length });
    }
  }
  return fields;
}

/** One of these captures. */
export function capture(match: RegExpExecArray, group: number, base: number): Field<string> | null {
  return captures(match, group, base)[group - 1] ?? null;
}

/** The span up to `end`, blanks before that left out. */
export function cutAt(text: string, span: Span, end: number): Span {
  if (span.end <= end) return span;
  return { start: span.start, end: span.start + text.slice(span.start, end).trimEnd().length };
}
