import { isHtml, readablePage } from './pageReader';
import { textOfHtml } from './pageText';

/** A tag of HTML that only sets words, and one that sets lines. */
const TAG =
  /<\/?(?:a|b|br|code|div|em|font|h[1-6]|i|li|ol|p|pre|span|strong|table|tbody|td|th|tr|tt|u|ul)\b[^<>]{0,1000}>/i;
const LINE_TAG = /<\/?(?:br|div|h[1-6]|li|p|pre|table|tr)\b[^<>]{0,1000}>/i;
/** The end of a line of the source, and a blank line, where the tag before it makes one already. */
const END_AFTER_TAG = new RegExp(`(${LINE_TAG.source})[ \\t]{0,80}\\n`, 'gi');
const BLANK_AFTER_TAG = /(<\/?(?:h[1-6]|p|pre)\b[^<>]{0,1000}>)[ \t]{0,80}\n[ \t]{0,80}\n/gi;
const ENTITY = /&(?:amp|apos|gt|lt|nbsp|para|quot|#\d{2,6}|#x[0-9a-f]{2,5});/i;

/** A line as long as this was several. */
const LONG = 300;

/** How lines begin of which every telegram has some. */
const STARTS: readonly RegExp[] = [
  /(?:ZZ|OO|PP|RR) R[A-Z]{3,6}\b/,
  /DE R[A-Z]{3,6} #?\d{4}\b/,
  /ZN[RY] [A-Z]{5}\b/,
  /[ZOPR](?: [ZOPR])? \d{6}Z [A-Z]{3} \d\d\b/,
  /FM (?:AM|SEC|US|R[A-Z]{3,6}\/)[A-Z]/,
  /(?:TO|INFO) (?:R[A-Z]{3,6}\/|AM(?:EMBASSY|CONSUL)\b|SECSTATE\b)/,
  /(?<!\b(?:TO|INFO|XMT)\s{1,9})R[A-Z]{4,6}\/[A-Z]/,
  /(?:UNCLAS(?:SIFIED)?|C O N F I D E N T I A L|CONFIDENTIAL|S E C R E T|SECRET|LIMITED OFFICIAL USE)(?: [A-Z0-9/ ]{1,60})? \d{4,6}\b/,
  /SIPDIS\b/,
  /E\.O\. ?\d{5}:/,
  /TAGS: /,
  /SUBJ(?:ECT)?: /,
  /REFS?: /,
  /C(?:lassified|LASSIFIED) B(?:y|Y): /,
];
/** Each run of blanks is looked at once. */
const BREAKS = STARTS.map(({ source }) => new RegExp(`(?<!\\s)\\s+(?=${source})`, 'g'));
const AT_LINE = STARTS.map(({ source }) => new RegExp(`^[ \\t]{0,20}${source}`, 'gm'));

/** Where further addressees begin that are no posts, in a line of the sender or of addressees. */
const ADDRESS_LINE = /^(?:FM|TO|INFO) /;
const ADDRESSED = /(?<!\s)\s+(?=(?:TO|INFO) [A-Z]{2})/g;

/** The number of a paragraph with what shows it to be one, and one that may be of a list. What a copy made of a pilcrow may stand before it. */
const NUMBER =
  /(?<!\s)\s+(?:(?=(?:\[1\]\(#\)|¶ ?)?(\d{1,3})\. ?\([A-Z][A-Z/ -]{0,11}\))|(?=(?:\[1\]\(#\)|¶ ?)(\d{1,3})\. )|(?=(\d{1,3})\. {1,3}[A-Z"“(]))/g;
const OWN_NUMBER = /^(?:\[1\]\(#\)|¶ ?)?(\d{1,3})\. /;
/** The marks of copies that may stand before the number of a line are no longer than this. */
const MARKS = 20;
const SENTENCE_END = /[.?!"”):]/;

/** So many different beginnings of lines tell that a line is a telegram without its lines. */
const LEAST_BREAKS = 3;

/**
 * A telegram as it reads in an editor: out of the source of a page as an import takes it; tags and entities of HTML become the lines
 * and characters that they stand for; a line that was several is broken where lines of the header and paragraphs begin. All else stays
 * as it is, the kind of line ends too. Done twice, it changes nothing more. Linear; never throws.
 */
export function makeReadable(text: string): string {
  let readable = text;
  for (let round = 0; round < ROUNDS; round++) {
    const next = withLines(withoutHtml(readable));
    if (next === readable) break;
    readable = next;
  }
  return readable !== text && text.includes('\r\n') ? readable.replace(/\r\n|\r|\n/g, '\r\n') : readable;
}

/** Some pages are escaped more than once. */
const ROUNDS = 4;

function withoutHtml(text: string): string {
  const hasTags = TAG.test(text);
  if (!hasTags && !ENTITY.test(text)) return text;
  const page = hasTags && isHtml(text) ? readablePage(text) : null;
  if (page !== null) return page;
  const plain = text.replace(/\r\n?/g, '\n');
  // Where tags only set words, the lines of the text are its own.
  const asTyped = () =>
    textOfHtml(`<pre>\n${plain.replace(BLANK_AFTER_TAG, '$1').replace(END_AFTER_TAG, '$1')}`);
  if (!LINE_TAG.test(text)) return asTyped();
  const asShown = textOfHtml(plain);
  // Tags may have been added to a telegram that had its lines.
  const typed = asTyped();
  return startsOf(typed) > startsOf(asShown) ? typed : asShown;
}

/** How many lines of a text begin like lines of a telegram. */
function startsOf(text: string): number {
  return AT_LINE.reduce((count, pattern) => count + (text.match(pattern)?.length ?? 0), 0);
}

function withLines(text: string): string {
  return text
    .split(/(\r\n|\r|\n)/)
    .map(line => (line.length < LONG ? line : brokenLine(line)))
    .join('');
}

function brokenLine(line: string): string {
  const found = BREAKS.filter(pattern => line.search(pattern) >= 0);
  if (found.length < LEAST_BREAKS) return brokenParagraphs(line, false);
  return found
    .reduce((whole, pattern) => whole.replace(pattern, '\n'), line)
    .split('\n')
    .map(each => (ADDRESS_LINE.test(each) ? each.replace(ADDRESSED, '\n') : brokenParagraphs(each, true)))
    .join('\n');
}

/** A line with a blank line before each paragraph but its first; numbers that may be of a list count only in a telegram without lines. */
function brokenParagraphs(line: string, isTelegram: boolean): string {
  let last = Number(OWN_NUMBER.exec(line)?.[1] ?? 0);
  const breaks: { readonly start: number; readonly end: number; readonly isMarked: boolean }[] = [];
  for (const match of line.matchAll(NUMBER)) {
    const number = Number(match[1] ?? match[2] ?? match[3]);
    const isMarked = match[3] === undefined;
    // Behind a list dash stands the number of the line itself.
    if (!/\w/.test(line.slice(0, Math.min(match.index, MARKS)))) {
      last = number;
      continue;
    }
    const fits = isMarked
      ? number > last
      : isTelegram &&
        number === last + 1 &&
        (number === 1 || SENTENCE_END.test(line.charAt(match.index - 1)));
    if (!fits) continue;
    breaks.push({ start: match.index, end: match.index + match[0].length, isMarked });
    last = number;
  }
  // One number alone may be anything.
  if (!breaks.some(({ isMarked }) => isMarked) && breaks.length < 2) return line;
  let broken = '';
  let from = 0;
  for (const { start, end } of breaks) {
    broken += `${line.slice(from, start)}\n\n`;
    from = end;
  }
  return broken + line.slice(from);
}
