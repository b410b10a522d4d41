import type { Cable } from '../../server/src/cable/model';
import type { CheckContext } from '../../server/src/checks';
import type { Span } from '../../server/src/text/span';
import type { Random } from './random';

/** One way to break a sound cable so that one check must speak, and nothing else need. Pure; all chance comes from `random`. */
export interface Mutation {
  /** The check that must find it. */
  readonly code: string;
  /** What it does to the cable, in a few words. */
  readonly name: string;
  /** The broken text, or null for a cable that has nothing to break in this way. */
  apply(text: string, cable: Cable, random: Random): string | null;
  /** What lies around the broken text, for checks that look there. */
  readonly around?: (cable: Cable) => Partial<CheckContext>;
}

/** `text` with other characters in the place of `span`. */
export function put(text: string, { start, end }: Span, newText: string): string {
  return text.slice(0, start) + newText + text.slice(end);
}

/** `text` without the lines that `span` touches. */
export function withoutLines(text: string, { lines }: Cable, span: Span): string {
  const first = lines.lineAt(span.start);
  const last = lines.lineAt(Math.max(span.start, span.end - 1));
  return put(text, { start: lines.start(first), end: lines.start(last + 1) }, '');
}

/** `printed` with one digit changed, the one at `at`, or any. */
export function otherDigit(printed: string, random: Random, at = random.int(0, printed.length - 1)): string {
  const digit = (Number(printed[at]) + random.int(1, 9)) % 10;
  return printed.slice(0, at) + digit + printed.slice(at + 1);
}

/** `printed` as a typist gets it wrong by one letter: changed, lost, given twice, or swapped with the next. */
export function misspelt(printed: string, random: Random, from = 0): string {
  const at = random.int(from, printed.length - 2);
  const [letter = '', next = ''] = printed.slice(at);
  const rest = printed.slice(at + 2);
  const wrong = random.pick([next, letter + letter + next, next + letter]) ?? '';
  return random.int(0, 1) === 0 ? otherLetter(printed, random, from) : printed.slice(0, at) + wrong + rest;
}

/** `printed` with one letter changed for another, from the place `from` on. */
function otherLetter(printed: string, random: Random, from = 0): string {
  const at = random.int(from, printed.length - 1);
  const letter = String.fromCharCode(65 + ((printed.charCodeAt(at) - 65 + random.int(1, 25)) % 26));
  return printed.slice(0, at) + letter + printed.slice(at + 1);
}
