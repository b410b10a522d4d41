import type { Span } from '../text/span';

/** A portion mark with the parentheses round it, as far as they are there. */
export function withParentheses(text: string, marking: Span): Span {
  const start = '(['.includes(text.charAt(marking.start - 1) || ' ') ? marking.start - 1 : marking.start;
  const end = ')]'.includes(text.charAt(marking.end) || ' ') ? marking.end + 1 : marking.end;
  return { start, end };
}
