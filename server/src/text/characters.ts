/** Questions about UTF-16 code units, for code that looks at every line of an archive. */

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter of the alphabet without accents, in either case. */
export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** What `\s` in a pattern means. */
export function isWhite(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code >= 160 && /\s/.test(String.fromCharCode(code));
}
