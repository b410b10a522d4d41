import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import { isDigit } from '../text/characters';
import type { LineTable } from '../text/lineTable';
import { parseClassLine } from './classLine';
import { splitMrn } from './identity';
import { isDateline, isTableRow, saysPartialExtract, tableRowId } from './lines';

/**
 * Where one text holds several telegrams: released files, monthly dumps and some web pages do. Sections of one telegram, its pages and
 * a second layer of OCR are one telegram; so is a text that quotes another one whole.
 */

/** The lines of one telegram of a text, 0-based; `to` is exclusive. */
export interface TelegramLines {
  readonly from: number;
  readonly to: number;
}

/** A line is looked at no further than this. */
const LINE_LIMIT = 200;

/** How many lines with text may stand between the FM line and the first line of its head, and how many to its class line. */
const HEAD_LINES = 40;
const PREAMBLE_LINES = 60;

const FROM = /^FM {1,4}[A-Z]/i;
const TO = /^(?:TO|INFO|ZEN) {1,4}\S|^(?:TO|INFO)$/i;
const TIME =
  /^[ZOPRY0](?: {1,4}[ZOPRY0]){0,2}\s{1,8}([0-9OQDIlSB|;:]{6})\s?[Z27]?\s{1,4}[A-Z0-9]{3}\s{1,4}\d\d/i;
/** FL1 to FL5. */
const TRANSMISSION = /^(?:VZCZC|(?:ZZ|OO|PP|RR|YY)\b|DE R[A-Z]{3}|ZN[RY]\b|R[A-Z]{3,6}(?: R[A-Z]{3,6})*$)/i;
/** FL3: the last four digits of the serial. */
const ROUTED = /^DE R[A-Z]{3,6} #?(\d{4})\b/i;
const PAGE_ONE =
  /^PA[GC]E\s{1,24}[0O][1Il](?:\s{1,24}([A-Z][A-Z0-9 .'-]{1,20}?)\s{1,24}([0-9OIlSBZ]{4,7})(?:\s|$))?/i;
const BANNER_OF_FILE =
  /^TEXT OF (?:TELEGRAM|CABLE)\s{1,4}\d\d\s?([A-Z][A-Z0-9 .'-]{1,20}?)\s{1,8}([0-9OIlSBZ]{4,7})(?:\s|$)/i;
const SMART_NUMBER = /^MRN\s{0,3}:\s{0,40}(?:\d{4}|\d\d) ([A-Z][A-Z .'-]{1,30}?) (\d{1,7})\b/i;
/** A stamp that stands once at the head of a page, and one that stands at the head and the foot of each. */
const DECISION = /^(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)\s{1,40})?RELEASED? IN (?:FULL|PART)\b/i;
const CASE_STAMP = /\bDepartment of State\s{1,40}Case No\b/i;
/** A word alone, which may be the number of a message centre above the first page. */
const CENTRE_NUMBER = /^[A-Z]{3}[0-9OISl ]{2,6}$|^[0-9]{2,4}$/i;
const DESIGNATION_ALONE = /^(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)$/i;
const PARAGRAPH = /^¶?\d{1,2}\.\s/;
const END = /^(?:N{3,5}\b|END OF (?:DOCUMENT|MESSAGE)|PAGE NO\b)/i;
/** What stands in front of a telegram that another one quotes. */
const QUOTES = /\b(?:QUOTE|QTE|REPEAT(?:ED|S|ING)?|RPTD?|FOLLOW(?:S|ING)|BELOW)\b[^.]{0,40}$|:$/i;

/** The beginning of a telegram's text, with what tells which telegram it is. */
interface Head {
  /** The first line, 0-based. */
  readonly line: number;
  /** Each serial that is printed, as printed, with the station as printed. */
  readonly numbers: readonly PrintedNumber[];
  /** The digits of the date-time group as printed. */
  readonly time: string | null;
  /** The 0-based line behind the class line, or behind the FM line where that has none. */
  readonly end: number;
  readonly hasClassLine: boolean;
}

interface PrintedNumber {
  /** Empty where a serial stands without its station. */
  readonly post: string;
  readonly serial: string;
  /** Whether only the last four digits are printed. */
  readonly isCut?: boolean;
}

/** The telegrams of a text in order, at least one; together they are the whole text. Linear in its length. */
export function telegramLines(text: string, lines: LineTable): readonly TelegramLines[] {
  const whole = [{ from: 0, to: lines.count }];
  if (!mayHoldSeveral(text, lines)) return whole;
  const starts: number[] = [];
  let current = null as Head | null;
  for (const head of headsIn(new LineReader(text, lines))) {
    if (current && !areApart(current, head)) {
      current = { ...current, numbers: [...current.numbers, ...head.numbers].slice(0, 12) };
      continue;
    }
    if (current) starts.push(head.line);
    current = head;
  }
  if (starts.length === 0) return whole;
  return [0, ...starts].map((from, i) => ({ from, to: starts[i] ?? lines.count }));
}

/** A quick look at how the lines begin, which spares nearly all texts the search: whether two heads may begin with them. */
function mayHoldSeveral(text: string, lines: LineTable): boolean {
  let headers = 0;
  let orders = 0;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.start(line);
    // The empty line behind the last break.
    if (start === text.length) break;
    let at = start;
    let code = text.charCodeAt(at);
    // Most lines begin with a letter that comes after all of these.
    if (code > CAPITAL_M) continue;
    while ((code === SPACE || code === TAB) && ++at < text.length) code = text.charCodeAt(at);
    if (code === CAPITAL_F) {
      if (text.startsWith('FM ', at) && ++headers === 2) return true;
    } else if (code === CAPITAL_E) {
      if (text.startsWith('E.O. ', at) && ++orders === 2 && mayHoldBareHeads(text, lines)) return true;
    } else if (code === CAPITAL_M) {
      if (at === start && text.startsWith('MRN', at) && isNumberOfSeveral(text, at)) return true;
    } else if (isDigit(code) && at === start && isTableRow(text.slice(at, at + LINE_LIMIT))) return true;
  }
  return false;
}

/** Whether the first and the last order that a text names begin a line, as in telegrams that have lost their headers. */
function mayHoldBareHeads(text: string, lines: LineTable): boolean {
  return [text.indexOf('E.O. '), text.lastIndexOf('E.O. ')].every(
    at => text.slice(lines.start(lines.lineAt(at)), at).trim() === '',
  );
}

/** Whether the number of a SMART telegram begins at `at` and another one may stand below. */
function isNumberOfSeveral(text: string, at: number): boolean {
  return SMART_NUMBER.test(text.slice(at, at + LINE_LIMIT)) && text.includes('MRN', at + 1);
}

const TAB = 9;
const SPACE = 32;
const CAPITAL_E = 0x45;
const CAPITAL_F = 0x46;
const CAPITAL_M = 0x4d;

class LineReader {
  readonly #text: string;
  readonly #lines: LineTable;
  readonly count: number;

  constructor(text: string, lines: LineTable) {
    this.#text = text;
    this.#lines = lines;
    this.count = lines.count;
  }

  /** A line without the blanks around it, cut at `LINE_LIMIT`; empty outside the text. */
  content(line: number): string {
    if (line < 0 || line >= this.count) return '';
    const start = this.#lines.start(line);
    return this.#text.slice(start, Math.min(this.#lines.end(line), start + LINE_LIMIT)).trim();
  }
}

function* headsIn(reader: LineReader): Generator<Head> {
  let behind = 0;
  for (let line = 0; line < reader.count; line++) {
    const content = reader.content(line);
    if (content === '') continue;
    const first = content.charCodeAt(0) | 32;
    let head: Head | null = null;
    if (first === 0x66 && FROM.test(content)) head = headAround(reader, line, behind);
    else if (first === 0x6d && SMART_NUMBER.test(content))
      head = headOfNumber(line, SMART_NUMBER.exec(content));
    else if (first >= 0x30 && first <= 0x39 && isTableRow(content))
      head = headOfRow(line, tableRowId(content));
    else if (DESIGNATED.test(content)) head = bareHead(reader, line, behind);
    if (!head) continue;
    if (!isQuoted(reader, head.line)) yield head;
    behind = head.end;
    line = Math.max(line, head.end - 1);
  }
}

/**
 * The head of a telegram that has lost its header: a class line with station and serial above executive order, TAGS and subject, before
 * any paragraph. What a publisher put above it belongs to it. Null where one of them is missing.
 */
function bareHead(reader: LineReader, line: number, first: number): Head | null {
  const { post, serial } = parseClassLine(reader.content(line), 0)?.classLine ?? {};
  if (!post || !serial || serial.value.length < LEAST_OF_BARE || !isKnownPost(postKey(post.value)))
    return null;
  let found = 0;
  for (let below = line + 1, seen = 0; below < reader.count && seen < BARE_LINES; below++) {
    const content = reader.content(below);
    if (content === '') continue;
    seen++;
    if (FROM.test(content) || PARAGRAPH.test(content)) return null;
    if (FIELDS[found]?.test(content)) found++;
    if (found === FIELDS.length) break;
  }
  if (found < FIELDS.length) return null;
  let top = line;
  for (let above = line - 1; above >= first; above--) {
    const content = reader.content(above);
    if (content === '') continue;
    if (!saysPartialExtract(content) && !isDateline(content) && !ID_ALONE.test(content)) break;
    top = above;
  }
  const numbers = [{ post: post.value, serial: serial.value }];
  return { line: top, numbers, time: null, end: line + 1, hasClassLine: true };
}

/** The fields that a telegram without a header has above its text, in their order. */
const FIELDS = [/^E\.O\. /i, /^TAGS\b/i, /^SUBJ(?:ECT)?:/i] as const;
/** The passing instructions of a telegram are not more lines, and the serial of one of the years of such copies has six digits. */
const BARE_LINES = 30;
const LEAST_OF_BARE = 6;
const DESIGNATED = /^(?:UNCLAS|C ?O ?N ?F ?I ?D|S ?E ?C ?R ?E ?T|T ?O ?P|L ?I ?M ?I)/i;
const ID_ALONE = /^\d\d[A-Z]{4,20}\d{1,6}$/;

/** A head that is one line. */
function headOfNumber(line: number, match: RegExpExecArray | null): Head {
  const [, post = '', serial = ''] = match ?? [];
  return { line, numbers: [{ post, serial }], time: null, end: line + 1, hasClassLine: true };
}

/** The head that is a row of a table of cables, with the id in it. */
function headOfRow(line: number, id: string | null): Head {
  const parts = splitMrn(id ?? '');
  const numbers = parts ? [{ post: parts.post, serial: String(parts.serial) }] : [];
  return { line, numbers, time: null, end: line + 1, hasClassLine: true };
}

/**
 * The head around the FM line `from`, which begins at or behind `first`; null where the line does not stand in one: then neither a
 * date-time group above nor an addressee below it is near.
 */
function headAround(reader: LineReader, from: number, first: number): Head | null {
  const numbers: PrintedNumber[] = [];
  let time: string | null = null;
  let line = from;
  let isPaged = false;
  let routed: PrintedNumber | null = null;
  for (let above = from - 1, seen = 0; above >= first && seen < HEAD_LINES; above--) {
    const content = reader.content(above);
    if (content === '') continue;
    seen++;
    if (PARAGRAPH.test(content) || END.test(content) || FROM.test(content)) break;
    const group = TIME.exec(content);
    const serial = ROUTED.exec(content)?.[1];
    if (serial) routed ??= { post: '', serial, isCut: true };
    const page = PAGE_ONE.exec(content);
    const banner = BANNER_OF_FILE.exec(content);
    if (group) time ??= possibleTime(group[1] ?? '');
    for (const match of [page, banner])
      if (match?.[2]) numbers.push({ post: match[1] ?? '', serial: match[2] });
    const isOfPage = isPaged && (DESIGNATION_ALONE.test(content) || CENTRE_NUMBER.test(content));
    if (isPaged && isStampOfPage(reader, above, first)) {
      line = above;
      break;
    }
    if (group || page || banner || isOfPage || (!isPaged && TRANSMISSION.test(content))) line = above;
    else if (isPaged) break;
    isPaged ||= page !== null;
  }
  let isAddressed = false;
  let end = from + 1;
  for (let below = from + 1, seen = 0; below < reader.count && seen < PREAMBLE_LINES; below++) {
    const content = reader.content(below);
    if (content === '') continue;
    seen++;
    if (FROM.test(content) || PARAGRAPH.test(content)) break;
    if (seen <= 3 && TO.test(content)) isAddressed = true;
    const classLine = parseClassLine(content, 0)?.classLine;
    if (!classLine) continue;
    if (classLine.serial) numbers.push({ post: classLine.post?.value ?? '', serial: classLine.serial.value });
    end = below + 1;
    break;
  }
  if (numbers.length === 0 && routed) numbers.push(routed);
  return time !== null || isAddressed ? { line, numbers, time, end, hasClassLine: end > from + 1 } : null;
}

/** Whether a line is the stamp at the head of a page; one that stands at both ends of pages is only where two of them meet. */
function isStampOfPage(reader: LineReader, line: number, first: number): boolean {
  const content = reader.content(line);
  if (DECISION.test(content)) return true;
  if (!CASE_STAMP.test(content)) return false;
  for (let above = line - 1; above >= first; above--)
    if (reader.content(above) !== '') return CASE_STAMP.test(reader.content(above));
  return true;
}

/** Whether the line with text above a head says that a telegram follows which is being quoted. */
function isQuoted(reader: LineReader, line: number): boolean {
  for (let above = line - 1; above >= 0 && above > line - 6; above--) {
    const content = reader.content(above);
    if (content !== '') return QUOTES.test(content) && !END.test(content);
  }
  return false;
}

/**
 * Whether two heads, one behind the other, are certainly of two telegrams: their numbers differ, or where one prints none, their
 * dates do. A relay's header directly above another one is of the same telegram.
 */
function areApart(a: Head, b: Head): boolean {
  if (!a.hasClassLine && b.line <= a.end + RELAY_LINES) return false;
  const haveOtherTimes = a.time !== null && b.time !== null && !mayBeSameDigits(a.time, b.time);
  if (a.numbers.length === 0 || b.numbers.length === 0) return haveOtherTimes;
  return !a.numbers.some(one =>
    b.numbers.some(other => maySame(one, other) || (!haveOtherTimes && areNear(one, other))),
  );
}

/** How many lines of addressees may stand between a relay's header and the telegram's own. */
const RELAY_LINES = 6;

/** A day, an hour and a minute as printed; null where the digits of one are none of the calendar, and so misread. */
function possibleTime(printed: string): string | null {
  const [day, hour, minute] = [0, 2, 4].map(at => printed.slice(at, at + 2));
  return Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59 ? null : printed;
}

function maySame(a: PrintedNumber, b: PrintedNumber): boolean {
  const isCut = a.isCut || b.isCut;
  const [one, other] = [a.serial, b.serial].map(serial =>
    serial.slice(isCut ? -4 : 0).replace(/^[0O]+/i, ''),
  );
  if (!mayBeSameDigits(one ?? '', other ?? '')) return false;
  const posts = [a.post, b.post].map(postKey);
  return posts[0] === posts[1] || !posts.every(isKnownPost);
}

/** Whether one sign of two long serials differs, where one of the heads shows that a scanner misread it. */
function areNear(a: PrintedNumber, b: PrintedNumber): boolean {
  if (a.serial.length !== b.serial.length || a.serial.length < 5) return false;
  let different = 0;
  for (let i = 0; i < a.serial.length; i++) if (a.serial[i] !== b.serial[i]) different++;
  return (
    different === 1 && [a, b].some(({ post, serial }) => /\D/.test(serial) || !isKnownPost(postKey(post)))
  );
}

/** Whether two numbers may be the same, if any letter or sign in them is a digit that a scanner misread. */
function mayBeSameDigits(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++)
    if (isDigit(a.charCodeAt(i)) && isDigit(b.charCodeAt(i)) && a[i] !== b[i]) return false;
  return true;
}
