import { executiveOrder } from '../reference/executiveOrders';
import { oneLetterAway } from '../reference/nearIndex';
import { tagOf } from '../reference/tags';
import type { FoundKeyword, PreambleKeyword } from './lines';

/** Keywords of the preamble that only what stands around them shows to be such. */

const NEAR_TAGS = /^([A-Z0-9]{3,5})(?:\s{0,2}[:;.]\s{0,4}|\s{1,4})(?=\S)/i;
const FIRST_WORD = /^([A-Z]{2,10})\s{0,3}[:;]\s{0,4}(?=\S)/i;
const FIRST_TWO = /^([A-Z]{8,12})\s{1,3}([A-Z]{1,3})\b\s{0,3}:?/i;
const ORDER = /^([A-Z])\s?[.,]?\s?([A-Z])\s?[.,:]{0,2}\s{0,4}(?=(\d{5})\b)/i;
/** A first item of a list of references: a letter, a year or a station with a number. */
const CITES = /^(?:\(?A\)?[.):]|\(?A\)\s|(?:\d{2}|\d{4})\s?[A-Z]{3}|[A-Z][A-Z .]{2,20}\s\d{1,6}\b)/i;

/** The words that begin a field, the one to write first. */
const FORMS: readonly (readonly [PreambleKeyword, readonly string[]])[] = [
  ['tags', ['TAGS', 'TAG']],
  ['subject', ['SUBJECT', 'SUBJ']],
  ['references', ['REF', 'REFS', 'REFTEL', 'REFTELS', 'REFERENCE', 'REFERENCES']],
];

/**
 * The word of a field that a word is one slip away from: a letter lost, added, doubled or changed, or two swapped. Null for the
 * field's own words and for others. `CLASSIFIED BY`, `E.O.` and `INFO` are compared without blanks and stops.
 */
export function nearKeyword(word: string, keyword: PreambleKeyword | 'info'): string | null {
  const letters = word.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  const forms =
    keyword === 'info'
      ? ['INFO']
      : keyword === 'authority'
        ? ['CLASSIFIED BY']
        : keyword === 'executive-order'
          ? ['E.O.']
          : (FORMS.find(([one]) => one === keyword)?.[1] ?? []);
  const plain = (form: string) => form.replace(/[ .]/g, '');
  if (forms.some(form => plain(form) === letters)) return null;
  return forms.find(form => oneLetterAway(plain(form), letters)) ?? null;
}

/**
 * The keyword of a field with one slip in it, before what such a field holds: `TABS: PREL, BA`, `SUJBECT: …`, `RFE: SANAA 12`,
 * `CLASSIFED BT: …`, `E.P. 12958`. `isTaken` tells the fields that are there already. Null for another line.
 */
export function misspeltKeyword(
  line: string,
  isTaken: (keyword: PreambleKeyword) => boolean,
): FoundKeyword | null {
  // Codes alone show what the line is, with or without a colon.
  const tags = isTaken('tags') || line.length > 200 ? null : NEAR_TAGS.exec(line);
  if (tags?.[1] && nearKeyword(tags[1], 'tags') && fits('tags', line.slice(tags[0].length)))
    return { keyword: 'tags', start: 0, end: tags[0].length };
  const word = FIRST_WORD.exec(line);
  if (word?.[1]) {
    const end = word[0].length;
    const rest = line.slice(end, end + 200);
    const found = FORMS.find(
      ([keyword]) => !isTaken(keyword) && nearKeyword(word[1] ?? '', keyword) !== null && fits(keyword, rest),
    );
    return found ? { keyword: found[0], start: 0, end } : null;
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
