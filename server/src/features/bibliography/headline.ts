import { isAbbreviation, isNameOfPlace, isSmallWord } from '../../reference/titleWords';
import type { Span } from '../../text/span';

/** A title in the case in which a citation prints it. */
export interface Title {
  readonly text: string;
  /** The words whose capitals no style may change: names and abbreviations. In order, without overlaps. */
  readonly fixed: readonly Span[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.&/]*/gu;

/** How the text before a word ends if a title, a subtitle or something quoted begins with the word. */
const BEGINNING = /(?:[:?!—]|--)\s*["“'‘(]?$|(?:^|[\s(])["“‘]$/;

/** Abbreviations that have small letters: titles of persons, months. */
const SHORTENED =
  /^(?:MR|MRS|MS|DR|ST|LT|COL|GEN|AMB|SEN|REP|GOV|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|NO|PT)\.?$/;

/**
 * A subject in headline style (CMOS 17, 8.159; 8.165 has titles in full capitals put in it). What of a subject in capitals is an
 * abbreviation and what a name is told from how `body` writes the word, where that has small letters, otherwise from what the field
 * knows. A word with small letters stays as it is.
 */
export function headline(subject: string, body: string): Title {
  const words = [...subject.matchAll(WORD)];
  const usage = new Usage(body, new Set(words.map(([word]) => lower(stemAndEnd(word)[0]))));
  const fixed: Span[] = [];
  let text = '';
  let at = 0;
  for (const [i, { 0: printed, index }] of words.entries()) {
    const before = subject.slice(Math.max(0, index - 6), index);
    const after = subject[index + printed.length];
    const place = {
      isEdge: i === 0 || i === words.length - 1 || BEGINNING.test(before),
      isAlone: before.endsWith('(') && after === ')',
    };
    const { word, isFixed } = styled(printed, usage, place);
    text += subject.slice(at, index);
    if (isFixed) fixed.push({ start: text.length, end: text.length + word.length });
    text += word;
    at = index + printed.length;
  }
  return { text: text + subject.slice(at), fixed };
}

/** A title as it is printed, none of whose capitals may change. */
export function asPrinted(subject: string): Title {
  return { text: subject, fixed: subject === '' ? [] : [{ start: 0, end: subject.length }] };
}

/** Where in its title a word stands. */
interface WordPlace {
  /** First or last in the title or a subtitle. */
  readonly isEdge: boolean;
  /** Alone in parentheses, as nearly only abbreviations are. */
  readonly isAlone: boolean;
}

function styled(printed: string, usage: Usage, { isEdge, isAlone }: WordPlace) {
  if (printed !== printed.toUpperCase()) return { word: printed, isFixed: /.\p{Lu}/u.test(printed) };
  const [stem, end] = stemAndEnd(printed);
  const small = lower(stem);
  const told = usage.of(small);
  if (!isEdge && isSmallWord(small) && told !== 'abbreviation')
    return { word: lower(printed), isFixed: false };
  const isAbbreviated =
    told === null ? looksAbbreviated(stem) || (isAlone && stem.length <= 8) : told === 'abbreviation';
  if (isAbbreviated) return { word: stem + lower(end), isFixed: true };
  return {
    word: capitalised(stem) + lower(end),
    isFixed: told === 'name' || (told === null && isNameOfPlace(stem)),
  };
}

/** `OMAN'S` → `OMAN` and `'S`; the full stop of a shortened word stays with it. */
function stemAndEnd(word: string): readonly [string, string] {
  const [, stem = word, end = ''] = /^(.+?)(['’]S\.?|[.&/'’]+)$/.exec(word) ?? [];
  return [stem, end];
}

/** Whether the letters of a word in capitals say that it is an abbreviation: `U.S`, `S/CT`, `F16`, `GCC`. */
function looksAbbreviated(word: string): boolean {
  if (SHORTENED.test(word)) return false;
  if (/\p{L}[./&]\p{L}/u.test(word)) return true;
  if (/\p{N}/u.test(word)) return /\p{L}/u.test(word) && !/^\p{N}+(?:ST|ND|RD|TH|S)$/u.test(word);
  return (word.length > 1 && /^[B-DF-HJ-NP-TV-XZ]+$/.test(word)) || isAbbreviation(word);
}

/** A body longer than this is not read to its end. */
const REACH = 200_000;

/** How a text writes words. */
class Usage {
  readonly #words = new Map<string, 'word' | 'name' | 'abbreviation'>();

  /** How `body` writes `words`, which are in small letters. A line in capitals, such as a heading, tells nothing. */
  constructor(body: string, words: ReadonlySet<string>) {
    for (const line of body.slice(0, REACH).split('\n')) {
      if (!/\p{Ll}{2}/u.test(line)) continue;
      for (const { 0: printed, index } of line.matchAll(/[\p{L}\p{N}]+/gu)) {
        const word = lower(printed);
        if (!words.has(word)) continue;
        if (printed === word) this.#words.set(word, 'word');
        else if (this.#words.get(word) === 'word') continue;
        else if (printed !== printed.toUpperCase() || printed.length === 1) {
          // A capital at the beginning of a sentence tells nothing.
          if (/[\p{Ll},;] $/u.test(line.slice(Math.max(0, index - 2), index))) this.#words.set(word, 'name');
        } else if (!this.#words.has(word)) this.#words.set(word, 'abbreviation');
      }
    }
  }

  /** What a word is; null where the text does not tell. */
  of(word: string): 'word' | 'name' | 'abbreviation' | null {
    return this.#words.get(word) ?? null;
  }
}

function lower(word: string): string {
  return word.toLowerCase();
}

function capitalised(word: string): string {
  return word.charAt(0) + lower(word.slice(1));
}
