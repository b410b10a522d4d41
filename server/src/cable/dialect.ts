import { codeAt, isWhite } from '../text/characters';
import { findAttributes } from './attributes';
import { fullYear } from './identity';
import type { Dialect } from './model';
import { pageHeadAt } from './pageHead';
import { isReleased, isReviewed } from './stamps';
import { isNumberBanner } from './telegramNumber';
import type { TrimmedLines } from './trimmedLines';

/** How many lines with text are looked at. */
const REACH = 150;
/** Stamps are looked for in so much of the text. */
const STAMP_REACH = 16_384;
/** Paper with transmission lines is stamped at the top of its page as well. */
const TOP_REACH = 2048;

/**
 * What a line begins with that tells the dialect: FL1, FL3, FL4 or the remark of a partial extract, which only `cablegate` has; the number
 * or the time of a printout, or another field of one; an attribute; the originator.
 */
const SIGN = new RegExp(
  [
    '^(?:(VZCZ|DE R[A-Z]{3,6} #|ZN[RY] [UCSTE]{4}|This record is a partial extract)',
    String.raw`(MRN\s{0,3}:\s{0,40}\d\d|Date\s?\/\s?DTG\s{0,3}:)`,
    String.raw`((?:From|Action|Info|E\.O\.|TAGS|Captions|Reference|Pass Line|Subject)\s{0,3}:)`,
    String.raw`(Message Attributes|Draft Date\s?:|Handling Restrictions\s?:|Document Number\s?:)`,
    String.raw`(FM\s{1,4}[A-Z]))`,
  ].join('|'),
  'i',
);
/** The letters with which the attributes in it begin; they spare most lines the pattern. */
const ATTRIBUTE_INITIALS = Array.from('mdh', letter => codeAt(letter, 0));
const TIME =
  /^[ZOPRY0](?: {1,4}[ZOPRY0]){0,2}\s{1,8}[0-9OQDIlSB|]{6}\s?([Z27])\s{1,4}[A-Z0-9]{3}\s{1,4}(\d\d)(?![A-Z0-9])/i;
const ORDER = /^[EFB]\s?[.,]\s?([O0])[.,]?\s?[:.]?\s{0,4}(\d{5})\b/i;
/** The first order of the years in which released paper, not the archive, keeps telegrams on pages. */
const FIRST_LATER_ORDER = 12356;
/** The archive's pages end with 1979, paper that was released on request with the 1990s. */
const LAST_ARCHIVE_YEAR = 1979;
const LAST_PAPER_YEAR = 1995;

interface Signs {
  smart: number;
  fields: number;
  cablegate: boolean;
  /** A page head stands above the telegram's own lines. */
  headFirst: boolean;
  attributes: number;
  /** The banner of the Department's printouts of the 1980s stands above the telegram. */
  banner: boolean;
  /** Lines that a scanner has misread. */
  misread: number;
  year: number | null;
  order: number | null;
}

/**
 * Which kind of copy a text is, told by its content (cable-format, opening table and sections 6 to 8). A text with the
 * transmission lines of dialect A stays `cablegate` whatever page heads it holds, unless reviewers have stamped it.
 */
export function dialectOf(source: TrimmedLines): Dialect {
  const signs = readSigns(source);
  if (signs.banner) return 'foia';
  if (signs.smart === 2 || (signs.smart === 1 && signs.fields >= 4)) return 'smart';
  // One of the attributes is called Review Authority, as a stamp of released paper is.
  if (!signs.cablegate && hasAttribute(source) && findAttributes(source)) return 'sas';
  const top = source.text.slice(0, signs.cablegate ? TOP_REACH : STAMP_REACH);
  if (isReleased(top)) return 'foia';
  if (signs.cablegate) return 'cablegate';
  if (signs.attributes >= 2 || isReviewed(top)) return 'sas';
  if (signs.misread >= 2) return 'foia';
  if (!signs.headFirst) return 'cablegate';
  return byPeriod(signs);
}

/** Whether any line names one of the attributes by which an archive's block is known. */
function hasAttribute(source: TrimmedLines): boolean {
  for (let line = source.nextFilled(0); line < source.count; line = source.nextFilled(line + 1)) {
    const initial = codeAt(source.text, source.span(line).start) | 32;
    if (ATTRIBUTE_INITIALS.includes(initial) && SIGN.exec(source.content(line))?.[4]) return true;
  }
  return false;
}

/** Which kind of copy begins with a page head, told by its year, or by its order where it has lost that. */
function byPeriod({ year, order, misread }: Signs): Dialect {
  if (misread > 0) return 'foia';
  if (year !== null) {
    if (year <= LAST_ARCHIVE_YEAR) return 'sas';
    return year <= LAST_PAPER_YEAR ? 'foia' : 'cablegate';
  }
  if (order === null) return 'sas';
  if (order < FIRST_LATER_ORDER) return 'sas';
  return order === FIRST_LATER_ORDER ? 'foia' : 'cablegate';
}

function readSigns(source: TrimmedLines): Signs {
  const signs: Signs = {
    smart: 0,
    fields: 0,
    cablegate: false,
    headFirst: false,
    attributes: 0,
    banner: false,
    misread: 0,
    year: null,
    order: null,
  };
  let inTelegram = false;
  let line = source.nextFilled(0);
  for (let seen = 0; line < source.count && seen < REACH; seen++) {
    const content = source.content(line).slice(0, 200);
    const sign = SIGN.exec(content);
    signs.cablegate = sign?.[1] !== undefined;
    signs.banner = !signs.cablegate && !inTelegram && isNumberBanner(content);
    if (signs.cablegate || signs.banner) return signs;
    if (sign?.[2]) signs.smart++;
    else if (sign?.[3]) signs.fields++;
    // What tells the dialects apart stands above the first paragraph.
    const { mark, keyword } = source.beginning(line);
    if (inTelegram && mark) break;
    if (sign?.[4]) signs.attributes++;
    if (!inTelegram && pageHeadAt(source, line)) signs.headFirst = true;
    const time = isWhite(codeAt(content, 1)) ? TIME.exec(content) : null;
    if (time && signs.year === null) {
      signs.year = fullYear(time[2] ?? '');
      if (time[1]?.toUpperCase() !== 'Z') signs.misread += 2;
    }
    const order = ORDER.exec(content);
    if (order && signs.order === null) {
      signs.order = Number(order[2]);
      if (order[1] === '0') signs.misread++;
    }
    if (time || order || sign?.[5] || keyword) inTelegram = true;
    line = source.nextFilled(line + 1);
  }
  return signs;
}
