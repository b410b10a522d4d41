import { isCapital, isSmall } from '../text/characters';

/** So much of a text tells whether it is in lower case altogether. */
const REACH = 2000;
/** A few capitals may be an artefact; fewer small letters tell nothing. */
const MOST_CAPITALS = 2;
const LEAST_SMALL = 40;

/** The ends of lines in text that was scraped from HTML. */
const BREAK_TAGS = /<\/?br ?\/?>/gi;

/**
 * A text as telegrams are printed, character by character and of the same length: tabs and no-break spaces are blanks, for each is the same
 * separator (cable-format 2), and so are the `<br>` of HTML, which are no part of any value.
 */
export function withPlainBlanks(text: string): string {
  const plain = text.includes('\t') || text.includes('\u00a0') ? text.replace(/[\t\u00a0]/g, ' ') : text;
  return plain.includes('<') ? plain.replace(BREAK_TAGS, tag => ' '.repeat(tag.length)) : plain;
}

/** A copy that is in lower case altogether, as data sets are, in capitals as it was sent; any other text as it is. */
export function inCapitals(text: string): string {
  return isInLowerCase(text) ? text.replace(/[a-z]+/g, letters => letters.toUpperCase()) : text;
}

function isInLowerCase(text: string): boolean {
  let capitals = 0;
  let small = 0;
  for (let i = 0; i < text.length && i < REACH; i++) {
    const code = text.charCodeAt(i);
    if (isSmall(code)) small++;
    else if (isCapital(code) && ++capitals > MOST_CAPITALS) return false;
  }
  return small >= LEAST_SMALL;
}
