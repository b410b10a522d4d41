import { beginningsOf, mayBeginWith } from '../text/beginnings';
import { codeAt, isLetter } from '../text/characters';
import { mayBeginDesignation, mayBeginDesignationWith } from './designation';
import { type ParagraphNumber, paragraphNumber } from './paragraphMark';

/**
 * What kind of line is this? Each test looks at the start of one line without the blanks around it and is linear in its
 * length. Keywords are read in any case: some copies are lower-cased from the class line on.
 */

export type PreambleKeyword = 'executive-order' | 'tags' | 'subject' | 'references' | 'authority';

/** The keywords at the start of a line. The patterns are sticky: where a match ends, their `lastIndex` says without making it. */
const ORDER: LineStart = [
  'executive-order',
  /(?:¶\s?)?E\s?[.,]?\s?[O0][.,]?\s?[:.]?\s{0,4}(?=\d{4,5}\b|\d{4}[A-Z]\b|\d{3}[A-Z]\d\b|UNKNOWN|N\/A)/iy,
];
const TAGS: LineStart = ['tags', /TAGE?S?\b\s{0,3}[:;,.]?(?=\s{0,9}\S)/iy];
const SUBJECT: LineStart = ['subject', /(?:S?UBJECT|SUBJ|SUBECT|SUBJEC|SUBJCT|SUBJET)\b\s{0,3}[:;.]?/iy];
const REFERENCES: LineStart = [
  'references',
  /(?:PROGRAM )?REF(?:S|\(S\)|TELS?|ERENCES?)?\s{0,3}(?:[:;]|\.(?=\s)|(?=\s(?:\(?[A-Z]\)?[.):]|(?:\d{2}|\d{4}) [A-Z]|[A-Z .]{3,20}\d)))/iy,
];
const AUTHORITY: LineStart = ['authority', /(?:\([A-Z/]{1,5}\)\s{0,3})?CLASS?I?FIED\s{1,3}BY\b\s{0,3}:?/iy];
type LineStart = readonly [PreambleKeyword, RegExp];

/** The same where a copy has glued fields to one line. */
const INLINE =
  /(?<=\s)(?:(E\.\s?O\.?\s?:?\s?\d{5}\b)|(TAGS?:|TAGS?[ .,;*•]{1,6}(?=[A-Z]{4}\b))|(SUBJ(?:ECT)?:)|(REF(?:S|\(S\)|TELS?|ERENCES?)?:)|(CLASSIFIED BY\b:?))/gi;
/** How each of them begins; a look that spares nearly all lines the pattern. */
const MAY_BE_INLINE = /\s(?:E\.|TAG|SUBJ|REF|CLASSIFIED)/gi;
const INLINE_KINDS: readonly PreambleKeyword[] = [
  'executive-order',
  'tags',
  'subject',
  'references',
  'authority',
];

export interface FoundKeyword {
  readonly keyword: PreambleKeyword;
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
}

/** The keyword of a preamble field with which a line begins. */
export function keywordAtStart(line: string): FoundKeyword | null {
  const start = startLike(line);
  if (!start) return null;
  const [keyword, pattern] = start;
  pattern.lastIndex = 0;
  return pattern.test(line) ? { keyword, start: 0, end: pattern.lastIndex } : null;
}

/** The keyword that a line may begin with, by its first two characters: they spare most lines the patterns. */
function startLike(line: string): LineStart | null {
  if (line.length < 2) return null;
  const second = codeAt(line, 1) | 32;
  switch (codeAt(line, 0) | 32) {
    case 0x65: // E, and behind it a stop, a blank or the O
      return second === 0x6f || !isLetter(second) ? ORDER : null;
    case 0xb6: // a pilcrow that a web copy put before what it took for a numbered paragraph
      return ORDER;
    case 0x74: // TA
      return second === 0x61 ? TAGS : null;
    case 0x73: // SU
      return second === 0x75 ? SUBJECT : null;
    case 0x75: // UB
      return second === 0x62 ? SUBJECT : null;
    case 0x72: // RE
      return second === 0x65 ? REFERENCES : null;
    case 0x70: // PR
      return second === 0x72 ? REFERENCES : null;
    case 0x63: // CL
      return second === 0x6c ? AUTHORITY : null;
    case 0x28: // a portion mark before CLASSIFIED
      return AUTHORITY;
    default:
      return null;
  }
}

/** What a line of a header or a preamble begins with: at most one of these. */
export interface LineBeginning {
  readonly mark: ParagraphNumber | null;
  readonly keyword: FoundKeyword | null;
  /** Whether its letters may be those of a designation, with which a class line begins. */
  readonly mayBeClassLine: boolean;
}

/** What a blank line begins with. */
export const NOTHING: LineBeginning = { mark: null, keyword: null, mayBeClassLine: false };
const LIKE_CLASS_LINE: LineBeginning = { ...NOTHING, mayBeClassLine: true };

/** The letters with which keywords begin. */
const KEYWORDS = beginningsOf(['EO', 'TAG', 'SUB', 'UBJ', 'REF', 'PRO', 'CLA']);

/**
 * Whether the line at an offset of a text has none of these beginnings, whatever follows: it begins with three letters of another word, as
 * nearly all lines of a header do.
 */
export function beginsOtherWord(text: string, at: number): boolean {
  if (at + 2 >= text.length) return false;
  const [a, b, c] = [codeAt(text, at), codeAt(text, at + 1), codeAt(text, at + 2)];
  if (!(isLetter(a) && isLetter(b) && isLetter(c))) return false;
  return !mayBeginWith(KEYWORDS, a, b, c) && !mayBeginDesignationWith(a, b, c);
}

/** What a line begins with. Its first characters tell which pattern is worth trying; most lines need none. */
export function beginningOf(line: string): LineBeginning {
  const mark = paragraphNumber(line);
  if (mark) return { mark, keyword: null, mayBeClassLine: false };
  const keyword = keywordAtStart(line);
  if (keyword) return { mark: null, keyword, mayBeClassLine: false };
  return mayBeginDesignation(line) ? LIKE_CLASS_LINE : NOTHING;
}

/** The first keyword of a wanted kind inside a line, behind `from`. */
export function keywordInside(
  line: string,
  from: number,
  wanted: (keyword: PreambleKeyword, hasColon: boolean) => boolean,
): FoundKeyword | null {
  MAY_BE_INLINE.lastIndex = Math.max(0, from - 1);
  if (!MAY_BE_INLINE.test(line)) return null;
  INLINE.lastIndex = from;
  for (let match = INLINE.exec(line); match; match = INLINE.exec(line)) {
    const group = match.slice(1).findIndex(capture => capture !== undefined);
    const keyword = INLINE_KINDS[group];
    if (!keyword || !wanted(keyword, match[0].endsWith(':'))) continue;
    const length = keyword === 'executive-order' ? match[0].search(/\d/) : match[0].length;
    return { keyword, start: match.index, end: match.index + length };
  }
  return null;
}

/** A line of dashes or the like above or below a heading. */
export function isRule(line: string): boolean {
  return (
    line.length >= 3 &&
    isRuleSign(codeAt(line, 0)) &&
    /^[-=_*~ ]+$/.test(line.slice(0, 400)) &&
    line.length <= 400
  );
}

/** A dash, an equals sign, an underscore, an asterisk or a tilde. */
function isRuleSign(code: number): boolean {
  return code === 0x2d || code === 0x3d || code === 0x5f || code === 0x2a || code === 0x7e;
}

/** A line with nothing but full stops or other marks that some copies put for a blank line. */
export function isFiller(line: string): boolean {
  return line.length <= 3 && /^[.\\]{1,3}$/.test(line);
}

/** `Friday, 09 February 2007, 14:12`, which one family of copies puts above the class line. */
export function isDateline(line: string): boolean {
  return (
    isInitialOfDay(codeAt(line, 0)) &&
    line.includes('day, ') &&
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{1,2} [A-Z][a-z]+ \d{4}/.test(line)
  );
}

/** M, T, W, F or S. */
function isInitialOfDay(code: number): boolean {
  return code === 0x4d || code === 0x54 || code === 0x57 || code === 0x46 || code === 0x53;
}

const PARTIAL_EXTRACT = /^\W{0,3}This record is a partial extract of the original cable/i;
const LEAST_OF_PARTIAL_EXTRACT = 'This record is a partial extract of the original cable'.length;

/** `This record is a partial extract of the original cable.` */
export function saysPartialExtract(line: string): boolean {
  return line.length >= LEAST_OF_PARTIAL_EXTRACT && line.includes('extract') && PARTIAL_EXTRACT.test(line);
}

const TABLE_ROW = /^\d{1,7}\s{1,12}\d{4}-\d\d-\d\d\s{1,12}(\d\d[A-Z]{3,20}\d{1,7})\s/;

/** The id in a row of a table of cables that a copy has printed in front of a text: number, day, id, origin. Null for another line. */
export function tableRowId(line: string): string | null {
  return TABLE_ROW.exec(line)?.[1] ?? null;
}

/** Whether a line begins with a row of a table of cables. */
export function isTableRow(line: string): boolean {
  return TABLE_ROW.test(line);
}
