/**
 * Questions about UTF-16 code units, for code that looks at every line of an archive. Such code avoids asking for one outside a text: once a
 * call has returned NaN, V8 makes that call more slowly for good.
 */

const { charCodeAt } = String.prototype;

/**
 * The code unit at an offset; NaN outside the text. V8 keeps strings in several forms, and lines come in more than four of them: slices and
 * copies, with one byte for a character or two. It would look their method up again at each call, which costs as much as reading the character.
 */
export function codeAt(text: string, at: number): number {
  return charCodeAt.call(text, at);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A capital letter of the alphabet without accents. */
export function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** A small letter of the alphabet without accents. */
export function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** A letter of the alphabet without accents, in either case. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Whether a text is one word without a sign: nothing but letters of the alphabet. */
export function isPlainWord(text: string): boolean {
  const { length } = text;
  for (let i = 0; i < length; i++) if (!isLetter(codeAt(text, i))) return false;
  return length > 0;
}

/** What `\s` in a pattern means. */
export function isWhite(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code >= 160 && /\s/.test(String.fromCharCode(code));
}

/** The text in capitals. Most words of a header are printed so, and looking costs less than converting them. */
export function capitalsOf(text: string): string {
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const code = codeAt(text, i);
    if (isSmall(code) || code > 127) return text.toUpperCase();
  }
  return text;
}

/** The text with one blank for each run of what `isWhite` says. */
export function withSingleBlanks(text: string): string {
  // Hardly any text has another run than single blanks, and looking costs less than replacing.
  return OTHER_BLANKS.test(text) ? text.replace(/\s{2,}|[^\S ]/g, ' ') : text;
}

/** A run of white space that is no single blank. */
const OTHER_BLANKS = /[^\S ]| {2}/;
