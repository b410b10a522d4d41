import { beginningsNear, mayBeginWith } from '../text/beginnings';
import { capitalsOf, codeAt, isLetter, isWhite } from '../text/characters';
import type { Classification, ClassLine } from './model';

/** Designations as printed without blanks, the longer of two that begin alike first (5 FAH-2 H-222). */
const DESIGNATIONS: readonly { readonly word: string; readonly classification: Classification }[] = [
  { word: 'UNCLASSIFIED', classification: 'UNCLASSIFIED' },
  { word: 'UNCLAS', classification: 'UNCLASSIFIED' },
  { word: 'CONFIDENTIAL', classification: 'CONFIDENTIAL' },
  { word: 'SECRET', classification: 'SECRET' },
  { word: 'TOPSECRET', classification: 'TOP SECRET' },
  { word: 'LIMITEDOFFICIALUSE', classification: 'LIMITED OFFICIAL USE' },
];

/** The first two letters of a designation, where one before them is stray only if designations begin with it. */
const FIRST_LETTERS = /^(?:[UCSTL]|[A-Z][NOEI]|NC|OP|EC|IM)/;

/** A 1 for each three letters with which a designation may begin, at most one of them doubled, lost, stray or changed. */
const BEGINNINGS = beginningsNear(DESIGNATIONS.map(({ word }) => word)).map((thirds, pair) =>
  FIRST_LETTERS.test(String.fromCharCode(64 | (pair >> 5), 64 | (pair & 31))) ? thirds : 0,
);

/** The designation at the start of a line. */
export interface Designation {
  readonly classification: Classification;
  readonly state: ClassLine['state'];
  /** How many characters of the line it takes. */
  readonly length: number;
}

/** Whether the first letters of a line can be those of a designation. A quick look that spares nearly all lines the closer one. */
export function mayBeginDesignation(line: string): boolean {
  return hasFirstLetters(line) && !isAddress(line);
}

/** Whether the first three letters of a line, blanks between them left out, can be those of a designation. */
function hasFirstLetters(line: string): boolean {
  const a = nextLetter(line, 0);
  const b = a < 0 ? -1 : nextLetter(line, a + 1);
  const c = b < 0 ? -1 : nextLetter(line, b + 1);
  if (c < 0) return false;
  return mayBeginDesignationWith(codeAt(line, a), codeAt(line, b), codeAt(line, c));
}

/** Whether these three letters can be the first of a designation. */
export function mayBeginDesignationWith(a: number, b: number, c: number): boolean {
  return mayBeginWith(BEGINNINGS, a, b, c);
}

/** A line of addressees begins with letters too: with `TO`, or with a word before a slash that is no designation. */
function isAddress(line: string): boolean {
  let end = 0;
  while (end < line.length && isLetter(codeAt(line, end))) end++;
  if (end === 2) return /^TO\b/i.test(line);
  return (
    end > 2 &&
    line.startsWith('/', end) &&
    !DESIGNATIONS.some(({ word }) => spelledLength(line, word) === end)
  );
}

/** The offset of the first letter at or behind `from`, over blanks; -1 where something else stands before it. */
function nextLetter(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = codeAt(line, at);
    if (isLetter(code)) return at;
    if (!isWhite(code)) return -1;
  }
  return -1;
}

/**
 * The designation at the start of a line, with any number of blanks between its letters; lower case and one doubled, lost or
 * stray letter are read too, so that `SS E C R E T`, `E C R E T` and `C ONFIDENTIAL` are not lost.
 */
export function readDesignation(line: string): Designation | null {
  if (!mayBeginDesignation(line)) return null;
  for (const { word, classification } of DESIGNATIONS) {
    const length = spelledLength(line, word);
    if (length > 0 && isWordEnd(line, length))
      return { classification, state: hasSmallLetter(line, length) ? 'lower' : 'sound', length };
  }
  const letters = lettersAtStart(line);
  for (const { word, classification } of DESIGNATIONS) {
    const count = lettersOfDamaged(letters, word);
    const length = count > 0 ? lengthOfLetters(line, count) : 0;
    if (length > 0 && isWordEnd(line, length)) return { classification, state: 'damaged', length };
  }
  return null;
}

/** No designation has more letters, and none reaches further with the blanks between them. */
const MOST_LETTERS = 24;
const REACH = 90;

/** How many characters of a line spell `word`, in either case and with any number of blanks between its letters; 0 where they do not. */
export function spelledLength(line: string, word: string): number {
  const end = Math.min(line.length, REACH);
  let at = 0;
  for (let i = 0; i < word.length; i++) {
    while (at < end && isWhite(codeAt(line, at))) at++;
    if (at >= end || (codeAt(line, at) | 32) !== (codeAt(word, i) | 32)) return 0;
    at++;
  }
  return at;
}

/** Whether one of the first `length` characters of a line, letters and blanks, is a small letter. */
function hasSmallLetter(line: string, length: number): boolean {
  for (let i = 0; i < length; i++) {
    const code = codeAt(line, i);
    if (isLetter(code) && code >= SMALL_A) return true;
  }
  return false;
}

/** The letters with which a line begins as capitals, blanks between them left out. */
function lettersAtStart(line: string): string {
  const limit = Math.min(line.length, REACH);
  let letters = '';
  for (let at = 0; at < limit; at++) {
    const start = at;
    while (at < limit && isLetter(codeAt(line, at))) at++;
    letters += line.slice(start, at);
    if (at < limit && !isWhite(codeAt(line, at))) break;
  }
  return capitalsOf(letters.slice(0, MOST_LETTERS));
}

/** How many characters of a line its first letters and the blanks between them take. */
function lengthOfLetters(line: string, letters: number): number {
  let at = 0;
  for (let count = 0; count < letters; at++) if (isLetter(codeAt(line, at))) count++;
  return at;
}

/** A designation ends before a blank, the end of the line, a slash, or `SECTION` glued to it. */
function isWordEnd(line: string, at: number): boolean {
  if (at >= line.length) return true;
  const code = codeAt(line, at);
  if (isWhite(code) || code === SLASH) return true;
  return (code | 32) === SMALL_S && /^SECTION/i.test(line.slice(at, at + 7));
}

const SLASH = 0x2f;
const SMALL_A = 0x61;
const SMALL_S = 0x73;

/** How many letters of `run` are `word` with one letter doubled, lost, stray or changed, or two swapped; 0 where they are not. */
function lettersOfDamaged(run: string, word: string): number {
  let i = 0;
  while (i < word.length && run[i] === word[i]) i++;
  if (i === word.length) return 0;
  // One letter too many, one too few, one wrong.
  if (run.startsWith(word.slice(i), i + 1)) return word.length + 1;
  if (word.length - i > 1 && run.startsWith(word.slice(i + 1), i)) return word.length - 1;
  if (word.length - i > 1 && run.startsWith(word.slice(i + 1), i + 1)) return word.length;
  const isSwapped = i + 1 < word.length && run[i] === word[i + 1] && run[i + 1] === word[i];
  return isSwapped && run.startsWith(word.slice(i + 2), i + 2) ? word.length : 0;
}
