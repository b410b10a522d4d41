import { codeAt, isCapital, isDigit, isWhite, withSingleBlanks } from '../text/characters';

/** The number at the start of a line that may be that of a paragraph. Offsets are in the line. */
export interface ParagraphNumber {
  /** Up to four digits as printed behind the artefact. */
  readonly digits: string;
  /** Whether an artefact that stands for a pilcrow was printed apart from the digits: `[1](#)`, `**1**`. */
  readonly marked: boolean;
  /** Whether a list dash stands before it. */
  readonly dashed: boolean;
  /** Where the number, its full stop included, ends. */
  readonly end: number;
}

/** The mark at the start of a line that may number a paragraph: its number, or an artefact alone, and what it says of the portion. */
export interface ParagraphMark extends ParagraphNumber {
  /** The portion mark behind it without parentheses, upper case; null where there is none. */
  readonly marking: string | null;
  /** Whether the portion mark says that it holds for the entire text: `(C - ENTIRE TEXT)`. */
  readonly isForEntireText: boolean;
  /** Where the portion mark stands, parentheses included; both `end` where there is none. */
  readonly markingStart: number;
  readonly markingEnd: number;
  /** Where the words begin: behind the portion mark, unless a title such as `Summary:` stands before it. */
  readonly textStart: number;
}

/** A portion mark behind the number may stand for the full stop that a typist left out. */
const NUMBERED =
  /^(-\s{0,3})?(?:¶\s?|(\[[1¶]\]\([^)\s]{0,200}\)|\*\*[1¶]\*\*)\s?)?(\d{1,5})(?:\s?\.(?:\.(?=\s{0,4}[([]))?(?!\d)|,?(?=\s{1,4}\((?:TS|S|C|SBU|U|LOU)[)/, -]))/;
const LEVEL = 'TS|S|C|SBU|U|LOU|FOUO|TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE';
const PORTION = new RegExp(
  String.raw`\s{0,6}[([]\s?((?:${LEVEL})(?:\s{0,2}(?:\/{1,2}|-|,|\s)\s{0,2}[A-Z][A-Z ,/-]{0,40})?)\s?\.?[)\]]`,
  'iy',
);
/** The same where its parenthesis is lost, `C) `, or where it is written out without any, `CONFIDENTIAL - ENTIRE TEXT`. */
const OPEN_PORTION = new RegExp(
  String.raw`\s{1,6}(?:((?:TS|S|C|SBU|U|LOU))\)(?=\s)|((?:${LEVEL})\s{0,2}(?:-{1,2}|,)?\s{0,2}ENTIRE TEXT)\b)`,
  'y',
);
/** The same behind the title with which a paragraph begins, `Summary: (C) `. */
const TITLED_PORTION =
  /\s{0,6}[A-Z][A-Za-z]{2,14}(?: [A-Za-z]{2,14})?[:.]\s{1,6}\(((?:TS|S|C|SBU|U|LOU)(?:\/{1,2}[A-Z]{1,8})?)\)(?=\s)/y;
const ENTIRE_TEXT = /[\s,/-]{0,6}\b(?:ENTIRE|WHOLE) TEXT$/;
/** A mark that is shorter and holds no blank, such as `SBU` or `C/NF`, is abbreviated; most are, and need no closer look. */
const SHORTEST_WRITTEN_OUT = 6;
/** Marks that are written out, and the letters that stand for them. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/^TOP SECRET\b/, 'TS'],
  [/^SECRET\b/, 'S'],
  [/^CONFIDENTIAL\b/, 'C'],
  [/^UNCLASSIFIED\b/, 'U'],
  [/^LIMITED OFFICIAL USE\b/, 'LOU'],
];
const UNNUMBERED = /^(-\s{0,3})?(?:¶\s?|(\[[1¶]\]\([^)\s]{0,200}\)|\*\*[1¶]\*\*)\s?)?(?=\()/;
/** Words in parentheses that begin like a portion mark and are none. */
const NOT_A_PORTION = /^(?:U\.S|C\s+AND|S\s+AND)/i;

/** The number with which a line begins; null where it has none. Whether it counts, its neighbours tell. */
export function paragraphNumber(line: string): ParagraphNumber | null {
  // A quick look at the first character spares most lines the pattern.
  const first = codeAt(line, 0);
  if (!isDigit(first) && !mayBeginMark(first)) return null;
  const match = NUMBERED.exec(line);
  if (!match || isNoText(line, match[0].length)) return null;
  return {
    digits: match[3] ?? '',
    marked: match[2] !== undefined,
    dashed: match[1] !== undefined,
    end: match[0].length,
  };
}

/** The numbered mark with which a line begins, its portion mark included; null where it has none. */
export function paragraphMark(line: string): ParagraphMark | null {
  const number = paragraphNumber(line);
  return number && withPortion(line, number);
}

/** Specks that a scanner left, or the rest of a class line: neither is the text of a paragraph. */
function isNoText(line: string, from: number): boolean {
  if (line.length - from > 80 || !(line.includes('•', from) || line.includes('SECTION', from))) return false;
  const rest = line.slice(from);
  return /^[\s.•*'",;:]*•[\s.•*'",;:]*$/.test(rest) || /\bSECTION \d\d OF \d\d\b.{0,30}\d{4,6}$/.test(rest);
}

/** The mark of a line that begins with a portion mark and no number: a paragraph whose number was lost. */
export function unnumberedMark(line: string): ParagraphMark | null {
  const first = codeAt(line, 0);
  if (first !== 0x28 && !mayBeginMark(first)) return null;
  const match = UNNUMBERED.exec(line);
  if (!match) return null;
  const mark = withPortion(line, {
    digits: '',
    marked: match[2] !== undefined,
    dashed: match[1] !== undefined,
    end: match[0].length,
  });
  return mark.marking === null ? null : mark;
}

/** Where the text before a mark in the middle of a line ends, and where the mark starts, as offsets in the line. */
export interface GluedMark {
  readonly end: number;
  readonly start: number;
}

const GLUED =
  /(\S)\s{1,8}(?=(?:¶\s?|\[[1¶]\]\([^)\s]{0,200}\)|\*\*[1¶]\*\*)?\d{1,3}\s?\.\s{0,4}\((?:TS|S|C|SBU|U|LOU)[)/ ,-])/g;

const ENDS = /(?:[.!?:)\]"'”’]|XXXX|\bEND (?:SUMMARY|COMMENT|NOTE|TEXT))$/i;

/**
 * Where in a line a number with a portion mark stands behind the end of a sentence, from the offset `from` on: where the text
 * before it ends, and where the mark starts. `behindAny` takes it behind any text.
 */
export function gluedMarks(line: string, from: number, behindAny = false): readonly GluedMark[] {
  if (!mayHoldMark(line, from)) return NO_MARKS;
  const found: GluedMark[] = [];
  GLUED.lastIndex = from;
  for (let match = GLUED.exec(line); match; match = GLUED.exec(line)) {
    const end = match.index + 1;
    if (behindAny || ENDS.test(line.slice(Math.max(0, end - 12), end)))
      found.push({ end, start: match.index + match[0].length });
  }
  return found;
}

const NO_MARKS: readonly GluedMark[] = [];

/** Whether a parenthesis with a capital stands behind a full stop: hardly any line needs the pattern. */
function mayHoldMark(line: string, from: number): boolean {
  for (let at = line.indexOf('(', from); at >= 0; at = line.indexOf('(', at + 1)) {
    if (!isCapital(codeAt(line, at + 1))) continue;
    let stop = at - 1;
    while (stop > at - 6 && codeAt(line, stop) === 0x20) stop--;
    if (codeAt(line, stop) === 0x2e) return true;
  }
  return false;
}

/** Whether a mark may begin with this character before its digits: with a dash, a pilcrow or what copies made of one. */
function mayBeginMark(code: number): boolean {
  return code === 0x2d || code === 0xb6 || code === 0x5b || code === 0x2a;
}

function withPortion(line: string, { digits, marked, dashed, end }: ParagraphNumber): ParagraphMark {
  const plain = execAt(PORTION, line, end) ?? (digits === '' ? null : execAt(OPEN_PORTION, line, end));
  const titled = plain || digits === '' ? null : execAt(TITLED_PORTION, line, end);
  const match = plain ?? titled;
  const words = match?.[1] ?? match?.[2];
  const portion = words === undefined ? null : portionOf(words);
  const markingEnd = match && portion ? end + match[0].length : end;
  // Each property by its name: reading what was spread from another object takes several times as long.
  return {
    digits,
    marked,
    dashed,
    end,
    marking: portion ? portion.marking : null,
    isForEntireText: portion ? portion.isForEntireText : false,
    markingStart: portion ? startOfPortion(line, end, markingEnd, titled !== null) : end,
    markingEnd,
    textStart: titled ? end : markingEnd,
  };
}

/** Where a portion mark starts that ends at `end`: behind blanks, or behind a title. */
function startOfPortion(line: string, from: number, end: number, isTitled: boolean): number {
  if (isTitled) return line.lastIndexOf('(', end);
  let start = from;
  while (isWhite(codeAt(line, start))) start++;
  return start;
}

function execAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

/** A portion mark as letters, and whether it holds for the entire text: `CONFIDENTIAL - ENTIRE TEXT` is `C`. Null for other words. */
function portionOf(words: string): (Pick<ParagraphMark, 'isForEntireText'> & { marking: string }) | null {
  const printed = withSingleBlanks(words.toUpperCase());
  const isAbbreviated = printed.length < SHORTEST_WRITTEN_OUT && !printed.includes(' ');
  if (isAbbreviated) return { marking: printed, isForEntireText: false };
  if (NOT_A_PORTION.test(printed)) return null;
  const marking = printed.replace(ENTIRE_TEXT, '');
  const isForEntireText = marking !== printed;
  for (const [written, letters] of WRITTEN_OUT)
    if (written.test(marking)) return { marking: marking.replace(written, letters), isForEntireText };
  return { marking, isForEntireText };
}
