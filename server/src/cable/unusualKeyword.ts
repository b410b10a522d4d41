import { executiveOrder } from '../reference/executiveOrders';
import { oneLetterAway } from '../reference/nearIndex';
import { tagOf } from '../reference/tags';
import { beginningsNear, beginningsOf, mayBegin } from '../text/beginnings';
import { capitalsOf, codeAt, isLetter } from '../text/characters';
import type { FoundKeyword, PreambleKeyword } from './lines';

/** Keywords of the preamble that only what stands around them shows to be such. */

const NEAR_TAGS = /^([A-Z0-9]{3,5})(?:\s{0,2}[:;.]\s{0,4}|\s{1,4})(?=\S)/i;
const FIRST_WORD = /^([A-Z]{2,10})\s{0,3}[:;]\s{0,4}(?=\S)/i;
const FIRST_TWO = /^([A-Z]{8,12})\s{1,3}([A-Z]{1,3})\b\s{0,3}:?/i;
const ORDER = /^([A-Z])\s?[.,]?\s?([A-Z])\s?[.,:]{0,2}\s{0,4}(?=(\d{5})\b)/i;
/** A first item of a list of references: a letter, a year or a station with a number. */
const CITES = /^(?:\(?A\)?[.):]|\(?A\)\s|(?:\d{2}|\d{4})\s?[A-Z]{3}|[A-Z][A-Z .]{2,20}\s\d{1,6}\b)/i;

type Word = PreambleKeyword | 'info';

/** A way to write the word of a field, and the same without blanks and stops. */
interface Form {
  readonly form: string;
  readonly letters: string;
}

const formsOf = (...forms: readonly string[]): readonly Form[] =>
  forms.map(form => ({ form, letters: form.replace(/[ .]/g, '') }));

/** The words that begin a field, the one to write first. */
const FORMS: Readonly<Record<Word, readonly Form[]>> = {
  tags: formsOf('TAGS', 'TAG'),
  subject: formsOf('SUBJECT', 'SUBJ'),
  references: formsOf('REF', 'REFS', 'REFTEL', 'REFTELS', 'REFERENCE', 'REFERENCES'),
  info: formsOf('INFO'),
  authority: formsOf('CLASSIFIED BY'),
  'executive-order': formsOf('E.O.'),
};
/** The fields whose word, with a slip in it and a colon behind it, may be the first of a line. */
const ONE_WORD: readonly PreambleKeyword[] = ['tags', 'subject', 'references'];

/** With what a misspelt keyword may begin. */
const BEGINNINGS = beginningsNear(
  [...ONE_WORD, 'authority' as const].flatMap(word => FORMS[word].map(({ letters }) => letters)),
);

/**
 * Whether a line may begin with a misspelt keyword. It spares nearly all lines the patterns: the first three letters are those of no
 * keyword and are three, so that it cannot be an `E.O.` either.
 */
function mayBeMisspelt(line: string): boolean {
  if (mayBegin(BEGINNINGS, line)) return true;
  return isLetter(codeAt(line, 0)) && !(isLetter(codeAt(line, 1)) && isLetter(codeAt(line, 2)));
}

/**
 * The word of a field that a word is one slip away from: a letter lost, added, doubled or changed, or two swapped. Null for the
 * field's own words and for others. `CLASSIFIED BY`, `E.O.` and `INFO` are compared without blanks and stops.
 */
export function nearKeyword(word: string, keyword: Word): string | null {
  const capitals = capitalsOf(word);
  const printed = /[^A-Z0-9]/.test(capitals) ? capitals.replace(/[^A-Z0-9]+/g, '') : capitals;
  const forms = FORMS[keyword];
  if (forms.some(({ letters }) => letters === printed)) return null;
  return forms.find(({ letters }) => oneLetterAway(letters, printed))?.form ?? null;
}

/**
 * The keyword of a field with one slip in it, before what such a field holds: `TABS: PREL, BA`, `SUJBECT: …`, `RFE: SANAA 12`,
 * `CLASSIFED BT: …`, `E.P. 12958`. `isTaken` tells the fields that are there already. Null for another line.
 */
export function misspeltKeyword(
  line: string,
  isTaken: (keyword: PreambleKeyword) => boolean,
): FoundKeyword | null {
  if (!mayBeMisspelt(line)) return null;
  // Codes alone show what the line is, with or without a colon.
  const tags = isTaken('tags') || line.length > 200 ? null : NEAR_TAGS.exec(line);
  if (tags?.[1] && nearKeyword(tags[1], 'tags') && fits('tags', line.slice(tags[0].length)))
    return { keyword: 'tags', start: 0, end: tags[0].length };
  const word = FIRST_WORD.exec(line);
  if (word?.[1]) {
    const end = word[0].length;
    const rest = line.slice(end, end + 200);
    const keyword = ONE_WORD.find(
      one => !isTaken(one) && nearKeyword(word[1] ?? '', one) !== null && fits(one, rest),
    );
    return keyword ? { keyword, start: 0, end } : null;
  }
  const order = isTaken('executive-order') ? null : ORDER.exec(line);
  if (order && executiveOrder(order[3] ?? '') && nearKeyword(order[0], 'executive-order'))
    return { keyword: 'executive-order', start: 0, end: order[0].length };
  const two = isTaken('authority') ? null : FIRST_TWO.exec(line);
  if (two && nearKeyword(`${two[1]}${two[2]}`, 'authority'))
    return { keyword: 'authority', start: 0, end: two[0].length };
  return null;
}

/** Whether a text is what a field holds. */
function fits(keyword: PreambleKeyword, rest: string): boolean {
  if (keyword === 'subject') return true;
  if (keyword === 'references') return CITES.test(rest);
  const codes = rest
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(word => word !== '');
  return codes.every(code => tagOf(code)) && codes.some(code => code.length === 4);
}

const REF = beginningsOf(['REF']);

/** Whether a line may begin with such a reference; it spares nearly all others a look at the lines beside them. */
export function mayBeLettered(line: string): boolean {
  return mayBegin(REF, line);
}

const LETTERED = /^REF(?:TEL)?S?\s{1,3}\(?([A-Z])\)?\s{1,4}(?=\S)/i;

/** The letter of a reference that has a keyword of its own and no stop behind its letter, `REF B STATE 71344`; null for another line. */
function letterOf(line: string): string | null {
  return LETTERED.exec(line)?.[1]?.toUpperCase() ?? null;
}

/** The keyword of such a reference where the line before or behind it has the next letter; null for another line. */
export function letteredReference(line: string, before: string, behind: string): FoundKeyword | null {
  const letter = letterOf(line)?.charCodeAt(0);
  if (letter === undefined) return null;
  const isBeside =
    letterOf(before)?.charCodeAt(0) === letter - 1 || letterOf(behind)?.charCodeAt(0) === letter + 1;
  return isBeside ? { keyword: 'references', start: 0, end: line.search(/\s/) } : null;
}

const GLUED =
  /(?<=[A-Z0-9])(?:REF(?:S|TELS?)?|Ref(?:s|tels?)?):(?=\s{0,4}(?:\(?A[.):]|(?:\d{2}|\d{4})\s?[A-Z]{3}|[A-Z][A-Z .]{2,20}\d))/g;

/** The keyword of the references that is glued to a subject's last word and stands before a first item: `TARIFFREF: A. SANAA 12`. */
export function gluedReferences(line: string, from: number): FoundKeyword | null {
  if (!line.includes('REF', from) && !line.includes('Ref', from)) return null;
  GLUED.lastIndex = from;
  const match = GLUED.exec(line);
  return match && { keyword: 'references', start: match.index, end: match.index + match[0].length };
}
