import { type Span, textOf } from '../../text/span';

/** No readable line of a header that is one line long is longer. */
const LONGEST = 200;

/**
 * The first word of a line that is not as `patterns` want it, one for each word; the whole line where it ends too early. Where
 * each word is right by itself, it is the blanks or what follows that cannot be read: then the words behind the last pattern.
 */
export function unreadableWord(text: string, line: Span, patterns: readonly RegExp[]): Span {
  const words = [...textOf(text, line).slice(0, LONGEST).matchAll(/\S+/g)];
  for (const [i, word] of words.entries()) {
    if (patterns[i]?.test(word[0])) continue;
    const start = line.start + word.index;
    return { start, end: patterns[i] ? start + word[0].length : line.end };
  }
  return line;
}
