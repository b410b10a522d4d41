import { executiveOrder } from '../reference/executiveOrders';
import type { Field } from '../text/span';
import { MONTHS } from './dateTimeGroup';
import type { TrimmedLines } from './trimmedLines';

/** What scanners of paper take for digits (cable-format 8). */
const DIGIT_OF: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  C: '0',
  I: '1',
  L: '1',
  '|': '1',
  S: '5',
  B: '8',
};
const LETTER_OF: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 5: 'S', 8: 'B' };
/** Designations as they stand on class lines, without blanks. */
const DESIGNATIONS = ['UNCLASSIFIED', 'CONFIDENTIAL', 'LIMITEDOFFICIALUSE', 'TOPSECRET', 'UNCLAS', 'SECRET'];

/** Digits for what a scanner read: `O1` is 01, `C4` is 04, `I7` is 17. Other characters stay. */
export function asDigits(printed: string): string {
  return printed.replace(/[^0-9]/g, character => DIGIT_OF[character.toUpperCase()] ?? character);
}

/** Letters for the digits that a scanner read for them, in capitals and nothing else: `M0SC0W` is MOSCOW. */
export function asLetters(printed: string): string {
  return printed
    .toUpperCase()
    .replace(/[0158]/g, digit => LETTER_OF[digit] ?? digit)
    .replace(/[^A-Z]+/g, '');
}

/** How many characters differ between two words of one length. */
function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

/** Letters for the digits inside words: `L0NDON`. */
function asWords(printed: string): string {
  return printed.replace(/(?<=[A-Z])0(?=[A-Z])/gi, 'O').replace(/(?<=[A-Z])1(?=[A-Z])/gi, 'I');
}

/** A stretch of a line that is to be read otherwise; offsets in the line, `value` as long as the stretch. */
type Change = Field<string>;

function change(line: string, start: number, value: string): Change[] {
  const end = start + value.length;
  return line.slice(start, end) === value ? [] : [{ start, end, value }];
}

const TIME =
  /^([ZOPRY0])((?: {1,4}[ZOPRY0]){0,2}\s{1,8})([0-9OQDIlSB|]{6})\s?([Z27])(\s{1,4})([A-Z0-9]{3})(\s{1,4})([0-9OISB]{2})(?![A-Z0-9])/i;

/** FL5 with digits, its Z or its month misread: `3001302 APR 94`. */
function repairTime(line: string): Change[] {
  const match = TIME.exec(line);
  if (!match) return [];
  const [whole, first = '', between = '', digits = '', z = '', gap = '', month = '', gap2 = '', year = ''] =
    match;
  const name = monthLike(month.toUpperCase());
  // Without a date of the calendar in it this is no date-time group.
  if (!name || !/^\d{6}$/.test(asDigits(digits)) || !/^\d\d$/.test(asDigits(year))) return [];
  const blank = whole.length - (first + between + digits + z + gap + month + gap2 + year).length;
  const read =
    first.toUpperCase().replace('0', 'O') +
    between.toUpperCase().replaceAll('0', 'O') +
    asDigits(digits) +
    ' '.repeat(blank) +
    (z === 'z' ? z : 'Z') +
    gap +
    (month.toUpperCase() === name ? month : name) +
    gap2 +
    asDigits(year);
  return pointwise(line, 0, read);
}

/** The month that three characters mean: the same, or the only one with one character changed. */
function monthLike(printed: string): string | null {
  if (MONTHS.includes(printed)) return printed;
  const near = MONTHS.filter(name => differences(name, printed) === 1);
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** The changes that turn the line's characters from `start` on into `read`, one for each run of characters. */
export function pointwise(line: string, start: number, read: string): Change[] {
  const changes: Change[] = [];
  for (let i = 0; i < read.length; i++) {
    if (line[start + i] === read[i]) continue;
    let end = i + 1;
    while (end < read.length && line[start + end] !== read[end]) end++;
    changes.push({ start: start + i, end: start + end, value: read.slice(i, end) });
    i = end;
  }
  return changes;
}

const SECTION = /\bSECT[I1l]ON\s{0,3}([0-9OQDIlC]{1,2})\s{1,3}OF\s{1,3}([0-9OQDIlC]{1,2})(?![A-Z0-9])/i;
const STATION = /(?:^|\s)([A-Z][A-Z01 .'-]{2,24}?)\s{1,4}([0-9OQDIl|]{4,6})\s*$/i;

/** The class line with misread letters, section numbers or serial: `COMFIDEMTIAL SECTION O1 OF C4 …`. */
function repairClassLine(line: string): Change[] {
  const designation = designationLike(line);
  if (!designation) return [];
  const rest = line.slice(designation.length);
  const section = SECTION.exec(rest);
  const behind = designation.length + (section ? section.index + section[0].length : 0);
  const station = STATION.exec(line.slice(behind));
  const serial = station?.[2] ?? '';
  const hasSerial = (serial.match(/\d/g)?.length ?? 0) * 2 >= 4;
  if (!section && !hasSerial) return [];
  const changes = pointwise(line, 0, designation.read);
  if (section) {
    const at = designation.length + section.index;
    const read = section[0].replace(/[0-9OQDIlC]{1,2}(?=\s{1,3}OF|$)/gi, asDigits).replace(/[1l](?=ON)/, 'I');
    changes.push(...pointwise(line, at, read));
  }
  if (station && hasSerial) {
    const at = behind + station.index + station[0].indexOf(station[1] ?? '');
    const name = station[1] ?? '';
    changes.push(...pointwise(line, at, asWords(name)));
    changes.push(...pointwise(line, line.trimEnd().length - serial.length, asDigits(serial)));
  }
  return changes;
}

interface LikeDesignation {
  /** How many characters of the line it takes. */
  readonly length: number;
  /** The same characters as they should be. */
  readonly read: string;
}

/** The designation with which a line begins, with at most two letters wrong in a long one and one in `SECRET`. */
function designationLike(line: string): LikeDesignation | null {
  const at: number[] = [];
  for (let i = 0; i < line.length && i < 60 && at.length < 18; i++) if (/\S/.test(line[i] ?? '')) at.push(i);
  const run = at.map(i => (line[i] ?? '').toUpperCase()).join('');
  for (const word of DESIGNATIONS) {
    const wrong = differences(word, run.slice(0, word.length));
    if (run.length < word.length || wrong > (word.length > 6 ? 2 : 1)) continue;
    const length = (at[word.length - 1] ?? 0) + 1;
    if (!/^(?:[\s/]|SECT|$)/i.test(line.slice(length, length + 4))) continue;
    const read = [...line.slice(0, length)];
    for (let i = 0; i < word.length; i++) {
      const place = at[i] ?? 0;
      if ((read[place] ?? '').toUpperCase() !== word[i]) read[place] = word[i] ?? '';
    }
    return { length, read: read.join('') };
  }
  return null;
}

const ORDER = /^([EFB]\s?[.,]?\s?)[O0QD][.,]?\s?[:.]?\s{0,4}([0-9OISBl]{5})(?![0-9A-Z])/i;

/** The E.O. line whose number is an order on classification once its letters are read as digits. */
function repairOrder(line: string): Change[] {
  const match = ORDER.exec(line);
  const [whole = '', beginning = '', number = ''] = match ?? [];
  if (!match || !executiveOrder(asDigits(number))) return [];
  const first = line[0] === 'e' || line[0] === 'E' ? [] : change(line, 0, 'E');
  const second = line[beginning.length] === 'o' ? [] : change(line, beginning.length, 'O');
  return [...first, ...second, ...pointwise(line, whole.length - number.length, asDigits(number))];
}

const KEYWORD = /^([A-Z0-9]{3,10}):/i;
const KEYWORDS: readonly (readonly [string, number])[] = [
  ['TAGS', 1],
  ['SUBJECT', 2],
  ['SUBJ', 1],
  ['REFTEL', 1],
];

/** A keyword of the preamble with letters misread: `TAG5:`, `5UBJECT:`. */
function repairKeyword(line: string): Change[] {
  const printed = KEYWORD.exec(line)?.[1]?.toUpperCase();
  if (!printed) return [];
  if (/^R[EBF][PBFR]$/.test(printed) && printed !== 'REF') return pointwise(line, 0, 'REF');
  for (const [word, allowed] of KEYWORDS) {
    if (printed === word) return [];
    if (printed.length === word.length && differences(printed, word) <= allowed)
      return pointwise(line, 0, word);
  }
  return [];
}

/** `FM`, `TO` and `INFO` where a letter of them was misread. */
function repairAddressWord(line: string, dtgAbove: boolean): Change[] {
  if (dtgAbove && /^(?:F[HNW]|[PE]M)\s{1,4}[A-Z]{3}/.test(line)) return pointwise(line, 0, 'FM');
  if (/^T0\s{1,4}[A-Z]{3}/.test(line)) return change(line, 1, 'O');
  if (/^[I1l]NF[O0]\s{1,4}[A-Z]{3}/.test(line)) return pointwise(line, 0, 'INFO');
  return [];
}

/** `l.` for paragraph 1, and braces for the parentheses of a portion mark. `isFirst` says that `I.` is paragraph 1 too. */
function repairMark(line: string, isFirst: boolean): Change[] {
  const match = /^([l1I|]?[0-9lI|])(\s?\.\s{0,4})(?:([({[])([A-Z/]{1,6})([)}\]]))?/.exec(line);
  if (!match) return [];
  const [, number = '', stop = '', open, mark = '', close] = match;
  const isNumber = /[0-9l]/.test(number) || open !== undefined || isFirst;
  const at = number.length + stop.length;
  const portion = open && close ? pointwise(line, at, `(${mark})`) : [];
  return [...(isNumber ? pointwise(line, 0, asDigits(number)) : []), ...portion];
}

/** A speck before the number of paragraph 1, which paragraph 2 follows: `*1. `, `.1. `. */
function repairSpeck(line: string, isFirst: boolean): Change[] {
  return isFirst && /^[.,*•°'‘]\s?1\s?\.\s/.test(line) ? change(line, 0, ' ') : [];
}

/** A number whose full stop a scanner has lost, or taken with it for letters: `4 THE `, `3' THE `, `II. THE `. */
const DAMAGED_NUMBER = /^(\d{1,2}|I[IO])(['’,;:]?\s|\.\s)\s{0,3}[A-Z]{2}/;
/** How many of the numbers behind a damaged one may be damaged too. */
const LOST_WITH_IT = 2;

/** The full stop behind a paragraph's number, where the numbers before and behind prove which one it is. */
function repairNumber(line: string, above: string, last: number, next: number): Change[] {
  const match = DAMAGED_NUMBER.exec(line);
  const [, number = '', stop = ''] = match ?? [];
  const read = asDigits(number);
  if (!match || Number(read) !== last + 1) return [];
  if (next !== 0 && (next <= last + 1 || next > last + 2 + LOST_WITH_IT)) return [];
  const isFullStop = stop.startsWith('.');
  // Without its stop a number may begin a line in the middle of a sentence.
  if (!isFullStop && (next === 0 || !ENDS_ABOVE.test(above))) return [];
  return [...pointwise(line, 0, read), ...(isFullStop ? [] : change(line, number.length, '.'))];
}

/** The end of a sentence, or of a summary, with specks behind it; or nothing but specks. */
const ENDS_ABOVE = /(?:^|[.!?:)]|\b(?:SUMMARY|COMMENT)\W?)["'”’]?[\s•.*S]*$/;

const NUMBERED = /^(\d{1,2})\s?\.(?!\d)/;

/** For each line the number of the next numbered one; 0 where none follows. */
function nextNumbers(source: TrimmedLines): Uint8Array {
  const before = new Uint8Array(source.count);
  let next = 0;
  for (let line = source.count - 1; line >= 0; line--) {
    before[line] = next;
    const printed = NUMBERED.exec(source.content(line).slice(0, 8))?.[1];
    if (printed !== undefined) next = Number(printed);
  }
  return before;
}

/** A line as it reads with the changes that lie in it. */
function apply(line: string, changes: readonly Change[]): string {
  let read = line;
  for (const { start, end, value } of changes)
    if (end <= line.length) read = read.slice(0, start) + value + read.slice(end);
  return read;
}

const ADDRESSES = /^(?:TO|INFO)\s{1,4}[A-Z]/;

/**
 * What scanners misread in the lines that a parser has to know: date-time group, class line, E.O. line, keywords, addresses,
 * paragraph numbers (cable-format 8). Each repair has as many characters as what stands there, so offsets stay; keywords and
 * addresses are repaired before the first paragraph only. Running text is never touched.
 */
export function findRepairs(source: TrimmedLines): Field<string>[] {
  const repairs: Field<string>[] = [];
  const next = nextNumbers(source);
  let last = 0;
  let inPreamble = true;
  let inAddresses = false;
  let above = '';
  for (let line = 0; line < source.count; line++) {
    const content = source.content(line).slice(0, 200);
    if (content === '') continue;
    const { start } = source.span(line);
    const isFirst = inPreamble && next[line] === 2;
    const lost = repairNumber(content, above, last, next[line] ?? 0);
    const marks =
      lost.length > 0 ? lost : [...repairMark(content, isFirst), ...repairSpeck(content, isFirst)];
    const read = NUMBERED.exec(apply(content.slice(0, 8), marks))?.[1];
    if (read !== undefined) last = Number(read);
    if (marks.length > 0 || NUMBERED.test(content)) inPreamble = false;
    const found = [...marks, ...repairTime(content), ...repairClassLine(content)];
    if (inPreamble) {
      const address = repairAddressWord(content, TIME.test(above));
      if (address.length > 0 || ADDRESSES.test(content)) inAddresses = true;
      else if (designationLike(content) || ORDER.test(content) || KEYWORD.test(content)) inAddresses = false;
      found.push(...repairOrder(content), ...repairKeyword(content), ...address);
      if (inAddresses) found.push(...pointwise(content, 2, asWords(content).slice(2)));
    }
    for (const { start: from, end, value } of found)
      repairs.push({ start: start + from, end: start + end, value });
    above = content;
  }
  return repairs;
}
