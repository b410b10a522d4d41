import { isDigit, withSingleBlanks } from '../text/characters';
import type { Span } from '../text/span';
import type { CitingTelegram } from './citation';
import { mentionedIds, serialBehindWord } from './mentionedIds';
import type { Mention, Reference } from './model';

/** The digits that may be those of an id. */
const SERIAL = new RegExp(serialBehindWord(2), 'g');
/** The words that stand for a cable or begin to name one. */
const WORD = /\b(?:septels?|reftels?|refs?)(?![\w-])/iy;
/** What these words begin with: two letters, in either case, and each way to write what follows them. */
type Beginning = readonly [first: string, second: string, rests: readonly string[]];

/** Those that begin with `ref` name a cable of the list; a `septel`, or `SepTel`, does not. */
const OF_LIST: readonly Beginning[] = [['r', 'e', ['f', 'F']]];
const ANY: readonly Beginning[] = [...OF_LIST, ['s', 'e', ['pt', 'PT', 'pT', 'Pt']]];
/** The letters behind such a word: `ref A`, `ref. b`, `ref(a)`, `refs B and C`, `refs A-C`, `reftel B`. */
const LETTERS =
  /(?:[.:]?\s{1,12}|\s{0,2}\()((?:[A-Z]|\([A-Z]\))(?:\s{0,4}(?:,\s?(?:and|&)|,|and|or|&|-|–|\/|through|thru|to)\s{0,4}(?:[A-Z]|\([A-Z]\))(?!\w))*)(?!\w|['’](?!s\b))(?![\w-])/iy;
/** `refs A-C`, `refs A to C`. */
const RANGE = /^\W*([A-Z])\W*\s{0,4}(?:-|–|through|thru|to)\s{0,4}\W*([A-Z])\W*$/i;
const LETTER = /(?<![A-Za-z])[A-Za-z](?![A-Za-z])/g;

/**
 * The cables named in the running text between `body.start` and `body.end`: by reference letter, by `reftel`, by number
 * (cable-format 3.12 and 10.6). `references` is the REF list that letters refer to. With `citedOnly`, mentions that name no
 * cable may be left out.
 */
export function findMentions(
  text: string,
  body: Span,
  references: readonly Reference[],
  citing: CitingTelegram,
  citedOnly = false,
): Mention[] {
  const mentions = byNumber(text, body, citing);
  // Letters and `reftel` name only what the list does.
  const listNamesNone = citedOnly && references.every(({ mrn }) => mrn === null);
  const words = listNamesNone ? [] : wordsIn(text, body, citedOnly ? OF_LIST : ANY);
  if (words.length > 0) {
    const listed = listedIn(references);
    for (const word of words) addByWord(mentions, text, word, body.end, listed);
  }
  return mentions.length < 2 ? mentions : mentions.sort((a, b) => a.start - b.start || a.end - b.end);
}

function byNumber(text: string, body: Span, citing: CitingTelegram): Mention[] {
  const mentions: Mention[] = [];
  let endOfId = body.start;
  SERIAL.lastIndex = body.start;
  // A test makes nothing, unlike a match, and most digits are those of no id.
  while (SERIAL.test(text)) {
    const end = SERIAL.lastIndex;
    let start = end;
    while (isDigit(text.charCodeAt(start - 1))) start--;
    if (start >= body.end) break;
    for (const id of mentionedIds(text, endOfId, { start, end }, citing)) {
      mentions.push(mention(text, id, 'id', id));
      endOfId = id.end;
    }
  }
  return mentions;
}

/**
 * The words of a text that begin with one of `beginnings`. These are sought by what follows their first two letters, which an
 * engine finds much sooner than a pattern.
 */
function wordsIn(text: string, { start, end }: Span, beginnings: readonly Beginning[]): Span[] {
  const words: Span[] = [];
  for (const [first, second, rests] of beginnings)
    for (const rest of rests)
      for (let at = text.indexOf(rest, start + 2); at >= 0 && at < end; at = text.indexOf(rest, at + 1)) {
        if (lowered(text, at - 1) !== second.charCodeAt(0) || lowered(text, at - 2) !== first.charCodeAt(0))
          continue;
        WORD.lastIndex = at - 2;
        if (WORD.test(text)) words.push({ start: at - 2, end: WORD.lastIndex });
      }
  return words;
}

/** The code of the small letter for a letter at an offset. */
function lowered(text: string, at: number): number {
  return text.charCodeAt(at) | 32;
}

const SMALL_S = 0x73;

/** The letters of a REF list, each with the first cable that it names, if it names one. */
type Labels = ReadonlyMap<string, Reference | null>;

/** What letters and `reftel` lead to. */
interface Listed {
  readonly labels: Labels;
  /** The cable that the list names, if it names one alone. */
  readonly only: Reference | null;
}

function listedIn(references: readonly Reference[]): Listed {
  const labels = new Map<string, Reference | null>();
  for (const reference of references)
    if (reference.label && !labels.get(reference.label.value))
      labels.set(reference.label.value, reference.mrn === null ? null : reference);
  const cables = references.filter(({ mrn }) => mrn !== null);
  return { labels, only: cables.length === 1 ? (cables[0] ?? null) : null };
}

/** Adds what a word names, with the letters behind it. What goes on behind `limit`, in the signature, is no mention. */
function addByWord(
  mentions: Mention[],
  text: string,
  word: Span,
  limit: number,
  { labels, only }: Listed,
): void {
  LETTERS.lastIndex = word.end;
  const letters = LETTERS.exec(text)?.[1] ?? '';
  const end = letters === '' ? word.end : LETTERS.lastIndex;
  if (end > limit) return;
  if (lowered(text, word.start) === SMALL_S) {
    mentions.push(mention(text, word, 'septel'));
    return;
  }
  const isReftel = word.end - word.start > 'refs'.length;
  const printed = letterList(letters, isReftel, labels);
  if (printed !== '') {
    const lettersAt = end - letters.length;
    const list = { start: word.start, end: lettersAt + printed.length };
    mentions.push(...byLetters(text, list, lettersAt - list.start, printed, labels));
  } else if (isReftel || isInParentheses(text, word))
    mentions.push(
      mention(text, word, 'reftel', { mrn: only?.mrn ?? null, yearSource: only?.yearSource ?? null }),
    );
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

/** Whether a bare `ref` stands in parentheses: `(ref)`, `(see refs)`. */
function isInParentheses(text: string, { start, end }: Span): boolean {
  return (
    text.charAt(end) === ')' &&
    /\((?:see\s{1,2}|per\s{1,2})?$/i.test(text.slice(Math.max(0, start - 6), start))
  );
}

/**
 * The part of what looks like a list of letters that is one; empty where none is. `A` and `I` are words as well, and so is
 * every lower-case letter that the list of references does not have: `in reftel a number of`, `ref B and a letter`.
 */
function letterList(letters: string, isReftel: boolean, labels: Labels): string {
  if (letters === '') return '';
  const isLabel = (letter: string) => labels.has(letter.toUpperCase());
  const first = letters.charAt(0);
  if (/[a-z]/.test(first)) {
    if (isReftel || !isLabel(first)) return '';
  } else if (first === 'I' && letters.length === 1 && !isLabel(first)) return '';
  if (letters.length === 1 || first === '(') return letters;
  const range = RANGE.exec(letters);
  if (range) return isLabel(range[2] ?? '') ? letters : first;
  const isLower = /[a-z]/.test(first);
  for (const match of letters.matchAll(LETTER)) {
    const isWord = /[a-z]/.test(match[0]) !== isLower || (/[aAI]/.test(match[0]) && !isLabel(match[0]));
    if (match.index > 0 && isWord)
      return letters.slice(0, match.index).replace(/\W+(?:(?:and|or|to)\W+)?$/i, '');
  }
  return letters;
}

/** One mention for each letter; the letters of a range share the span of the range. */
function byLetters(text: string, span: Span, lettersAt: number, letters: string, labels: Labels): Mention[] {
  if (letters.length === 1) return [letterMention(text, span, letters.toUpperCase(), labels)];
  const found: { readonly letter: string; readonly start: number; readonly end: number }[] = [];
  LETTER.lastIndex = 0;
  for (let match = LETTER.exec(letters); match; match = LETTER.exec(letters)) {
    const start = span.start + lettersAt + match.index;
    const end = start + (letters[match.index + 1] === ')' ? 2 : 1);
    found.push({ letter: match[0].toUpperCase(), start, end });
  }
  if (RANGE.test(letters) && found.length >= 2) {
    const from = (found[0]?.letter ?? 'A').charCodeAt(0);
    const to = (found[found.length - 1]?.letter ?? 'A').charCodeAt(0);
    const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String.fromCharCode(from + i));
    return all.map(letter => letterMention(text, span, letter, labels));
  }
  return found.map(({ letter, start, end }, i) =>
    letterMention(text, { start: i === 0 ? span.start : start, end }, letter, labels),
  );
}

function letterMention(text: string, span: Span, letter: string, labels: Labels): Mention {
  const cited = labels.get(letter);
  return mention(text, span, 'letter', {
    label: letter,
    mrn: cited?.mrn ?? null,
    yearSource: cited?.yearSource ?? null,
  });
}
