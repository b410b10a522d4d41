import { findAttributes } from './attributes';
import { fullYear } from './identity';
import type { Dialect } from './model';
import { pageHeadAt } from './pageHead';
import { stampsIn } from './stamps';
import { isNumberBanner } from './telegramNumber';
import type { TrimmedLines } from './trimmedLines';

/** How many lines with text are looked at. */
const REACH = 150;
/** Stamps are looked for in so much of the text. */
const STAMP_REACH = 16_384;
/** Paper with transmission lines is stamped at the top of its page as well. */
const TOP_REACH = 2048;

const SMART_NUMBER = /^MRN\s{0,3}:\s{0,40}\d\d/i;
const SMART_DATE = /^Date\s?\/\s?DTG\s{0,3}:/i;
const SMART_FIELD = /^(?:From|Action|Info|E\.O\.|TAGS|Captions|Reference|Pass Line|Subject)\s{0,3}:/i;
/** FL1, FL3 and FL4, and the remark of a partial extract: none of the other dialects has them. */
const CABLEGATE = /^(?:VZCZ|DE R[A-Z]{3,6} #|ZN[RY] [UCSTE]{4}|This record is a partial extract)/i;
const TIME =
  /^[ZOPRY0](?: {1,4}[ZOPRY0]){0,2}\s{1,8}[0-9OQDIlSB|]{6}\s?([Z27])\s{1,4}[A-Z0-9]{3}\s{1,4}(\d\d)(?![A-Z0-9])/i;
const ORDER = /^[EFB]\s?[.,]\s?([O0])[.,]?\s?[:.]?\s{0,4}(\d{5})\b/i;
const FROM = /^FM\s{1,4}[A-Z]/i;
const ATTRIBUTE = /^(?:Message Attributes|Draft Date\s?:|Handling Restrictions\s?:|Document Number\s?:)/i;
/** The same at the beginning of any line. Ends of lines are found sooner than the places where lines begin. */
const ANY_ATTRIBUTE =
  /(?:[\r\n]|^)[ \t]{0,40}(?:Message Attributes|Draft Date\s?:|Handling Restrictions\s?:|Document Number\s?:)/i;

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
  if (!signs.cablegate && ANY_ATTRIBUTE.test(source.text) && findAttributes(source)) return 'sas';
  const stamps = stampsIn(source.text.slice(0, signs.cablegate ? TOP_REACH : STAMP_REACH));
  if (stamps.release) return 'foia';
  if (signs.cablegate) return 'cablegate';
  if (stamps.review || signs.attributes >= 2) return 'sas';
  if (signs.misread >= 2) return 'foia';
  if (!signs.headFirst) return 'cablegate';
  return byPeriod(signs);
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
    if (!inTelegram && isNumberBanner(content)) return { ...signs, banner: true };
    if (CABLEGATE.test(content)) return { ...signs, cablegate: true };
    if (SMART_NUMBER.test(content) || SMART_DATE.test(content)) signs.smart++;
    else if (SMART_FIELD.test(content)) signs.fields++;
    // What tells the dialects apart stands above the first paragraph.
    const { mark, keyword } = source.beginning(line);
    if (inTelegram && mark) break;
    if (ATTRIBUTE.test(content)) signs.attributes++;
    if (!inTelegram && pageHeadAt(source, line)) signs.headFirst = true;
    const time = TIME.exec(content);
    if (time && signs.year === null) {
      signs.year = fullYear(time[2] ?? '');
      if (time[1]?.toUpperCase() !== 'Z') signs.misread += 2;
    }
    const order = ORDER.exec(content);
    if (order && signs.order === null) {
      signs.order = Number(order[2]);
      if (order[1] === '0') signs.misread++;
    }
    if (time || order || FROM.test(content) || keyword) inTelegram = true;
    line = source.nextFilled(line + 1);
  }
  return signs;
}
