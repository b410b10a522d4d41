import { isKnownPost, type StationEnding, stationEndings } from '../reference/stations';
import { isDigit, isLetter, isWhite, withSingleBlanks } from '../text/characters';
import type { Span } from '../text/span';
import { type CitingTelegram, findCableNumbers } from './citation';
import { splitMrn } from './identity';
import type { Mention, Reference } from './model';

/** `septel`, `reftel`, `ref A`, `refs B and C`, `refs A-C`, `reftel B`. */
const WORD =
  /\b(?:(septels?)|(reftels?|refs?))(?:(?:\s{1,3}|\s{0,2}\()((?:[A-Z]|\([A-Za-z]\))(?:\s{0,2}(?:,|and|&|-|\/|through|thru|,\s?and)\s{0,2}(?:[A-Z]|\([A-Za-z]\)))*)(?![\w'’]))?(?![\w-])/iy;
const WORD_BEGINNING = /\b(?:ref|sep)/gi;
const LETTER = /(?<![A-Za-z])[A-Za-z](?![A-Za-z])/g;
const NUMBER = /\d{2,7}/g;
/** How far before its serial a station's name and year can begin. */
const REACH = 48;
/** No word of a station's name is longer. */
const LONGEST_WORD = 20;

/**
 * The cables named in the running text between `body.start` and `body.end`: by reference letter, by `reftel`, by number
 * (cable-format 3.12 and 10.6). `references` is the REF list that letters refer to.
 */
export function findMentions(
  text: string,
  body: Span,
  references: readonly Reference[],
  citing: CitingTelegram,
): Mention[] {
  const marks = marksIn(text, body);
  const words = byWord(text, body, references, marks);
  const numbers = byNumber(text, body, citing, marks);
  if (numbers.length === 0) return words;
  return [...words, ...numbers].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The offsets between `start` and `end` at which two or more digits, `ref` or `sep` begin, in order. */
function marksIn(text: string, { start, end }: Span): number[] {
  const marks: number[] = [];
  for (const pattern of [WORD_BEGINNING, NUMBER]) {
    pattern.lastIndex = start;
    for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text))
      marks.push(match.index);
  }
  return marks.sort((a, b) => a - b);
}

/** The index of the first mark at or after `offset`. */
function firstMark(marks: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byWord(
  text: string,
  body: Span,
  references: readonly Reference[],
  marks: ArrayLike<number>,
): Mention[] {
  const mentions: Mention[] = [];
  const cables = references.filter(({ mrn }) => mrn !== null);
  let done = body.start;
  for (let i = firstMark(marks, body.start); i < marks.length; i++) {
    const at = marks[i] ?? 0;
    if (at >= body.end) break;
    if (at < done || isDigit(text.charCodeAt(at))) continue;
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (!match) continue;
    done = WORD.lastIndex;
    const [whole, septel, word = '', letters] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (septel) {
      mentions.push(mention(text, { start: span.start, end: span.start + septel.length }, 'septel'));
    } else if (letters && isLetterList(letters, references)) {
      mentions.push(...byLetters(text, span, whole.length - letters.length, letters, references));
    } else if (/^reftel/i.test(word)) {
      const only = cables.length === 1 ? cables[0] : undefined;
      const wordSpan = { start: span.start, end: span.start + word.length };
      mentions.push(
        mention(text, wordSpan, 'reftel', { mrn: only?.mrn ?? null, yearSource: only?.yearSource ?? null }),
      );
    }
  }
  return mentions;
}

/** The mention of what stands in `span`; the rest of it is given as it is known. */
function mention(
  text: string,
  span: Span,
  form: Mention['form'],
  cited: Partial<Pick<Mention, 'label' | 'mrn' | 'yearSource'>> = {},
): Mention {
  const value = withSingleBlanks(text.slice(span.start, span.end));
  const { label = null, mrn = null, yearSource = null } = cited;
  return { value, form, label, mrn, yearSource, start: span.start, end: span.end };
}

/** `I` and `A` are words as well: they count as letters only where the list has them. Lower case counts in parentheses. */
function isLetterList(letters: string, references: readonly Reference[]): boolean {
  if (/^[a-z]/.test(letters)) return false;
  if (!/^[IA]$/.test(letters)) return true;
  return letters === 'A' || references.some(({ label }) => label?.value === letters);
}

/** One mention for each letter; the letters of a range share the span of the range. */
function byLetters(
  text: string,
  span: Span,
  lettersAt: number,
  letters: string,
  references: readonly Reference[],
): Mention[] {
  const found = [...letters.matchAll(LETTER)].map(match => ({
    letter: match[0].toUpperCase(),
    end: span.start + lettersAt + match.index + 1 + (letters[match.index + 1] === ')' ? 1 : 0),
    start: span.start + lettersAt + match.index,
  }));
  const isRange = /^\W*[A-Z]\W*\s{0,2}(?:-|through|thru)\s{0,2}\W*[A-Z]\W*$/i.test(letters);
  if (isRange && found.length >= 2) {
    const from = (found[0]?.letter ?? 'A').charCodeAt(0);
    const to = (found[found.length - 1]?.letter ?? 'A').charCodeAt(0);
    const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String.fromCharCode(from + i));
    return all.flatMap(letter => letterMention(text, span, letter, references));
  }
  return found.flatMap(({ letter, start, end }, i) =>
    letterMention(text, { start: i === 0 ? span.start : start, end }, letter, references),
  );
}

function letterMention(text: string, span: Span, letter: string, references: readonly Reference[]): Mention {
  const cited = references.find(({ label, mrn }) => label?.value === letter && mrn !== null);
  return mention(text, span, 'letter', {
    label: letter,
    mrn: cited?.mrn ?? null,
    yearSource: cited?.yearSource ?? null,
  });
}

/**
 * Ids such as `08 MUSCAT 174` and `Muscat 0123`. The station must be known; without a year the serial must not be followed
 * by the word it counts (`Kabul 200 troops`).
 */
function byNumber(text: string, body: Span, citing: CitingTelegram, marks: ArrayLike<number>): Mention[] {
  const mentions: Mention[] = [];
  let done = body.start;
  for (let i = firstMark(marks, body.start); i < marks.length; i++) {
    const at = marks[i] ?? 0;
    if (at >= body.end) break;
    if (!isDigit(text.charCodeAt(at)) || !mayFollowStation(text, done, at, citing.post)) continue;
    const end = endOfNumber(text, at);
    const from = Math.max(done, at - REACH);
    for (const number of findCableNumbers(text.slice(from, end + 1), citing, true)) {
      const station = splitMrn(number.mrn)?.post ?? '';
      const numberEnd = from + number.end;
      if (numberEnd < end || !number.post || !isKnownPost(station)) continue;
      const start = from + number.start;
      if (!isNamedAsCable(text, { start, end: numberEnd }, number.post.name, number.yearSource === 'printed'))
        continue;
      const { mrn, yearSource } = number;
      mentions.push(mention(text, { start, end: numberEnd }, 'id', { mrn, yearSource }));
      done = numberEnd;
    }
  }
  return mentions;
}

/** Where the digits from `at` on end; no serial has more than seven. */
function endOfNumber(text: string, at: number): number {
  let end = at;
  while (end < at + 7 && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Whether the words before `at`, not looked for before `from`, can name a station: a known one, or `ownPost` cut short. A quick
 * look that spares most numbers the close one; it only ever errs towards yes.
 */
function mayFollowStation(text: string, from: number, at: number, ownPost: string | null): boolean {
  let end = at;
  while (end > from && end > at - 3 && !isLetter(text.charCodeAt(end - 1))) end--;
  const word = startOfWord(text, from, end);
  if (end - word < 2 || !endingIn(stationEndings, text, word, end)) return false;
  const first = Math.max(from, at - REACH);
  // Behind the name a short code may stand: `MADRID SP`.
  return (
    namesStation(text, first, end, ownPost) ||
    (end - word === 2 && namesStation(text, first, endOfWord(text, first, word), ownPost))
  );
}

/** Whether words from `from` on that end at `end` can name a station. */
function namesStation(text: string, from: number, end: number, ownPost: string | null): boolean {
  let ending: StationEnding | undefined = stationEndings;
  let at = end;
  for (let start = startOfWord(text, from, at); start < at; start = startOfWord(text, from, at)) {
    ending = ending && endingIn(ending, text, start, at);
    if (ending?.isName) return true;
    const isCut = ownPost?.includes(text.slice(start, at).toUpperCase());
    if (!ending && !isCut) return false;
    if (isCut && ownPost?.startsWith(lettersOf(text.slice(start, end)))) return true;
    at = endOfWord(text, from, start);
    // A zero may stand for the letter with which a name begins.
    if (text.charCodeAt(at - 1) === 0x30) return true;
  }
  return false;
}

/** The ending that the letters from `start` to `end` lead to; undefined where no name ends so. */
function endingIn(
  ending: StationEnding,
  text: string,
  start: number,
  end: number,
): StationEnding | undefined {
  let found: StationEnding | undefined = ending;
  for (let i = end - 1; i >= start && found; i--) found = found.before[text.charCodeAt(i) & 31];
  return found;
}

function lettersOf(words: string): string {
  return words.toUpperCase().replace(/[^A-Z]+/g, '');
}

/** Where the word before the one that starts at `start` ends, over what joins the words of a name. */
function endOfWord(text: string, from: number, start: number): number {
  let end = start;
  while (end > from && joinsWords(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Where the run of letters that ends at `end` starts; not looked for before `from`. */
function startOfWord(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && start > end - LONGEST_WORD && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Whether a character may stand between the letters of a station's name. */
function joinsWords(code: number): boolean {
  return isWhite(code) || code === 0x2d || code === 0x27 || code === 0x2e || code === 0x2019;
}

function isNamedAsCable(text: string, span: Span, name: string, hasYear: boolean): boolean {
  if (!/^[A-Z]/.test(name)) return false;
  const after = text.slice(span.end, span.end + 12);
  if (/^\s?(?:%|percent|million|billion)/i.test(after)) return false;
  return hasYear || /^\s{0,2}(?:[).,;:\]]|\(|$|and\b)/i.test(after);
}
