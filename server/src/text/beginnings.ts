import { codeAt } from './characters';

/**
 * Quick looks at the first three letters of a line. They only tell what a line cannot begin with, and spare nearly all lines the
 * pattern or the comparison that reads it.
 */

/** For each two letters with which a line may begin, a bit for each letter that may be the third: small enough to stay at hand. */
export type Beginnings = Uint32Array;

/** The bits of a letter's code that are the same in either case; those of another character are some letter's too. */
const LETTER = 31;
const ANY_THIRD = -1;

/** Whether a line may begin as `beginnings` say. */
export function mayBegin(beginnings: Beginnings, line: string): boolean {
  return mayBeginAt(beginnings, line, 0);
}

/** The same of what stands at an offset. */
export function mayBeginAt(beginnings: Beginnings, text: string, at: number): boolean {
  const rest = text.length - at;
  if (rest < 2) return false;
  return mayBeginWith(
    beginnings,
    codeAt(text, at),
    codeAt(text, at + 1),
    rest === 2 ? 0 : codeAt(text, at + 2),
  );
}

/** The same of a line whose first three letters are these. */
export function mayBeginWith(beginnings: Beginnings, a: number, b: number, c: number): boolean {
  return (((beginnings[pairOf(a, b)] ?? 0) >>> (c & LETTER)) & 1) === 1;
}

/** With what a line begins that begins with one of `words`, each of two letters or more. */
export function beginningsOf(words: Iterable<string>): Beginnings {
  const beginnings = new Uint32Array((LETTER + 1) ** 2);
  for (const word of words)
    add(
      beginnings,
      word.charCodeAt(0),
      word.charCodeAt(1),
      word.length > 2 ? bitOf(word.charCodeAt(2)) : ANY_THIRD,
    );
  return beginnings;
}

/** The same for words one letter away from one of `words` too: one lost, one added, one changed, or two neighbours swapped. */
export function beginningsNear(words: Iterable<string>): Beginnings {
  const beginnings = new Uint32Array((LETTER + 1) ** 2);
  for (const word of words) {
    const [x, y, z] = [word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2)];
    // A later letter is another or lost, or the first or the second is lost.
    for (const [a, b] of [
      [x, y],
      [y, z],
      [x, z],
    ] as const)
      add(beginnings, a, b, ANY_THIRD);
    add(beginnings, y, x, bitOf(z));
    // The second letter or the first is another, or one is added before it.
    for (let any = 0; any <= LETTER; any++) {
      add(beginnings, x, any, bitOf(y) | bitOf(z));
      add(beginnings, any, y, bitOf(z));
      add(beginnings, any, x, bitOf(y));
    }
  }
  return beginnings;
}

function pairOf(a: number, b: number): number {
  return ((a & LETTER) << 5) | (b & LETTER);
}

function bitOf(letter: number): number {
  return 1 << (letter & LETTER);
}

function add(beginnings: Beginnings, a: number, b: number, thirds: number): void {
  const pair = pairOf(a, b);
  beginnings[pair] = (beginnings[pair] ?? 0) | thirds;
}
