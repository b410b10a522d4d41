/**
 * Quick looks at the first three letters of a line. They only tell what a line cannot begin with, and spare nearly all lines the
 * pattern or the comparison that reads it.
 */

/** A 1 for each three letters, numbered by `threeLetters`. */
export type Beginnings = Uint8Array;

const LETTER = 31;

/** Three characters as one number, below 2^15: the same for a letter in either case, and for other characters that of some letter. */
function threeLetters(a: number, b: number, c: number): number {
  return ((a & LETTER) << 10) | ((b & LETTER) << 5) | (c & LETTER);
}

/** Whether a line may begin as `beginnings` say. */
export function mayBegin(beginnings: Beginnings, line: string): boolean {
  return mayBeginWith(beginnings, line.charCodeAt(0), line.charCodeAt(1), line.charCodeAt(2));
}

/** The same of what stands at an offset. */
export function mayBeginAt(beginnings: Beginnings, text: string, at: number): boolean {
  return mayBeginWith(beginnings, text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
}

/** The same of a line whose first three letters are these. */
export function mayBeginWith(beginnings: Beginnings, a: number, b: number, c: number): boolean {
  return beginnings[threeLetters(a, b, c)] === 1;
}

/** With what a line begins that begins with one of `words`, each of two letters or more. */
export function beginningsOf(words: Iterable<string>): Beginnings {
  const beginnings = new Uint8Array(1 << 15);
  for (const word of words)
    for (let any = 0; any <= LETTER; any++) {
      const third = word.length > 2 ? word.charCodeAt(2) : any;
      beginnings[threeLetters(word.charCodeAt(0), word.charCodeAt(1), third)] = 1;
    }
  return beginnings;
}

/** The same for words one letter away from one of `words` too: one lost, one added, one changed, or two neighbours swapped. */
export function beginningsNear(words: Iterable<string>): Beginnings {
  const beginnings = new Uint8Array(1 << 15);
  for (const word of words) {
    const [x, y, z] = [word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2)];
    for (let any = 0; any <= LETTER; any++) {
      const added = [threeLetters(any, x, y), threeLetters(x, any, y)];
      const changed = [threeLetters(any, y, z), threeLetters(x, any, z), threeLetters(x, y, any)];
      const lost = [threeLetters(y, z, any), threeLetters(x, z, any)];
      for (const letters of [...added, ...changed, ...lost, threeLetters(y, x, z)]) beginnings[letters] = 1;
    }
  }
  return beginnings;
}
