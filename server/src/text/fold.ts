/** Combining marks, which an accent may be when it does not come with its letter. */
const MARKS = /\p{M}+/gu;

/** What is not ASCII. */
const WIDE = /[\u0080-\uffff]/g;

const bare = new Map<string, string>();

/** The same text without accents on its letters; as long as it was, so that offsets hold: `É` becomes `E`. */
export function withoutAccents(text: string): string {
  return text.replace(WIDE, bareLetter);
}

/** Upper case without accents, with one blank for each run of other characters than letters and digits. */
export function folded(text: string): string {
  return withoutAccents(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A letter without its accents; the letter itself where it is none of an alphabet with accents. */
function bareLetter(letter: string): string {
  let found = bare.get(letter);
  if (found === undefined) {
    found = letter.normalize('NFD').replace(MARKS, '');
    if (found.length !== 1) found = letter;
    bare.set(letter, found);
  }
  return found;
}
