import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import { isLetter, isWhite, withSingleBlanks } from '../text/characters';
import type { Caption, Classification, ClassLine, Section } from './model';
import { capture, type TrimmedLines } from './trimmedLines';

/** Designations as printed without blanks, the longer of two that begin alike first (5 FAH-2 H-222). */
const DESIGNATIONS: readonly (readonly [string, Classification])[] = [
  ['UNCLASSIFIED', 'UNCLASSIFIED'],
  ['UNCLAS', 'UNCLASSIFIED'],
  ['CONFIDENTIAL', 'CONFIDENTIAL'],
  ['SECRET', 'SECRET'],
  ['TOPSECRET', 'TOP SECRET'],
  ['LIMITEDOFFICIALUSE', 'LIMITED OFFICIAL USE'],
];

/**
 * The first two letters of a designation, one of them doubled, lost, stray or changed. It spares all other lines the
 * closer look.
 */
const FIRST_LETTERS = /^(?:[UCSTL]|N\s{0,3}C|O\s{0,3}[NP]|E\s{0,3}C|I\s{0,3}M|[A-Z]\s{0,3}[NOEI])/i;
/** A line of addressees or of a field begins with letters too; its second word or its slash tells. */
const NO_DESIGNATION = /^(?:TO\b|TAGS?\b|SUBJ\w{0,4}|SIPDIS|INFO|NOFORN|[A-Z]{3,}\/)/i;

const SECTION = /\bS\s?E?\s?C\s?T\s?I\s?O\s?N\s{0,4}([0-9O]{1,2})\s{0,4}OF\s{0,4}([0-9OC]{1,2})\b/i;
const STATION = /(?:^|\s)([A-Z][A-Z .'-]{1,30}?)\s{0,4}(\d{3,7})(?![\w/-])/i;
const STATION_ALONE = /^([A-Z][A-Z .'-]{2,30}?)\s{1,4}(\d{5,6})$/i;
const CLASS_CAPTIONS =
  /\b(NOFORN|E\s?F\s?T\s?O|SENSITIVE|ORCON|NOCONTRACTOR|SIPDIS|EXDIS|NODIS|LIMDIS|STADIS|FOR OFFICIAL USE ONLY)\b/gi;

export interface FoundClassLine {
  readonly classLine: ClassLine;
  /** The 0-based line on which it begins. */
  readonly line: number;
  readonly captions: readonly Caption[];
}

/**
 * The classification line: the first line from `from` on, and before `to`, that holds a classification and either a station
 * with a serial or a section (cable-format 3.7). It may go on with its station on the next line. Null where there is none.
 */
export function findClassLine(source: TrimmedLines, from: number, to: number): FoundClassLine | null {
  for (let line = source.nextFilled(from); line < to; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    if (!mayBeginDesignation(content)) continue;
    const found = parseClassLine(content, source.span(line).start) ?? joinedWithNext(source, line, to);
    if (found) return { line, ...found };
  }
  return null;
}

/** A line with the classification alone, and the station with its serial on the next. */
function joinedWithNext(source: TrimmedLines, line: number, to: number): Omit<FoundClassLine, 'line'> | null {
  const next = source.nextFilled(line + 1);
  if (next >= to || !STATION_ALONE.test(source.content(next))) return null;
  const designation = readDesignation(source.content(line));
  if (!designation || designation.state === 'damaged' || designation.length < source.content(line).length)
    return null;
  const start = source.span(line).start;
  return parseClassLine(source.text.slice(start, source.span(next).end), start);
}

/** Reads a classification line; `base` is the offset of its first character in the text. */
export function parseClassLine(content: string, base: number): Omit<FoundClassLine, 'line'> | null {
  const designation = readDesignation(content);
  if (!designation) return null;
  const rest = content.slice(designation.length);
  const restBase = base + designation.length;

  const sectionMatch = SECTION.exec(rest);
  const section = sectionMatch && readSection(sectionMatch, restBase);
  const afterSection = sectionMatch ? sectionMatch.index + sectionMatch[0].length : 0;

  const captions: Caption[] = [];
  let afterCaptions = afterSection;
  const stationAt = STATION.exec(rest.slice(afterSection));
  const beforeSerial = stationAt ? afterSection + stationAt.index + stationAt[0].length : rest.length;
  const mayHoldCaptions = rest.slice(0, beforeSerial);
  CLASS_CAPTIONS.lastIndex = 0;
  for (
    let match = CLASS_CAPTIONS.exec(mayHoldCaptions);
    match;
    match = CLASS_CAPTIONS.exec(mayHoldCaptions)
  ) {
    const value = match[0].toUpperCase().replace(/^E\s?F\s?T\s?O$/, 'EFTO');
    captions.push({
      value,
      place: 'class-line',
      start: restBase + match.index,
      end: restBase + match.index + match[0].length,
    });
    if (match.index >= afterSection) afterCaptions = match.index + match[0].length;
  }

  const station = afterCaptions === afterSection ? stationAt : STATION.exec(rest.slice(afterCaptions));
  const stationBase = restBase + afterCaptions;
  const post = station && capture(station, 1, stationBase);
  const serial = station && capture(station, 2, stationBase);
  // Between designation, section, captions and station nothing else stands on a class line.
  const strays =
    rest.slice(0, sectionMatch?.index ?? 0) +
    rest.slice(afterCaptions, afterCaptions + (station?.index ?? 0));
  if (strays.trim() !== '' && !isPassedOver(strays)) return null;
  if (!section && !(post && serial && looksLikeSerial(serial.value, designation.state))) return null;

  const printed = content.slice(0, designation.length);
  const end = Math.max(
    serial ? serial.end + travelNumberLength(content.slice(serial.end - base)) : 0,
    section?.end ?? 0,
    base + designation.length,
  );
  const classLine: ClassLine = {
    start: base,
    end,
    classification: { value: designation.classification, start: base, end: base + printed.length },
    state: designation.state,
    section,
    post: post && { ...post, value: withSingleBlanks(post.value).toUpperCase() },
    serial,
  };
  return { classLine, captions };
}

/** Whether a class line may have this between its parts: captions, and before the station the year (`75 LIBREVILLE 1895`). */
function isPassedOver(strays: string): boolean {
  return /^(?:19|20)?\d\d$|^$/.test(strays.replace(CLASS_CAPTIONS, '').replace(/[\s/.:,-]/g, ''));
}

/** The length of a second number behind the first, of the series that goes with a travelling party (cable-format 6). */
function travelNumberLength(rest: string): number {
  const match = rest === '' ? null : /^\s{1,8}([A-Z]{5})\s{1,4}\d{4,7}\b/i.exec(rest);
  return match && isKnownPost(postKey(match[1] ?? '')) ? match[0].length : 0;
}

/** Five digits and more are a serial; fewer only behind a designation that is spelled soundly (older telegrams). */
function looksLikeSerial(digits: string, state: ClassLine['state']): boolean {
  return digits.length >= 5 || state !== 'damaged';
}

/** The number of a section, in which letters may stand for digits. */
function numberRead(printed: string): number {
  if (/^\d+$/.test(printed)) return Number(printed);
  return Number(printed.toUpperCase().replaceAll('O', '0').replace(/^C/, '0').replace('C', '4'));
}

function readSection(match: RegExpExecArray, base: number): Section | null {
  const number = (group: number) => numberRead(match[group] ?? '');
  const [n, of] = [number(1), number(2)];
  if (!(n >= 1 && of >= n)) return null;
  return { n, of, start: base + match.index, end: base + match.index + match[0].length };
}

interface Designation {
  readonly classification: Classification;
  readonly state: ClassLine['state'];
  /** How many characters of the line it takes. */
  readonly length: number;
}

function mayBeginDesignation(line: string): boolean {
  return hasThreeLetters(line) && FIRST_LETTERS.test(line) && !NO_DESIGNATION.test(line);
}

/**
 * Whether the first three letters of a line, blanks between them left out, can be those of a designation with at most one of
 * them doubled, lost, stray or changed. A quick look that spares nearly all lines the patterns.
 */
function hasThreeLetters(line: string): boolean {
  const a = nextLetter(line, 0);
  const b = a < 0 ? -1 : nextLetter(line, a + 1);
  const c = b < 0 ? -1 : nextLetter(line, b + 1);
  if (c < 0) return false;
  return BEGINNINGS[threeLetters(line.charCodeAt(a), line.charCodeAt(b), line.charCodeAt(c))] === 1;
}

/** Three letters in either case as one number. */
function threeLetters(a: number, b: number, c: number): number {
  return ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
}

/** A 1 for each three letters with which a designation may begin, see `hasThreeLetters`. */
const BEGINNINGS = new Uint8Array(1 << 15);
for (const [word] of DESIGNATIONS) {
  const [x, y, z] = [word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2)];
  for (let any = 0; any < 32; any++) {
    const added = [threeLetters(any, x, y), threeLetters(x, any, y)];
    const changed = [threeLetters(any, y, z), threeLetters(x, any, z)];
    const lost = [threeLetters(y, z, any), threeLetters(x, z, any)];
    for (const letters of [threeLetters(x, y, any), ...added, ...changed, ...lost]) BEGINNINGS[letters] = 1;
  }
}

/** The offset of the first letter at or behind `from`, over blanks; -1 where something else stands before it. */
function nextLetter(line: string, from: number): number {
  let at = from;
  while (at < line.length && isWhite(line.charCodeAt(at))) at++;
  return at < line.length && isLetter(line.charCodeAt(at)) ? at : -1;
}

/**
 * The designation at the start of a line, with any number of blanks between its letters; lower case and one doubled, lost or
 * stray letter are read too, so that `SS E C R E T`, `E C R E T` and `C ONFIDENTIAL` are not lost.
 */
export function readDesignation(line: string): Designation | null {
  if (!mayBeginDesignation(line)) return null;
  const sound = DESIGNATIONS.find(([word]) => line.startsWith(word) && isWordEnd(line, word.length));
  if (sound) return { classification: sound[1], state: 'sound', length: sound[0].length };
  // Twice the longest designation with its blanks is all that can belong to it.
  const reach = LETTERS_AND_BLANKS.exec(line.slice(0, 90))?.[0] ?? '';
  const run = reach.replace(/\s+/g, '').slice(0, 24).toUpperCase();
  let best: (Designation & { distance: number }) | null = null;
  for (const [word, classification] of DESIGNATIONS) {
    const fit = fitPrefix(run, word);
    if (!fit || (best && best.distance <= fit.distance)) continue;
    const length = endOfLetter(reach, fit.length);
    if (!isWordEnd(line, length)) continue;
    const printed = line.slice(0, length);
    const state = fit.distance > 0 ? 'damaged' : printed !== printed.toUpperCase() ? 'lower' : 'sound';
    best = { classification, state, length, distance: fit.distance };
    if (fit.distance === 0) break;
  }
  return best;
}

const LETTERS_AND_BLANKS = /^[A-Za-z\s]*/;

/** The offset behind the `count`th letter of a text of letters and blanks. */
function endOfLetter(text: string, count: number): number {
  let seen = 0;
  let at = 0;
  while (at < text.length && seen < count) {
    if (text.charCodeAt(at) > 64) seen++;
    at++;
  }
  return at;
}

/** A designation ends before a blank, the end of the line, a slash, or `SECTION` glued to it. */
function isWordEnd(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  if (at >= line.length || isWhite(code) || code === SLASH) return true;
  return (code | 32) === SMALL_S && /^SECTION/i.test(line.slice(at, at + 7));
}

const SLASH = 0x2f;
const SMALL_S = 0x73;

/** How many letters of `run` are `word` with at most one letter doubled, lost, stray or changed, or two swapped, and how many of those. */
function fitPrefix(run: string, word: string): { length: number; distance: number } | null {
  if (run.startsWith(word)) return { length: word.length, distance: 0 };
  let i = 0;
  while (i < word.length && run[i] === word[i]) i++;
  // One letter too many, one too few, one wrong.
  if (run.startsWith(word.slice(i), i + 1)) return { length: word.length + 1, distance: 1 };
  if (word.length - i > 1 && run.startsWith(word.slice(i + 1), i))
    return { length: word.length - 1, distance: 1 };
  if (word.length - i > 1 && run.startsWith(word.slice(i + 1), i + 1))
    return { length: word.length, distance: 1 };
  const isSwapped = i + 1 < word.length && run[i] === word[i + 1] && run[i + 1] === word[i];
  if (isSwapped && run.startsWith(word.slice(i + 2), i + 2)) return { length: word.length, distance: 1 };
  return null;
}
