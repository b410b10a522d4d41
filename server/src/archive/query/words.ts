import { folded, withoutAccents } from '../../text/fold';
import type { Span } from '../../text/span';
import type { Value } from './terms';

/** Words that must stand side by side in a text. */
export interface Phrase {
  /** Folded, at least one. */
  readonly words: readonly string[];
}

/** The words of a value; null where it holds neither letters nor digits. */
export function phraseOf({ text }: Pick<Value, 'text'>): Phrase | null {
  const words = folded(text).split(' ');
  return words[0] ? { words } : null;
}

/**
 * Looks for phrases in texts. Words are runs of letters and digits; those of a phrase stand one behind the other with other characters
 * alone between them, and the last may go on: `s-300` is in `S 300PMU`. Case and accents do not matter. Plain data, so that threads can be
 * given the phrases.
 */
export class PhraseFinder {
  readonly #ascii: RegExp;
  readonly #wide: RegExp;

  /** Finds any of `phrases`, at least one. */
  constructor(phrases: readonly Phrase[]) {
    this.#ascii = new RegExp(
      alternatives(phrases, '(?<![A-Za-z0-9])', '[^A-Za-z0-9]+', word => word),
      'gi',
    );
    // An accent may stand behind its letter as a character of its own.
    this.#wide = new RegExp(
      alternatives(phrases, '(?<![\\p{L}\\p{N}]\\p{M}{0,3})', '[^\\p{L}\\p{N}]+', word =>
        [...word].map(letter => `${letter}\\p{M}*`).join(''),
      ),
      'giu',
    );
  }

  /** Whether a text has one of the phrases. `isAscii` spares a text that is known to be ASCII a look at each character. */
  isIn(text: string, isAscii = isPlain(text)): boolean {
    const pattern = isAscii ? this.#ascii : this.#wide;
    pattern.lastIndex = 0;
    return pattern.test(isAscii ? text : withoutAccents(text));
  }

  /** Where the phrases stand in a text, in its order. */
  *placesIn(text: string): Generator<Span> {
    const isAscii = isPlain(text);
    const pattern = isAscii ? this.#ascii : this.#wide;
    for (const match of (isAscii ? text : withoutAccents(text)).matchAll(pattern))
      yield { start: match.index, end: match.index + match[0].length };
  }
}

/** No letters and digits need an escape in a pattern. */
function alternatives(
  phrases: readonly Phrase[],
  before: string,
  between: string,
  letters: (word: string) => string,
): string {
  return before + group(phrases.map(({ words }) => words.map(letters).join(between)));
}

function group(patterns: readonly string[]): string {
  return patterns.length === 1 ? (patterns[0] ?? '') : `(?:${patterns.join('|')})`;
}

function isPlain(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text);
}
