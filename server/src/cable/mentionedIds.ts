import { postKey } from '../reference/posts';
import { isKnownPost, StationEndings, stationEndings } from '../reference/stations';
import { isCapital, isLetter, isWhite } from '../text/characters';
import type { Span } from '../text/span';
import { BEHIND_SERIAL, type CitingTelegram, findCableNumbers } from './citation';
import { formatMrn, splitMrn } from './identity';
import type { YearSource } from './model';

/** An id in a text that is no cable. */
export interface FoundId extends Span {
  readonly mrn: string;
}

/** An id in the running text of a cable, with what its year was taken from. */
export interface MentionedId extends FoundId {
  readonly yearSource: YearSource;
}

/** An id without blanks: the year leaves no doubt, however the name is written. */
const GLUED = /(?<![\w/.-])(\d{4}|\d{2})([A-Za-z]{3,40})(\d{1,7})(?![\w/#^]|[.,:-]\d)/g;

/**
 * The ids in a text that is no cable, in order: `07MUSCAT154` in any case, `07 MUSCAT 154`, `Muscat 154 (07)`. The year must be printed,
 * for there is no telegram whose year could be meant, and the station known.
 */
export function findIds(text: string): readonly FoundId[] {
  const glued: FoundId[] = [];
  for (const match of text.matchAll(GLUED)) {
    const [whole, year = '', name = '', serial = ''] = match;
    const mrn = isKnownPost(postKey(name)) ? formatMrn(year, name, serial) : null;
    if (mrn !== null) glued.push({ start: match.index, end: match.index + whole.length, mrn });
  }
  // What is found needs no second look, which costs much more.
  let rest = '';
  for (const { start, end } of glued) rest += text.slice(rest.length, start) + ';'.repeat(end - start);
  rest += text.slice(rest.length);
  const nobody = { year: null, post: null, serial: null };
  const apart: FoundId[] = [];
  for (const match of rest.matchAll(SHORT_SERIAL)) {
    const serial = { start: match.index + 1, end: match.index + match[0].length };
    apart.push(...mentionedIds(rest, apart.at(-1)?.end ?? 0, serial, nobody));
  }
  return [...glued, ...apart]
    .filter(({ start, end, mrn }) => {
      const [, before, behind] = FULL_YEAR.exec(text.slice(start, end)) ?? [];
      const year = before ?? behind;
      return Number(year ?? splitMrn(mrn)?.year) >= FIRST_YEAR;
    })
    .map(({ start, end, mrn }) => ({ start, end, mrn }))
    .sort((a, b) => a.start - b.start);
}

const FULL_YEAR = /^(?:(\d{4})|.{0,60}\((\d{4})\)$)/;

const SHORT_SERIAL = new RegExp(serialBehindWord(1), 'g');

/**
 * The pattern of digits that can be a serial by what stands around them, with the character before them: `least` or more behind a
 * word. What it begins with is what the engine finds soonest in a text.
 */
export function serialBehindWord(least: 1 | 2): string {
  return String.raw`\D\d{${least}}(?<=[A-Za-z]{2}[\s.'’#-]{0,3}\d{${least}})\d{0,${7 - least}}${BEHIND_SERIAL}`;
}

/** How far before its serial a station's name and year can begin. */
const REACH = 48;
/** No word of a station's name is longer. */
const LONGEST_WORD = 20;

/**
 * The ids that end with the digits of `serial` in a running text and begin at `from` or behind it, such as `08 MUSCAT 174` and
 * `Muscat 0123` (cable-format 10.6); hardly any digits have one. The station must be known; without a year the serial must not be
 * followed by the word it counts (`Kabul 200 troops`).
 */
export function mentionedIds(
  text: string,
  from: number,
  serial: Span,
  citing: CitingTelegram,
): readonly MentionedId[] {
  const { start: at, end } = serial;
  if (!mayFollowStation(text, from, at, citing.post)) return NO_IDS;
  const found: MentionedId[] = [];
  const base = Math.max(from, at - REACH);
  const year = YEAR_BEHIND.exec(text.slice(end, end + 12))?.[0].length ?? 0;
  for (const number of findCableNumbers(text.slice(base, end + year + 2), citing, true)) {
    const span = { start: base + number.start, end: base + number.end };
    const cited = splitMrn(number.mrn);
    if (span.end < end || !number.post || !cited || !isKnownPost(cited.post)) continue;
    const hasYear = number.yearSource === 'printed';
    if (hasYear && !canBeYear(text, span.start, cited.year, citing)) continue;
    if (cited.post === citing.post && cited.serial === citing.serial) continue;
    const name = { start: base + number.post.start, end: base + number.post.end };
    if (!isNamedAsCable(text, span, name, hasYear)) continue;
    if (isInField(text, span.start) || isOwnMisread(text, span, cited, citing)) continue;
    found.push({ start: span.start, end: span.end, mrn: number.mrn, yearSource: number.yearSource });
  }
  return found;
}

const NO_IDS: readonly MentionedId[] = [];

/** A year behind a serial: `(07)`, ` 2007`. */
const YEAR_BEHIND = /^(?:\s{0,2}\((?:\d{4}|\d{2})\)|\s(?:19|20)\d\d(?=\s{0,3}[,;.)]))/;

/**
 * Whether the words before `at`, not looked for before `from`, can name a station: a known one, or `ownPost` cut short. A quick
 * look that spares most numbers the close one; it only ever errs towards yes.
 */
function mayFollowStation(text: string, from: number, at: number, ownPost: string | null): boolean {
  let end = at;
  while (end > from && end > at - 3 && !isLetter(text.charCodeAt(end - 1))) end--;
  const word = startOfWord(text, from, end);
  if (end - word < 2) return false;
  const first = Math.max(from, at - REACH);
  if (namesStation(text, first, word, end, ownPost)) return true;
  // Behind the name a short code may stand, `MADRID SP`, always in capitals, which most words of two letters are not: `of`, `in`.
  const isCode = end - word === 2 && isCapital(text.charCodeAt(word)) && isCapital(text.charCodeAt(word + 1));
  if (!isCode) return false;
  const name = endOfWord(text, first, word);
  return namesStation(text, first, startOfWord(text, first, name), name, ownPost);
}

/** Whether words from `from` on, the last of which stands from `word` to `end`, can name a station. */
function namesStation(
  text: string,
  from: number,
  word: number,
  end: number,
  ownPost: string | null,
): boolean {
  let ending: number = StationEndings.START;
  let at = end;
  for (let start = word; start < at; start = startOfWord(text, from, at)) {
    if (ending !== StationEndings.NONE) ending = endingIn(ending, text, start, at);
    const isNone = ending === StationEndings.NONE;
    if (!isNone && stationEndings.isName(ending)) return true;
    if (ownPost !== null && beginsWith(ownPost, text, start, end)) return true;
    // Words before that end no known name can only be those of the citing station's own.
    if (isNone && (at === end || !ownPost?.includes(text.slice(start, at).toUpperCase()))) return false;
    at = endOfWord(text, from, start);
    // A zero may stand for the letter with which a name begins.
    if (text.charCodeAt(at - 1) === 0x30) return true;
  }
  return false;
}

/** The ending that the letters from `start` to `end` lead to from another one; `NONE` where no name ends so. */
function endingIn(ending: number, text: string, start: number, end: number): number {
  let found = ending;
  for (let i = end - 1; i >= start && found !== StationEndings.NONE; i--)
    found = stationEndings.before(found, text.charCodeAt(i));
  return found;
}

/** Whether `post`, in capitals, begins with the letters from `start` to `end`; what stands between them does not count. */
function beginsWith(post: string, text: string, start: number, end: number): boolean {
  let letters = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isLetter(code)) continue;
    if (letters === post.length || (code & ~32) !== post.charCodeAt(letters++)) return false;
  }
  return true;
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

/** The first year from which the files of the field hold telegrams. */
const FIRST_YEAR = 1966;
/** `SECTION 02 OF 02 LISBON 4321`: the number of sections, also as scanners read it. */
const COUNT_OF_SECTIONS = /\b[O0D][FP]\s{0,2}$/i;
/** Words of two letters that may stand between a place and a year, as a short code may: `Kuwait in 1991`. */
const PREPOSITION = /^(?:IN|ON|AT|BY|OF|TO|AS|OR|NO|UP)$/i;
/** The series that give a telegram of a travelling party a second number, `STATE 311722 TOSEC 340058`. */
const TRAVEL_SERIES = /^(?:SECTO|TOSEC|PARTO|TOPAR|DEPTO|TODEP)$/;
/** The head of a page that a scanner damaged. */
const ON_PAGE = /\bPA[GC]E\W{0,8}\d{0,2}\W{0,8}$/i;
/** From so many digits on, a number behind such a name is a telegram's, whatever follows it; `State 1040` is a form as well. */
const SURE_LENGTH = { state: 5, missions: 4, series: 2 };
/** What a person writes before the number of a telegram. */
const CITING_WORD =
  /(?:\b(?:RE|REF|SEE|PER|VIA|IN|OF|COPY|CABLE|TELEGRAM|MESSAGE|PARAS?|PARAGRAPHS?)\.?|\b(?:PARAS?|PARS?|PARAGRAPHS?) (?:\d{1,2}|[A-Z]+),?(?: OF)?)\s{1,4}$/i;
const FOLLOWS_NUMBER = /^\s{0,2}(?:[).,;:\]]|\(|--|$|(?:and|or|circular)\b)/i;
/** What one telegram does, and no number of people: `Muscat 174 describes`; and a paragraph of it. */
const SINGULAR =
  /^\s{1,3}(?:(?:refers?|describes|provides|contains|says|gives|discusses|indicates|suggests|applies|remains|relates)\b|par(?:a|agraph)s?\.?\s{1,3}\d)/i;
/** What several people may have done as well, behind a word that places them: `in Muscat 174 reported sick`. */
const PAST =
  /^\s{1,3}(?:reported|described|discussed|outlined|advised|noted|recommended|requested|transmitted|superseded|indicated)\b/i;
/** `para 4 of Muscat 174`, which no number of people has. */
const OF_PARAGRAPH = /\bpar(?:a|agraph)s?\.?\s\d{1,2}(?:\s?[-,]\s?\d{1,2})?(?:,|\sof|\sin)?\s{1,3}$/i;
const ZEROS = /^0\d{4,5}$/;
const PLACING_WORD = /\b(?:in|at|from|near|around|of|to|by|through|outside)\s{1,3}$/i;
/** Names under which telegrams are numbered, and that no place has. */
const NO_PLACE =
  /^(?:STATE|US(?:UN|NATO|EU|OSCE|BERLIN)\b.*|(?:EMB|DEP|CON)TELS?|SECTO|TOSEC|PARTO|TOPAR|DEPTO|TODEP)$/;

/** Whether a printed year can be that of a telegram cited: not the count of a section's head, nor after the telegram's own. */
function canBeYear(text: string, start: number, year: number, citing: CitingTelegram): boolean {
  if (COUNT_OF_SECTIONS.test(text.slice(Math.max(0, start - 6), start))) return false;
  return year >= FIRST_YEAR && (citing.year === null || year <= citing.year);
}

/**
 * Whether a number alone on its line is the telegram's own with one digit misread: the rest of a page head of paper that was scanned.
 */
function isOwnMisread(
  text: string,
  { start, end }: Span,
  cited: { readonly post: string; readonly serial: number },
  citing: CitingTelegram,
): boolean {
  const [serial, own] = [String(cited.serial), String(citing.serial ?? '')];
  if (cited.post !== citing.post || serial.length < 4 || serial.length !== own.length) return false;
  if ([...serial].filter((digit, i) => digit !== own[i]).length > 1) return false;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const next = text.indexOf('\n', end);
  return line.trim() === '' && text.slice(end, next < 0 ? text.length : next).trim() === '';
}

/** Whether `at` stands on a line that an address or a REF field begins: a copy may print the head again inside the text. */
function isInField(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  if (start === 0 && at > before.length) return false;
  return /^\s{0,8}(?:(?:TO|INFO|FM)\s{1,8}(?:R[A-Z]{3,6}\s?\/\s?)?(?:(?:AM|US)[A-Z]{3,10}\s{1,3})?|REFS?[:;].{0,60})$/.test(
    before.slice(start),
  );
}

/**
 * Whether a station's name with a number behind it names a telegram rather than a place with a year or a quantity:
 * `Kuwait in 1991`, `London 2012`, `the Dubai 14`, `In Kabul 200 people`. Capitals in mixed-case text speak for a telegram.
 */
function isNamedAsCable(text: string, span: Span, name: Span, hasYear: boolean): boolean {
  if (!/[A-Z0]/.test(text.charAt(name.start))) return false;
  const after = text.slice(span.end, span.end + 16);
  if (/^\s?(?:%|percent|million|billion)/i.test(after)) return false;
  const printed = text.slice(name.start, name.end);
  if (/\bWASHDC\b/i.test(printed)) return false;
  const behind = /^[^\d]*/.exec(text.slice(name.end, span.end))?.[0] ?? '';
  if (/[a-z]/i.test(behind) && !/^\s{1,3}[A-Z]{2}\s{1,3}#?$/.test(behind)) return false;
  if (PREPOSITION.test(behind.trim())) return false;
  const capitals = printed === printed.toUpperCase();
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  if (ON_PAGE.test(before) || (TRAVEL_SERIES.test(printed) && /\d\s{1,4}\(?$/.test(before))) return false;
  const serial = /\d+/.exec(text.slice(name.end, span.end))?.[0] ?? '';
  const isDated = text.charAt(span.end - 1) === ')' && serial.length > 2;
  if (hasYear) return capitals || isDated || FOLLOWS_NUMBER.test(after);
  const standsOut = capitals && /[a-z]{2}/.test(before + text.slice(span.end, span.end + 40));
  if (/^(?:19|20)\d\d$/.test(serial) && !standsOut) return false;
  const isCited = CITING_WORD.test(before);
  if (serial.length < 3 && !standsOut && !isCited) return false;
  if (FOLLOWS_NUMBER.test(after) || SINGULAR.test(after) || OF_PARAGRAPH.test(before)) return true;
  // Nobody counts with zeros before a number; at the end of a line it may be that of a class line which is quoted.
  if (capitals && ZEROS.test(serial) && /^ {1,3}[A-Za-z]/.test(after)) return true;
  if (PAST.test(after) && !PLACING_WORD.test(before)) return true;
  // Nobody counts anything of the Department's own name, nor of a place in ones from a hundred thousand on.
  if (!capitals || !NO_PLACE.test(printed)) return false;
  const kind = printed === 'STATE' ? 'state' : /TELS?$/.test(printed) ? 'series' : 'missions';
  return isCited || serial.length >= SURE_LENGTH[kind];
}
