import { isDigit, withSingleBlanks } from '../text/characters';

/** The mark at the start of a line that may number a paragraph. Offsets are in the line. */
export interface ParagraphMark {
  /** Up to four digits as printed behind the artefact. */
  readonly digits: string;
  /** Whether an artefact that stands for a pilcrow was printed apart from the digits: `[1](#)`, `**1**`. */
  readonly marked: boolean;
  /** Whether a list dash stands before it. */
  readonly dashed: boolean;
  /** Where the mark, its full stop included, ends. */
  readonly end: number;
  /** The portion mark behind it without parentheses, upper case; null where there is none. */
  readonly marking: string | null;
  /** Whether the portion mark says that it holds for the entire text: `(C - ENTIRE TEXT)`. */
  readonly isForEntireText: boolean;
  /** Where the portion mark stands, parentheses included; both `end` where there is none. */
  readonly markingStart: number;
  readonly markingEnd: number;
}

/** A portion mark behind the number may stand for the full stop that a typist left out. */
const NUMBERED =
  /^(-\s{0,3})?(?:¶\s?|(\[[1¶]\]\([^)\s]{0,200}\)|\*\*[1¶]\*\*)\s?)?(\d{1,5})(?:\s?\.(?:\.(?=\s{0,4}[([]))?(?!\d)|,?(?=\s{1,4}\((?:TS|S|C|SBU|U|LOU)[)/, -]))/;
const LEVEL = 'TS|S|C|SBU|U|LOU|FOUO|TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE';
const PORTION = new RegExp(
  String.raw`\s{0,6}[([]\s?((?:${LEVEL})(?:\s{0,2}(?:\/{1,2}|-|,|\s)\s{0,2}[A-Z][A-Z ,/-]{0,40})?)\s?[)\]]`,
  'iy',
);
/** The same where its parenthesis is lost, `C) `, or where it is written out without any, `CONFIDENTIAL - ENTIRE TEXT`. */
const OPEN_PORTION = new RegExp(
  String.raw`\s{1,6}(?:((?:TS|S|C|SBU|U|LOU))\)(?=\s)|((?:${LEVEL})\s{0,2}(?:-{1,2}|,)?\s{0,2}ENTIRE TEXT)\b)`,
  'y',
);
const ENTIRE_TEXT = /[\s,/-]{0,6}\b(?:ENTIRE|WHOLE) TEXT$/;
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

/** The numbered mark with which a line begins; null where it has none. Whether it counts, its neighbours tell. */
export function paragraphMark(line: string): ParagraphMark | null {
  // A quick look at the first character spares most lines the pattern.
  const first = line.charCodeAt(0);
  if (!isDigit(first) && !mayBeginMark(first)) return null;
  const match = NUMBERED.exec(line);
  if (!match) return null;
  return withPortion(line, match[0].length, {
    digits: match[3] ?? '',
    marked: match[2] !== undefined,
    dashed: match[1] !== undefined,
  });
}

/** The mark of a line that begins with a portion mark and no number: a paragraph whose number was lost. */
export function unnumberedMark(line: string): ParagraphMark | null {
  const first = line.charCodeAt(0);
  if (first !== 0x28 && !mayBeginMark(first)) return null;
  const match = UNNUMBERED.exec(line);
  if (!match) return null;
  const mark = withPortion(line, match[0].length, {
    digits: '',
    marked: match[2] !== undefined,
    dashed: match[1] !== undefined,
  });
  return mark.marking === null ? null : mark;
}

/** Whether a mark may begin with this character before its digits: with a dash, a pilcrow or what copies made of one. */
function mayBeginMark(code: number): boolean {
  return code === 0x2d || code === 0xb6 || code === 0x5b || code === 0x2a;
}

function withPortion(
  line: string,
  end: number,
  mark: Pick<ParagraphMark, 'digits' | 'marked' | 'dashed'>,
): ParagraphMark {
  PORTION.lastIndex = end;
  OPEN_PORTION.lastIndex = end;
  const match = PORTION.exec(line) ?? (mark.digits === '' ? null : OPEN_PORTION.exec(line));
  const marking = match?.[1] ?? match?.[2];
  if (!match || marking === undefined || NOT_A_PORTION.test(marking))
    return { end, marking: null, isForEntireText: false, markingStart: end, markingEnd: end, ...mark };
  const printed = withSingleBlanks(marking.toUpperCase());
  return {
    end,
    marking: plainMarking(printed),
    isForEntireText: ENTIRE_TEXT.test(printed),
    markingStart: end + match[0].search(/\S/),
    markingEnd: end + match[0].length,
    ...mark,
  };
}

/** A portion mark as letters, without what it says about its scope: `CONFIDENTIAL - ENTIRE TEXT` is `C`. */
function plainMarking(printed: string): string {
  const marking = printed.replace(ENTIRE_TEXT, '');
  for (const [written, letters] of WRITTEN_OUT)
    if (written.test(marking)) return marking.replace(written, letters);
  return marking;
}
