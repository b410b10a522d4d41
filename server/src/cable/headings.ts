import type { Span } from '../text/span';

/** A heading is no longer than this, over all its lines. */
const LONGEST = 240;
const LONGEST_LINE = 110;
const MOST_LINES = 3;

const HEADING_MARK = /^(#{1,6})\s{0,4}(?=\S)/;

/** The length of a Markdown heading mark with its blanks at the start of a line, `#### `; 0 where there is none. */
export function headingMarkLength(line: string): number {
  return line.startsWith('#') ? (HEADING_MARK.exec(line)?.[0].length ?? 0) : 0;
}

/** Whether the lines between rules, or above one, can be a heading: few and short. */
export function canBeRuledHeading(lines: readonly string[]): boolean {
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  return lines.length <= MOST_LINES && length <= LONGEST && lines.every(line => line.length <= LONGEST_LINE);
}

/**
 * Whether one or two lines that stand alone before a paragraph are a heading although no rule says so: short, without a final
 * stop, in capitals or with most of their longer words in title case.
 */
export function looksLikeHeading(lines: readonly string[]): boolean {
  const text = lines.join(' ');
  if (lines.length > 2 || text.length > LONGEST_LINE || /[.,;]$/.test(text)) return false;
  if (!/^["'“‘(]?[A-Z0-9]/.test(text) || /^\(?XXX/.test(text)) return false;
  const words = text.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [];
  if (words.length === 0) return false;
  const long = words.filter(word => word.length > 3);
  const capital = long.filter(word => /^[A-Z]/.test(word));
  return (
    long.length === 0 || capital.length * 3 >= long.length * 2 || text.endsWith(':') || text.endsWith('?')
  );
}

/** Whether a text that a heading could follow has come to an end: a full stop or another terminator, quotes behind it allowed. */
export function endsSentence(text: string): boolean {
  return /[.!?:)\]]["'”’)]{0,2}$/.test(text.slice(-12).trimEnd());
}

/** The offsets of the words of a heading line: heading mark and blanks left out. */
export function headingTitle(line: string, start: number): Span {
  return { start: start + headingMarkLength(line), end: start + line.length };
}
