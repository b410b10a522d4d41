import { captionPhrases } from '../reference/captions';
import { precedences } from '../reference/precedence';
import { postName, stations } from '../reference/stations';
import type { Field } from '../text/span';
import { bannerOf } from './banner';
import { parseClassLine } from './classLine';
import { beginsLikeDtg } from './dateTimeGroup';
import { keywordAtStart } from './lines';
import type { Classification } from './model';
import { asDigits, pointwise } from './ocr';
import { paragraphMark } from './paragraphMark';
import type { TelegramNumber } from './telegramNumber';
import type { TrimmedLines } from './trimmedLines';

/** Letters and digits that scanners take for one another; a character may stand in several groups. */
const CONFUSED = ['O0DQCGU', 'I1LTJ|!', 'B83SE', 'S5', 'MNHW', 'EFPR', 'AR4', 'Z27', 'VYUW'];
/** No more characters than these are changed in one name. */
const MOST_CHANGES = 3;
/** A header has at most so many lines from its date-time group on. */
const HEADER_REACH = 40;
const ADDRESS = /^(?:FM|TO|INFO)\s{1,4}(?=\S)/;
const WORDS = ['AMEMBASSY', 'AMCONSUL', 'USMISSION', 'USDEL', 'SECSTATE', 'SECDEF', 'WASHDC', 'COLLECTIVE'];

/** The classification that most banners of the pages give; null where there is none, or two as often. */
export function bannerClassification(source: TrimmedLines, misread: boolean): Classification | null {
  const counts = new Map<Classification, number>();
  for (let line = source.nextFilled(0); line < source.count; line = source.nextFilled(line + 1)) {
    const banner = bannerOf(source.content(line), misread);
    if (banner) counts.set(banner, (counts.get(banner) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] !== second?.[1] ? first[0] : null;
}

/**
 * What can be read of damaged headers because a second place proves it (cable-format 8): the class line by the pages' number
 * and banner, addresses and captions by the one known name that scanners confuse with what is printed. Each repair has
 * as many characters as what stands there.
 */
export function findProvenRepairs(
  source: TrimmedLines,
  number: TelegramNumber,
  banner: Classification | null,
): Field<string>[] {
  const repairs: Field<string>[] = [];
  let inHeader = 0;
  let classLineSeen = false;
  for (let line = source.nextFilled(0); line < source.count; line = source.nextFilled(line + 1)) {
    const content = source.content(line).slice(0, 200);
    if (beginsLikeDtg(content) || content.startsWith('FM ')) {
      inHeader = HEADER_REACH;
      classLineSeen = false;
    } else if (inHeader === 0) continue;
    else if ((paragraphMark(content) && !mayBeClassLine(content, number)) || keywordAtStart(content)) {
      inHeader = 0;
      continue;
    }
    inHeader--;
    const isClassLine = !classLineSeen && parseClassLine(content, 0)?.classLine.serial;
    const classLine = classLineSeen || isClassLine ? null : readClassLine(content, number, banner);
    if (isClassLine || classLine) classLineSeen = true;
    const found = classLine ?? (classLineSeen ? readCaption(content) : readAddress(content));
    const { start } = source.span(line);
    for (const field of found) repairs.push({ ...field, start: start + field.start, end: start + field.end });
  }
  return repairs;
}

const SECTION = /(?<![A-Z0-9])([0-9OQDIlC]{2})\s{1,3}OF\s{1,3}([0-9OQDIlC]{2})(?![A-Z0-9])/;
const DIGITS = /(?<![0-9A-Z])[0-9OQDIlSB]{4,6}(?![0-9A-Z])/g;

/** Whether a line that seems to begin a paragraph ends like a class line, with section and the serial that the pages have. */
function mayBeClassLine(content: string, { serial }: TelegramNumber): boolean {
  const last = /\S+$/.exec(content)?.[0] ?? '';
  return serial !== null && SECTION.test(content) && isSerial(last, serial);
}

/** The class line with the serial that the pages have: what stands before that is designation, section and station. */
function readClassLine(
  content: string,
  { station, serial }: TelegramNumber,
  banner: Classification | null,
): Field<string>[] | null {
  if (!station || !serial || !banner || content.length > 100) return null;
  const printed = [...content.matchAll(DIGITS)].find(({ 0: digits }) => isSerial(digits, serial));
  if (!printed || printed.index < 6) return null;
  const before = content.slice(0, printed.index);
  const section = SECTION.exec(before);
  const name = postName(station);
  const designations = banner === 'UNCLASSIFIED' ? ['UNCLASSIFIED', 'UNCLAS'] : [banner];
  for (const designation of designations) {
    const read = section
      ? withSection(before, section, designation, name)
      : withStation(before, designation, name);
    if (read) return pointwise(content, 0, read + asDigits(printed[0]));
  }
  return null;
}

/** Designation and station in the room that `before` has; null where they need more. */
function withStation(before: string, designation: string, name: string): string | null {
  const room = before.length - name.length - 1;
  return designation.length < room ? `${designation.padEnd(room)}${name} ` : null;
}

function withSection(
  before: string,
  section: RegExpExecArray,
  designation: string,
  name: string,
): string | null {
  const room = section.index - 'SECTION '.length;
  if (designation.length > room) return null;
  const numbers = section[0].replace(/\S\S(?=\s{1,3}OF|$)/g, asDigits);
  const head = `${designation.padEnd(room)}SECTION ${numbers}`;
  const printed = before.slice(head.length);
  return head + (name.length + 2 <= printed.length ? ` ${name}`.padEnd(printed.length) : printed);
}

function isSerial(printed: string, serial: string): boolean {
  return asDigits(printed).replace(/^0+/, '') === serial;
}

/** `FM`, `TO`, `INFO` and the lines that continue them: precedence, name and the usual words of names. */
function readAddress(content: string): Field<string>[] {
  const start = ADDRESS.exec(content)?.[0].length ?? 0;
  const end = content.replace(/\s{1,4}\d{1,4}$/, '').length;
  const name = content.slice(start, end);
  const last = name.lastIndexOf(' ') + 1;
  const word = nearest(name.slice(last), PRECEDENCES);
  const isPrecedence = PRECEDENCES.includes(word ?? name.slice(last));
  const plad = (isPrecedence ? name.slice(0, last) : name).trimEnd();
  const changes = word ? pointwise(content, start + last, word) : [];
  if (plads().get(plad.length)?.includes(plad)) return changes;
  const known = nearest(plad, plads().get(plad.length) ?? []);
  if (known) return [...changes, ...pointwise(content, start, known)];
  for (const { 0: printed, index } of plad.matchAll(/\S{5,}/g)) {
    const meant = nearest(printed, WORDS);
    if (meant) changes.push(...pointwise(content, start + index, meant));
  }
  return changes;
}

/** A caption alone on its line, with specks behind it. */
function readCaption(content: string): Field<string>[] {
  const match = /^([A-Z0-9]{5,12})((?:\s?[•*.°,])*)$/.exec(content);
  const [, printed = '', specks = ''] = match ?? [];
  if (!match) return [];
  const meant = CAPTIONS.includes(printed) ? printed : nearest(printed, CAPTIONS);
  return meant ? pointwise(content, 0, meant + ' '.repeat(specks.length)) : [];
}

const PRECEDENCES = precedences.map(({ word }): string => word);
const CAPTIONS = captionPhrases.map(({ phrase }) => phrase).filter(phrase => /^[A-Z]{5,}$/.test(phrase));
let pladsByLength: Map<number, string[]> | null = null;

/** The known addresses by their length. */
function plads(): ReadonlyMap<number, readonly string[]> {
  if (pladsByLength) return pladsByLength;
  pladsByLength = new Map();
  const names = new Set(
    stations.flatMap(({ plad, also, kind }) => (kind === 'misspelling' ? [] : [plad, ...also])),
  );
  for (const plad of names) {
    const alike = pladsByLength.get(plad.length);
    if (alike) alike.push(plad);
    else pladsByLength.set(plad.length, [plad]);
  }
  return pladsByLength;
}

/** The only word that scanners confuse with what is printed; null where there is none, where there are two, or for the word itself. */
function nearest(printed: string, words: readonly string[]): string | null {
  if (words.includes(printed)) return null;
  const found = words.filter(word => isConfused(printed, word));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isConfused(printed: string, word: string): boolean {
  if (printed.length !== word.length || word.length < 5) return false;
  const most = Math.min(MOST_CHANGES, Math.floor(word.length / 3));
  let changes = 0;
  for (let i = 0; i < word.length; i++) {
    const [a, b] = [printed[i] ?? '', word[i] ?? ''];
    if (a === b) continue;
    changes++;
    if (changes > most || !CONFUSED.some(group => group.includes(a.toUpperCase()) && group.includes(b)))
      return false;
  }
  return true;
}
