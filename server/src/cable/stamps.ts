import { withSingleBlanks } from '../text/characters';
import type { Span } from '../text/span';
import type { Release } from './model';

/** `Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 04 MAY 2006` */
const REVIEWED =
  /Declassified\s{0,4}\/\s{0,4}Released(?:\s{1,40}U\.?\s?S\.? Department\s{1,4}of\s{1,4}State)?(?:\s{1,40}E\.?O\.?\s{1,4}Systematic\s{1,4}Review)?(?:\s{1,40}\d{1,2} [A-Z]{3} \d{4})?/gi;
const REVIEWER = /[A-Z][a-z]{1,20} [A-Z]\. [A-Z][a-z]{1,20}\s{1,40}$/;
/** The parts of the same stamp where a copy has broken it and put other lines between. */
const REVIEW_PART = /^(?:U\.?S\.? Department of State|E\.?O\.? Systematic Review)\b[ \dA-Za-z]{0,14}$/gim;

/** `UNCLASSIFIED U.S. Department of State Case No. F-2014-01302 Doc No. C05517243 Date: 05/05/2014` */
const RELEASED =
  /(?:\b(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)\s{1,40})?\bU\.?\s?S\.?\s{1,4}Department of State\s{1,40}Case No\.?:?\s{0,8}\S{1,20}(?:\s{1,40}Doc\.? No\.?:?\s{0,8}\S{1,20})?(?:\s{1,40}Date:?\s{0,8}[\dOIl]{1,2}\/[\dOIl]{1,2}\/[\dOIl]{2,4})?/gi;

/** `UNITED STATES DEPARTMENT OF STATE / REVIEW AUTHORITY: … / DATE/CASE ID: 05 NOV 2008 200103014` */
const REVIEW_AUTHORITY =
  /(?:\bUNITED STATES DEPARTMENT OF STATE[\s/]{1,40})?\bREVIEW AUTHORITY:(?:[^\n:]{0,80}(?:\n[^\n:]{0,80}){0,2}?\bDATE\/CASE ID:\s{0,8}(?:\d{1,2} [A-Z]{3} \d{4})?\s{0,8}\d{0,12}|[^\n]{0,80})/gi;
const CASE_LINE = /^[ \t]{0,80}DATE\/CASE ID:[^\n]{0,60}$/gim;

/** `RELEASED IN FULL`, `RELEASED IN PART B1, 1.4(D)`: a line of its own. */
const DECISION =
  /^[ \t]{0,120}(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)[ \t]{1,80})?(?:RELEASED?|DENIED|EXCISED) IN (?:FULL|PART)\b(?:[ \t,:;-]{0,8}(?:[A-Z]\d\b|\d\.\d ?\([A-Z]\)))*[ \t]{0,20}\r?$/gim;

/** `DECLASSIFIED / NLRR F98-012 #23456 / BY RW NARA DATE 3/12/09`: a presidential library's. */
const LIBRARY =
  /^[ \t]{0,120}(?:DECLASSIFIED\b[^\n]{0,60}\r?\n[ \t]{0,120})?(?:(?:NL[A-Z]{1,3}\b|Authority\b|E\.?O\.? )[^\n]{0,60}\r?\n[ \t]{0,120}){0,2}BY[ \t]{1,4}\S{1,12}[ \t]{1,4}NARA,?[ \t]{1,4}DATE[ \t]{1,4}\S{1,12}[ \t]{0,20}\r?$/gim;

const RELEASE_STAMPS = [RELEASED, REVIEW_AUTHORITY, CASE_LINE, DECISION];

/**
 * Where the stamps of reviewers stand (cable-format 6 and 8), anywhere in the text, in the middle of a line too. Linear in
 * the length of the text.
 */
export function findStamps(text: string): Span[] {
  const spans = [REVIEW_PART, LIBRARY, ...RELEASE_STAMPS].flatMap(pattern => matches(text, pattern));
  for (const span of matches(text, REVIEWED)) {
    const reviewer = REVIEWER.exec(text.slice(Math.max(0, span.start - 100), span.start));
    spans.push({ start: span.start - (reviewer?.[0].length ?? 0), end: span.end });
  }
  return spans;
}

/** Words that each stamp of a release has; a text without them needs no closer look. Their ends alone are found sooner. */
const QUICK = /case (?:no|id)|authority:|[si]ed? in (?:full|part)/i;

/** Whether a text has the stamps of a release on request. */
export function isReleased(text: string): boolean {
  return QUICK.test(text) && RELEASE_STAMPS.some(pattern => text.search(pattern) >= 0);
}

/** The same for the stamp of a review. */
const QUICK_REVIEW = /classified\s{0,4}\//i;

/** Whether a text has the stamp of the systematic review of 1973-79. */
export function isReviewed(text: string): boolean {
  return QUICK_REVIEW.test(text) && text.search(REVIEWED) >= 0;
}

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const CASE = /\bCase No\.?:?\s{0,8}([A-Z0-9-]{4,20})/i;
const CASE_ID = /\bDATE\/CASE ID:\s{0,8}(?:\d{1,2} [A-Z]{3} \d{4}\s{1,8})?(\d{6,12})/i;
const DOCUMENT = /\bDoc\.? No\.?:?\s{0,8}([A-Z0-9-]{4,20})/i;

/** What the stamps of a release on request say (cable-format 8); null where there are none. */
export function readRelease(text: string): Release | null {
  if (!QUICK.test(text)) return null;
  const stamps = RELEASE_STAMPS.flatMap(pattern => matches(text, pattern))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => withSingleBlanks(text.slice(start, end)).trim());
  const first = (pattern: RegExp) => stamps.map(stamp => pattern.exec(stamp)?.[1]).find(Boolean) ?? null;
  if (stamps.length === 0) return null;
  return {
    document: first(DOCUMENT),
    case: first(CASE) ?? first(CASE_ID),
    stamp: stamps.find(stamp => stamp.search(DECISION) >= 0) ?? stamps[0] ?? null,
  };
}
