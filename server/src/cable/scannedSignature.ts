import { isBanner } from './banner';
import { isUnfinished } from './continuation';
import { endsSentence } from './headings';
import { isFiller, isRule } from './lines';
import { aloneIn, type FoundSignature, gluedIn } from './signature';
import type { TrimmedLines } from './trimmedLines';

/** How many lines with text are looked at from the end: a scanner makes many of the specks on a page. */
const REACH = 160;
/** How far above the end the form stands on which a reviewer wrote, and how many lines it has. */
const FORM_LINES = 24;

/** `DEPARTMENT OF STATE A/CDC/MR` at the head of that form, as scanners read it. */
const FORM = /^D\S{4,11}\s[O0]\S\s\S{0,2}TA/i;
/** The printed end of a message, whatever a pen has put behind it. */
const END_MARK = /^N{2,5}(?!\S)/;
/** What a page says of its declassification below the text. */
const ORDER = /^DECL(?:ASSIFY ON)?:.{0,30}$/i;
/** The beginning of a banner whose end is not readable. */
const TORN_BANNER = /^(?:UNCL|CONF ?ID|CONE ?ID|SECRE|LIMITED OFF)\S{0,10}(?:\s\S{1,8})?$/i;
const PAGE = /^(?:TEXT OF TELEGR|PA[GC]E\s)/i;

/** The name that ends a text on paper as a scanner read it: letters, torn or with another character among them. */
const DAMAGED = /(?:^|[.!?:)]\s{1,4})([A-Z][A-Z0-9l|&'’-]{2,14}(?:\s[A-Z0-9l|&'’-]{2,14})?)$/;
/** Two letters that scanners make of one. */
const TORN_LETTERS: readonly (readonly [string, string])[] = [
  ['IJ', 'U'],
  ['LI', 'U'],
  ['II', 'U'],
  ['RN', 'M'],
  ['VV', 'W'],
];
/** Names shorter than this say too little to be told from others. */
const LEAST = 4;
/** No word is counted further than this. */
const MOST = 5;

/**
 * The signature of released paper, of which the scanner left specks below the text and often a second reading of the same page.
 * A name that the last reading has damaged is given as the other has it, and null where nothing proves it; its span is that of
 * the last.
 */
export function findScannedSignature(
  source: TrimmedLines,
  from: number,
  to = source.count,
): FoundSignature | null {
  const last = lastLine(source, from, to);
  if (last === null) return null;
  const printed = withoutSpecks(source.content(last));
  const found = nameAt(source, last);
  const damaged = DAMAGED.exec(printed)?.[1];
  const name = found?.value ?? damaged;
  if (name === undefined) return null;
  const other = otherReading(source, from, last, name);
  if (found) {
    if (other === null) return /[0-9&]/.test(found.value) ? null : found;
    const better = betterOf(found.value, other, source.text);
    return better === null ? null : { ...found, value: better };
  }
  if (other === null) return null;
  const end = source.span(last).start + printed.length;
  return { value: other, start: end - name.length, end, line: last, glued: printed.length > name.length };
}

/** The last line that belongs to the text; null where none is near the end. */
function lastLine(source: TrimmedLines, from: number, to: number): number | null {
  let line = source.previousFilled(aboveForm(source, from, to) - 1);
  for (let seen = 0; line > from && seen < REACH; seen++) {
    if (!isBelowText(source.content(line))) return line;
    line = source.previousFilled(line - 1);
  }
  return null;
}

/** The line of the reviewer's form, where one ends the last page; `to` where there is none. */
function aboveForm(source: TrimmedLines, from: number, to: number): number {
  let above = to;
  let line = source.previousFilled(to - 1);
  for (let filled = 0, seen = 0; line > from && seen < REACH && filled < FORM_LINES; seen++) {
    const content = source.content(line);
    if (PAGE.test(content)) break;
    if (FORM.test(content)) above = line;
    if (!isBelowText(content)) filled++;
    line = source.previousFilled(line - 1);
  }
  return above;
}

function isBelowText(content: string): boolean {
  return (
    isNoise(content) ||
    END_MARK.test(content) ||
    TORN_BANNER.test(content) ||
    isBanner(content, true) ||
    ORDER.test(content) ||
    isRule(content) ||
    isFiller(content)
  );
}

/** Whether a line is what a scanner makes of specks and pen strokes: nowhere three capitals in a row, S apart. */
function isNoise(line: string): boolean {
  const letters = withoutSpecks(line);
  return (
    line.length <= 60 &&
    !/[A-Z]{3}|^[A-Z]{2}$|^[A-Z][A-Z0-9]{4,}$/.test(letters) &&
    !/[A-Z][A-Z ]{0,4}\d{4}/.test(line)
  );
}

const SPECK = /^(?:[S5s0-9.,:;•*'’"°-]{1,12}|[^A-Za-z0-9]{1,12})$/;

/** A line without the specks at its end. */
function withoutSpecks(line: string): string {
  const words = line.split(' ');
  while (words.length > 0 && SPECK.test(words[words.length - 1] ?? '')) words.pop();
  return words.join(' ');
}

/** The name of a signature alone on a line or at its end; null where the line holds none. */
function nameAt(source: TrimmedLines, line: number): FoundSignature | null {
  const { start } = source.span(line);
  const printed = withoutSpecks(source.content(line));
  const found =
    (endsAbove(source, line, printed.endsWith('.')) ? aloneIn(printed, start, line) : null) ??
    gluedIn(source.text, start, start + printed.length, line);
  return found && found.value === found.value.toUpperCase() ? found : null;
}

/** Whether the text above a line has ended, or a page has. A `sentence` may go on from a line that was broken off. */
function endsAbove(source: TrimmedLines, line: number, sentence: boolean): boolean {
  const above = source.previousFilled(line - 1);
  if (above < line - 1 || isNoise(source.content(above))) return true;
  if (endsSentence(source.content(above).slice(-12))) return true;
  return !sentence && !isUnfinished(source.content(above)) && isBrokenOff(source, above, line);
}

/** Of so many lines the longest shows how wide the page is. */
const PAGE_LINES = 12;
/** So much more room than the next line needs shows that a line was broken off on purpose. */
const ROOM = 20;

/** Whether the line `above` ends where the words of `line` had room on it, as the last item of a list does. */
function isBrokenOff(source: TrimmedLines, above: number, line: number): boolean {
  let width = 0;
  let at = above;
  for (let seen = 0; at >= 0 && seen < PAGE_LINES; seen++, at = source.previousFilled(at - 1))
    width = Math.max(width, Math.min(source.content(at).length, 76));
  return source.content(above).length + source.content(line).length + ROOM <= width;
}

/** The one name further up that ends a page too and is what a scanner may read as `name`; null where there is none, or two. */
function otherReading(source: TrimmedLines, from: number, last: number, name: string): string | null {
  const found = new Set<string>();
  const letters = lettersOf(name);
  if (letters.length < LEAST) return null;
  let below = source.nextFilled(from + 1);
  for (let line = source.nextFilled(from); line < last; line = below) {
    below = source.nextFilled(line + 1);
    const printed = withoutSpecks(source.content(line));
    if (!DAMAGED.test(printed) || !(below > line + 1 || isBelowText(source.content(below)))) continue;
    const other = nameAt(source, line);
    if (other && isNear(lettersOf(other.value), letters)) found.add(other.value);
  }
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}

function lettersOf(name: string): string {
  return name.replace(/[^A-Z0-9]+/g, '');
}

/** Whether two readings of a name differ in no more than a third of its letters, and in two at most. */
function isNear(a: string, b: string): boolean {
  const most = Math.min(2, Math.floor(Math.max(a.length, b.length) / 3));
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= most;
}

/** Which of two readings is right: the one that the text has elsewhere too, or that has not been torn or misread; null where none is known to be. */
function betterOf(a: string, b: string, text: string): string | null {
  if (a === b) return a;
  const words = (name: string) => name.split(' ').length;
  if (words(a) !== words(b)) return words(a) < words(b) ? a : b;
  const difference = occurrences(text, a) - occurrences(text, b);
  if (difference !== 0) return difference > 0 ? a : b;
  const joined = (name: string) => TORN_LETTERS.map(([torn, whole]) => name.replace(torn, whole));
  if (joined(a).includes(b)) return b;
  if (joined(b).includes(a)) return a;
  return likelierOf(a, b);
}

/** How often a word stands in a text, counted to a few. */
function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < MOST; at = text.indexOf(word, at + word.length))
    if (!/[A-Z]/.test(text.charAt(at - 1) + text.charAt(at + word.length))) count++;
  return count;
}

/** Which of two readings that differ by D and O alone is likelier: O between consonants, D behind two vowels. */
function likelierOf(a: string, b: string): string | null {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  const letters = [a[at], b[at]].sort().join('');
  if (a.length !== b.length || letters !== 'DO' || a.slice(at + 1) !== b.slice(at + 1)) return null;
  const wanted = /[^AEIOU]_[^AEIOU]/.test(`${a.charAt(at - 1)}_${a.charAt(at + 1)}`)
    ? 'O'
    : /[AEIOU]{2}$/.test(a.slice(0, at))
      ? 'D'
      : null;
  if (wanted === null) return null;
  return a[at] === wanted ? a : b;
}
