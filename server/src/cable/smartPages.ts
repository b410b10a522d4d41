import type { Span } from '../text/span';
import { isBanner } from './banner';
import type { TrimmedLines } from './trimmedLines';

/** `Page 1 of 3` */
const FOOT = /^Page\s{1,4}\d{1,3}\s{1,4}of\s{1,4}\d{1,3}$/i;

/** Whether a line is the banner of a SMART page: a classification, or one of its later names. */
export function isSmartBanner(line: string): boolean {
  return (
    isBanner(line, false) || /^(?:SENSITIVE BUT UNCLASSIFIED|SBU|UNCLASSIFIED\/\/[A-Z/ ]{2,40})$/i.test(line)
  );
}

/**
 * The feet of pages and the banners that repeat in a SMART printout (cable-format 7). The banner above the fields is kept,
 * for it says the telegram's classification.
 */
export function findPageFeet(source: TrimmedLines): Span[] {
  const spans: Span[] = [];
  let inFields = false;
  for (let line = source.nextFilled(0); line < source.count; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    if (FOOT.test(content) || (inFields && isSmartBanner(content))) spans.push(source.span(line));
    if (/^(?:MRN|Date\s?\/\s?DTG)\s{0,3}:/i.test(content)) inFields = true;
  }
  return spans;
}
