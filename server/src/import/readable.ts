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
  /E\.?O\.? ?\d{5}[: ]/,
  /T(?:AGS|ags): /,
  /S(?:UBJ(?:ECT)?|ubj(?:ect)?): /,
  /R(?:EFS?|efs?): /,
  /C(?:lassified|LASSIFIED) [Bb](?:y|Y): /,
];
/** The same of the printouts that give a number the name MRN. */
const PRINTOUT_STARTS: readonly RegExp[] = [
  /MRN: \d\d/,
  /Date\/DTG: /,
  /(?:From|Action|Info|E\.O\.|Captions|Pass Line|Reference): /,
  /(?:Signature|Drafted By|Cleared By|Approved By|Released By|Dissemination Rule): /,
];
/** Each run of blanks is looked at once. */
const breaksAt = ({ source }: RegExp) => new RegExp(`(?<!\\s)\\s+(?=${source})`, 'g');
const BREAKS = STARTS.map(breaksAt);
const PRINTOUT_BREAKS = PRINTOUT_STARTS.map(breaksAt);
const AT_LINE = STARTS.map(({ source }) => new RegExp(`^[ \\t]{0,20}${source}`, 'gm'));

/** Where further addressees begin, in a line of the sender or of addressees. */
const ADDRESS_LINE = /^(?:FM|TO|INFO) /;
const ADDRESSED =
  /(?<!\s)\s+(?=(?:TO|INFO) [A-Z]{2}|(?<!\b(?:FM|TO|INFO|XMT)\s{1,9})(?:AM(?:EMBASSY|CONSUL)|USMISSION|USDEL|USLO|USINT) [A-Z])/g;
/** Nothing follows this caption on its line. */
const BEHIND_CAPTION = /^SIPDIS\s+(?=\S)/gm;

/** What a copy has made of a pilcrow stands before paragraphs only; a pilcrow may cite one. */
const MARK = String.raw`\[1\]\(#\)|\*\*1\*\*`;
/** The number of a paragraph, with what shows it to be one or without. */
const NUMBER = new RegExp(
  String.raw`(?<!\s)\s+(?=(?:- )?(?:(${MARK})|(¶) ?)?(\d{1,3})\. {0,3}(?:(\([A-Z][A-Z/ -]{0,11}\))|[A-Z"“(]))`,
  'g',
);
const OWN_NUMBER = new RegExp(String.raw`^(?:- )?(?:${MARK}|¶ ?)?(\d{1,3})\. `);
const SENTENCE_END = /[.?!"”):]/;

/** So many different beginnings of lines tell that a line is a telegram without its lines. */
const LEAST_BREAKS = 3;

/**
 * A telegram as it reads in an editor: out of the source of a page as an import takes it; tags and entities of HTML become the lines
 * and characters that they stand for; a line that was several is broken where lines of the header and paragraphs begin. All else stays
 * as it is, the kind of line ends too. Done twice, it changes nothing more. Linear; never throws.
 */
export function makeReadable(text: string): string {
  let readable = text.replace(ESCAPED_AGAIN, '&amp;');
  for (let round = 0; round < ROUNDS; round++) {
    const next = withLines(withoutHtml(readable));
    if (next === readable) break;
    readable = next;
  }
  return readable !== text && text.includes('\r\n') ? readable.replace(/\r\n|\r|\n/g, '\r\n') : readable;
}

/** Some pages are escaped more than once. */
const ROUNDS = 4;
const ESCAPED_AGAIN = /&(?:amp;|#0{0,5}38;|#x0{0,5}26;){2,}/gi;

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
  if (startsOf(plain) === 0) return asShown;
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
  const starts = line.includes('MRN: ') ? [...BREAKS, ...PRINTOUT_BREAKS] : BREAKS;
  const found = starts.filter(pattern => line.search(pattern) >= 0);
  if (found.length < LEAST_BREAKS) return brokenParagraphs(line, false);
  const lines = found
    .reduce((whole, pattern) => whole.replace(pattern, '\n'), line)
    .split('\n')
    .map(each => (ADDRESS_LINE.test(each) ? each.replace(ADDRESSED, '\n') : each));
  return brokenParagraphs(lines.join('\n').replace(BEHIND_CAPTION, 'SIPDIS\n'), true);
}

/** A text with a blank line before each paragraph but its first; numbers that may be of a list count only in a telegram without lines. */
function brokenParagraphs(text: string, isTelegram: boolean): string {
  let last = Number(OWN_NUMBER.exec(text)?.[1] ?? 0);
  let numbers = 0;
  let hasMarks = false;
  const broken = text.replace(NUMBER, (blanks, mark, pilcrow, digits, portion, at: number) => {
    const number = Number(digits);
    const isCertain = mark !== undefined || pilcrow !== undefined || portion !== undefined;
    const fits = isCertain
      ? mark !== undefined || number > last || follows(number, last)
      : isTelegram && number === last + 1 && (number === 1 || SENTENCE_END.test(text.charAt(at - 1)));
    if (!fits || at === 0) return blanks;
    last = number;
    numbers++;
    hasMarks ||= isCertain;
    return '\n\n';
  });
  // One number alone may be anything.
  return hasMarks || numbers > 1 ? broken : text;
}

/** Whether a number is the next where a copy has made a digit of the last one's pilcrow: 4 behind 13. */
function follows(number: number, last: number): boolean {
  const digits = String(last);
  return digits.startsWith('1') && Number(digits.slice(1)) + 1 === number;
}
