/**
 * What kind of line is this? Each test looks at the start of one line without the blanks around it and is linear in its
 * length. Keywords are read in any case: some copies are lower-cased from the class line on.
 */

export type PreambleKeyword = 'executive-order' | 'tags' | 'subject' | 'references' | 'authority';

/** The keywords at the start of a line. */
const AT_LINE_START: readonly (readonly [PreambleKeyword, RegExp])[] = [
  ['executive-order', /^E\s?[.,]?\s?[O0][.,]?\s?[:.]?\s{0,4}(?=\d{4,5}\b|UNKNOWN|N\/A)/i],
  ['tags', /^TAGE?S?\b\s{0,3}[:;,.]?(?=\s{0,9}\S)/i],
  ['subject', /^(?:S?UBJECT|SUBJ|SUBECT|SUBJEC|SUBJCT|SUBJET)\b\s{0,3}[:;.]?/i],
  [
    'references',
    /^(?:PROGRAM )?REF(?:S|\(S\)|TELS?|ERENCES?)?\s{0,3}(?:[:;]|\.(?=\s)|(?=\s(?:\(?[A-Z]\)?[.):]|(?:\d{2}|\d{4}) [A-Z]|[A-Z .]{3,20}\d)))/i,
  ],
  ['authority', /^(?:\([A-Z/]{1,5}\)\s{0,3})?CLASS?I?FIED\s{1,3}BY\b\s{0,3}:?/i],
];

/** The same where a copy has glued fields to one line. */
const INLINE =
  /(?<=\s)(?:(E\.\s?O\.?\s?:?\s?\d{5}\b)|(TAGS?:|TAGS? (?=[A-Z]{4}\b))|(SUBJ(?:ECT)?:)|(REF(?:S|\(S\)|TELS?|ERENCES?)?:)|(CLASSIFIED BY\b:?))/gi;
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
  // The first letter, and then the next ones, spare most lines the patterns.
  if (!mayBeginKeyword(line.charCodeAt(0)) || !/^(?:E\s?[.,O0]|TAG|S?UB|RE|PROG|CLA|\()/i.test(line))
    return null;
  for (const [keyword, pattern] of AT_LINE_START) {
    const match = pattern.exec(line);
    if (match) return { keyword, start: 0, end: match[0].length };
  }
  return null;
}

/** Whether a keyword may begin with this character: with E, T, S, U, R, P or C in either case, or a parenthesis. */
function mayBeginKeyword(code: number): boolean {
  switch (code | 32) {
    case 0x65:
    case 0x74:
    case 0x73:
    case 0x75:
    case 0x72:
    case 0x70:
    case 0x63:
    case 0x28:
      return true;
    default:
      return false;
  }
}

/** The first keyword of a wanted kind inside a line, behind `from`. */
export function keywordInside(
  line: string,
  from: number,
  wanted: (keyword: PreambleKeyword, hasColon: boolean) => boolean,
): FoundKeyword | null {
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
    /^[-=_*~]/.test(line) && line.length >= 3 && /^[-=_*~ ]+$/.test(line.slice(0, 400)) && line.length <= 400
  );
}

/** A line with nothing but full stops or other marks that some copies put for a blank line. */
export function isFiller(line: string): boolean {
  return line.length <= 3 && /^[.\\]{1,3}$/.test(line);
}

/** `Friday, 09 February 2007, 14:12`, which one family of copies puts above the class line. */
export function isDateline(line: string): boolean {
  return (
    line.includes('day, ') &&
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{1,2} [A-Z][a-z]+ \d{4}/.test(line)
  );
}

/** `This record is a partial extract of the original cable.` */
export function saysPartialExtract(line: string): boolean {
  return (
    line.includes('extract') && /^\W{0,3}This record is a partial extract of the original cable/i.test(line)
  );
}
