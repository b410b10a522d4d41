import { tagOf } from '../reference/tags';
import type { FoundKeyword } from './lines';

/** Keywords of the preamble that only what stands around them shows to be such. */

const NEAR_TAGS = /^([A-Z0-9]{3,5})(?:\s{0,2}[:;.]\s{0,4}|\s{1,4})(?=\S)/i;

/**
 * TAGS with one letter changed, lost or added, or two swapped, before nothing but known codes, one of a subject at least: `TABS: PREL, BA`.
 * Null for another line.
 */
export function damagedTags(line: string): FoundKeyword | null {
  const match = NEAR_TAGS.exec(line);
  if (!match || line.length > 200 || !isOneLetterFrom((match[1] ?? '').toUpperCase(), 'TAGS')) return null;
  const codes = line
    .slice(match[0].length)
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(word => word !== '');
  if (!codes.every(code => tagOf(code)) || !codes.some(code => code.length === 4)) return null;
  return { keyword: 'tags', start: 0, end: match[0].length };
}

/** Whether a word is another with one letter changed, left out or put in, or two neighbours swapped. */
function isOneLetterFrom(word: string, other: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same++;
  const rests = [
    [word.slice(same + 1), other.slice(same + 1)],
    [word.slice(same), other.slice(same + 1)],
    [word.slice(same + 1), other.slice(same)],
    [swapped(word.slice(same)), other.slice(same)],
  ];
  return word !== other && rests.some(([a, b]) => a === b);
}

/** A word with its first two letters swapped. */
function swapped(word: string): string {
  return word.charAt(1) + word.charAt(0) + word.slice(2);
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
