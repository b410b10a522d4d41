import { isHtml, readablePage } from './pageReader';
import { textOfHtml } from './pageText';

/** A tag of HTML that only sets words, and one that sets lines. */
const TAG =
  /<\/?(?:a|b|br|code|div|em|font|h[1-6]|i|li|ol|p|pre|span|strong|table|tbody|td|th|tr|tt|u|ul)\b[^<>]{0,1000}>/i;
const LINE_TAG = /<(?:br|div|h[1-6]|li|p|pre|table|tr)\b[^<>]{0,1000}>/i;
const ENTITY = /&(?:amp|apos|gt|lt|nbsp|para|quot|#\d{2,6}|#x[0-9a-f]{2,5});/i;

/** A text of as many lines or more has kept its lines. */
const FEW_LINES = 6;
/** A line as long as this was several. */
const LONG = 300;

/** Where a line of a telegram begins, in the middle of a text that has lost its lines. Each run of blanks is looked at once. */
const BREAKS: readonly RegExp[] = [
  /(?<!\s)\s+(?=(?:ZZ|OO|PP|RR) R[A-Z]{3,6}\b)/g,
  /(?<!\s)\s+(?=DE R[A-Z]{3,6} #?\d{4}\b)/g,
  /(?<!\s)\s+(?=ZN[RY] [A-Z]{5}\b)/g,
  /(?<!\s)\s+(?=[ZOPR](?: [ZOPR])? \d{6}Z [A-Z]{3} \d\d\b)/g,
  /(?<!\s)\s+(?=FM (?:AM|SEC|US|R[A-Z]{3,6}\/)[A-Z])/g,
  /(?<!\s)\s+(?=(?:TO|INFO) (?:R[A-Z]{3,6}\/|AM(?:EMBASSY|CONSUL)\b|SECSTATE\b))/g,
  /(?<!\s|\b(?:TO|INFO|XMT))\s+(?=R[A-Z]{4,6}\/[A-Z])/g,
  /(?<!\s)\s+(?=(?:UNCLAS|C O N F I D E N T I A L|S E C R E T|T O P S E C R E T)(?: [A-Z0-9/ ]{1,60})? \d{4,6}\b)/g,
  /(?<!\s)\s+(?=E\.O\. ?\d{5}:)/g,
  /(?<!\s)\s+(?=TAGS: )/g,
  /(?<!\s)\s+(?=SUBJECT: )/g,
  /(?<!\s)\s+(?=REFS?: )/g,
  /(?<!\s)\s+(?=Classified By: )/gi,
];
const PARAGRAPH = /(?<!\s)\s+(?=(?:¶ ?\d{1,3}\. ?|\d{1,3}\. )\([A-Z][A-Z/ -]{0,11}\)|¶ ?\d{1,3}\. )/g;

/** So many different beginnings of lines tell that a text is a telegram without its lines. */
const LEAST_BREAKS = 3;

/**
 * A telegram as it reads in an editor: out of the source of a page as an import takes it; tags and entities of HTML become the lines
 * and characters that they stand for; a text on one line is broken where lines of its header and paragraphs begin. All else stays as
 * it is. Done twice, it changes nothing more.
 */
export function makeReadable(text: string): string {
  let readable = text;
  for (let round = 0; round < ROUNDS; round++) {
    const next = withLines(withoutHtml(readable));
    if (next === readable) break;
    readable = next;
  }
  return readable;
}

/** Some pages are escaped more than once. */
const ROUNDS = 4;

function withoutHtml(text: string): string {
  const hasTags = TAG.test(text);
  if (!hasTags && !ENTITY.test(text)) return text;
  const page = hasTags && isHtml(text) ? readablePage(text) : null;
  if (page !== null) return page;
  // Where tags only set words, the lines of the text are its own.
  return LINE_TAG.test(text) ? textOfHtml(text) : textOfHtml(`<pre>\n${text}`);
}

function withLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length >= FEW_LINES || !lines.some(line => line.length > LONG)) return text;
  const found = BREAKS.filter(pattern => text.search(pattern) >= 0);
  if (found.length < LEAST_BREAKS) return text;
  const broken = found.reduce((whole, pattern) => whole.replace(pattern, '\n'), text);
  return broken.replace(PARAGRAPH, '\n\n');
}
