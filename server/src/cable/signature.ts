import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import { isLetter, isPlainWord, withSingleBlanks } from '../text/characters';
import type { Field } from '../text/span';
import { isBanner } from './banner';
import { isUnfinished } from './continuation';
import { endsSentence, isSpecks } from './headings';
import { isFiller, isRule } from './lines';
import { parsePageLine } from './pageLine';
import { paragraphMark, unnumberedMark } from './paragraphMark';
import type { TrimmedLines } from './trimmedLines';

const NAME =
  /^(?:[A-Z][A-Za-z'’-]+|Mc[A-Z][a-z]+|[A-Z]\.|[dl]e|[dl]a|al|van|von|der|bin)(?:[ -]+(?:[A-Z][A-Za-z'’.-]*|de|la|van|von|der|Jr\.?)){0,3}\.?$/;
const NO_NAME =
  /\b(?:END|SUMMARY|COMMENT|TEXT|NOTE|UN?QUOTE|UN?QTE|REGARDS|OADR|DECL|AMBASSADOR|CHARGE|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|SECTION|CABLE|CONFIDENTIAL|SECRET|UNCLASSIFIED|NOFORN|SIPDIS|DECLASSIFIED|BIO|ANNEX|MINIMIZE|THE|OF|AND|IN|TO|FOR|ON|AT|BY|WITH|IS|WAS|ARE|WERE|HAS|HAVE|HAD|WILL|NOT|THIS|THAT|IT|HE|THEY|WE|NNNN|XXXX+)\b/i;
/** What may stand below a signature: the end of the message, the copyist's closing line, the banner, the foot of a page. */
const BELOW =
  /^(?:N{2,5}|BT|#\d{4}|UN(?:QUOTE|QTE)\.?|DECL(?:ASSIFY ON)?:.{0,30}|AMBASSADOR|CHARG[EÉ](?: D['’]AFFAIRES)?|SELECT \* FROM.*|End Cable Text|PAGE \d\d {1,20}[A-Z].*|PAGE\s{1,4}N[O0D][.,']?\s{0,4}\w{0,3}|[=\s]*CABLE ENDS[=\s]*|(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)(?:\/\/?[A-Z ]+)?|(?:19|20)\d\d[A-Z]{3,24}\d{3,7}\s-\s[A-Z ]{6,24}|>)$/i;
/** A notice of a web site, and a note of the communications centre. */
const NOTICE =
  /https?:|www\.|\bweb ?site\b|\bhome ?page\b|\.s?gov\b|\/wiki\/|^\(?NOTE(?: BY [A-Z/]{2,8})?:|\bNOT PASSED TO\b/i;
/** `NNNN`, with specks behind it. */
const END_OF_MESSAGE = /^N{4}(?:\s[\W_]{0,20})?$/;
const END_OF_DOCUMENT = /^<<\s?END OF DOCUMENT\s?>>$/i;

/** How many lines from the end a signature is looked for in. */
const REACH = 40;
/** No mark of a paragraph is longer. */
const MARK_REACH = 300;

/** A name behind the last sentence, glued to its line: `… has cleared this cable. SOBEL`. */
const GLUED =
  /(?:[.!?:)"”'’]\s{1,8}|[.)"”](?=[A-Z]{3})|\*{3}\s{1,8}|(?<!\S)(?:\S{6,}[_/]\S*|\S*[_/]\S{6,})\s{1,8}|\bcfm\s{1,8}|\bEND (?:COMMENT|TEXT|SUMMARY|NOTE)\s{1,8})((?:(?:VAN|VANDEN|VANDER|VON|DE|DEL|DU|LE|ST\.?)\s)?[A-Z][A-Z'’-]+|[A-Z][a-z]{1,3}?[A-Z]?[a-z]+)(?:\s?[.#>]{1,2}|\s{1,3}\d{4}-\d\d-\d\d)?$/;
const ABBREVIATION =
  /\b(?:Mr|Mrs|Ms|Dr|Amb|Gen|Col|Lt|St|Sr|Jr|Sen|Rep|Prof|Gov|Capt|No|vs|(?<!U\.)[A-Z])\.\s*$/i;
/** The longest of them with what stands around it. */
const ABBREVIATION_REACH = 24;
/** Words that begin a sentence which a copy has cut off. */
const SENTENCE_WORD =
  /^(?:The|This|That|These|Those|He|She|It|They|We|In|On|At|As|If|But|And|However|While|When|There|For|Post|End)$/i;

export interface FoundSignature extends Field<string> {
  readonly line: number;
  /** Whether it stands behind other text on its line. */
  readonly glued: boolean;
}

/**
 * The signature: the surname of the chief of mission or of the officer in charge, alone on the last line of the text or
 * glued to it (cable-format 3.14). Null where none can be told; many telegrams have none. `from` is the first 0-based line
 * of the body, `to` the line behind the text.
 */
export function findSignature(source: TrimmedLines, from: number, to = source.count): FoundSignature | null {
  let line = source.previousFilled(endOfDocument(source, from, to) - 1);
  for (let seen = 0; line > from && seen < REACH; seen++) {
    const content = source.content(line);
    const isBelow = isBelowSignature(content);
    const found = (isBelow ? null : alone(source, line)) ?? (isSpecks(content) ? null : glued(source, line));
    if (found || !isBelow) return found;
    line = source.previousFilled(line - 1);
  }
  return null;
}

/**
 * The line of `<< END OF DOCUMENT >>`, or of the `NNNN` that ends a transmission, behind which a site or a scanner prints what
 * is no telegram; `to` where there is none near the end.
 */
function endOfDocument(source: TrimmedLines, from: number, to: number): number {
  // Its brackets are found sooner than its words, and most texts have none.
  const at = source.text.includes('<<') ? source.text.lastIndexOf('END OF DOCUMENT') : -1;
  const marked = at < 0 ? to : source.lines.lineAt(at);
  if (marked > from && marked < to && END_OF_DOCUMENT.test(source.content(marked))) return marked;
  for (let line = to - 1, seen = 0; line > from && seen < REACH; line--) {
    // The first character of a line costs less than the line.
    const first = source.initial(line);
    if (first === CAPITAL_N && END_OF_MESSAGE.test(source.content(line))) return line;
    if (isLetter(first) || !source.isBlank(line)) seen++;
  }
  return to;
}

const CAPITAL_N = 0x4e;

function isBelowSignature(content: string): boolean {
  if (content.length <= 200 && (NOTICE.test(content) || isSpecks(content))) return true;
  if (content.length <= 40 && isBanner(content, true)) return true;
  return BELOW.test(content) || isRule(content) || isFiller(content) || parsePageLine(content, 0) !== null;
}

/** What may stand behind the name on its line: `(ACTING)`, a date, a scanner's specks. */
const BEHIND_NAME = /(?:\sBT|\s?\((?:ACTING|A\.?I\.?)\)|\s\d{4}-\d\d-\d\d|(?:\s[•.*'’Ss\d-]{1,8}){1,8})$/i;
/** The end of a sentence, behind which a name may be glued: `THEY AGREED. DOE`. */
const SENTENCE_BEFORE = /[A-Za-z]{4}[.!?]\s/;
/** The signer of a telegram that is quoted whole, before the signer of the one that quotes it. */
const QUOTED = /^[A-Z][A-Za-z'’-]{1,24}\s{1,3}UNQUOTE\s{1,3}(?=\S)/i;

function alone(source: TrimmedLines, line: number): FoundSignature | null {
  const content = source.content(line);
  const found = aloneIn(content, source.span(line).start, line);
  if (!found || line === 0) return found;
  if (content.endsWith('.') && !endsSentenceAbove(source, line)) return null;
  // A place with which a sentence goes on: `HE WILL COME FROM / LISBON`.
  return isUnfinished(source.content(line - 1)) && isKnownPost(postKey(content)) ? null : found;
}

/** No name of up to 40 characters with all that these patterns let stand around it is longer. */
const LONGEST_ALONE = 160;

/** The name that a line holds and hardly anything else; null for another line. `base` is the offset of `printed`. */
export function aloneIn(printed: string, base: number, line: number): FoundSignature | null {
  if (printed.length > LONGEST_ALONE) return null;
  const isWord = isPlainWord(printed);
  const quoted = isWord ? 0 : (QUOTED.exec(printed)?.[0].length ?? 0);
  const content = isWord
    ? printed
    : printed
        .slice(quoted)
        .replace(BEHIND_NAME, '')
        .replace(/\s?[.#>]{1,2}$/, '');
  if (content.length < 2 || content.length > 40 || NO_NAME.test(content)) return null;
  if (!isWord && SENTENCE_BEFORE.test(content)) return null;
  // A lower-cased copy's signature is told by its line alone.
  if (!NAME.test(content) && !/^[a-z]{4,}$/.test(printed)) return null;
  const start = base + quoted;
  return { start, end: start + content.length, value: withSingleBlanks(content), line, glued: quoted > 0 };
}

/** Whether the text directly above a line ends a sentence there; so does a blank line. */
function endsSentenceAbove(source: TrimmedLines, line: number): boolean {
  return source.isBlank(line - 1) || endsSentence(source.content(line - 1).slice(-12));
}

function glued(source: TrimmedLines, line: number): FoundSignature | null {
  const { start, end } = source.span(line);
  return gluedIn(source.text, start, end, line);
}

/** The name behind the last sentence on a line, which stands from `start` to `end`; null where there is none. */
export function gluedIn(text: string, start: number, end: number, line: number): FoundSignature | null {
  // A name is at the very end; the rest of a line of any length need not be read.
  const from = Math.max(start, end - 120);
  const tail = text.slice(from, end);
  const match = GLUED.exec(tail);
  const value = match?.[1];
  if (!match || value === undefined) return null;
  const nameStart = from + tail.lastIndexOf(value);
  const name = { value, start: nameStart, end: nameStart + value.length };
  if (name.value.length < 2 || NO_NAME.test(name.value)) return null;
  // A word that ends with a full stop, or is all that a marked paragraph says, is text.
  if (/[a-z]\s?\.$/.test(tail)) return null;
  if (nameStart <= start + MARK_REACH && nameStart <= endOfMark(text, start, end)) return null;
  const before = text.slice(Math.max(from, nameStart - ABBREVIATION_REACH), nameStart);
  if (ABBREVIATION.test(before) || SENTENCE_WORD.test(name.value)) return null;
  return { line, glued: true, ...name };
}

/** Where the words of a line begin behind the portion mark of a paragraph; -1 where it has none. */
function endOfMark(text: string, start: number, end: number): number {
  const line = text.slice(start, Math.min(end, start + MARK_REACH));
  const mark = paragraphMark(line) ?? unnumberedMark(line);
  return mark?.marking ? start + mark.markingEnd + line.slice(mark.markingEnd).search(/\S|$/) : -1;
}
