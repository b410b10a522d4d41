import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import { divideTags, tagOf } from '../reference/tags';
import { beginningsOf, mayBegin } from '../text/beginnings';
import { capitalsOf, codeAt, isCapital, isDigit, isSmall, isWhite } from '../text/characters';
import { keywordInside, type PreambleKeyword } from './lines';

/** The text begins so without a number, in telegrams of the 1970s directly below the references. */
const BEGINS_TEXT = /^(?:BEGIN )?SUMMARY\b/i;

/**
 * Whether a line without a keyword goes on with the field before it. `before` is the field's last line, `blankBefore` whether
 * a blank line stands between; blank lines alone decide nothing, since some copies have one behind each line.
 */
export function continuesField(
  keyword: PreambleKeyword,
  line: string,
  before: string,
  blankBefore: boolean,
): boolean {
  switch (keyword) {
    case 'executive-order':
      return false;
    case 'tags':
      return (
        isTagList(beforeKeyword(line)) ||
        (!blankBefore && (before.endsWith(',') || goesOnWithTitle(line, before)))
      );
    case 'subject':
      return (
        !blankBefore &&
        !LABELLED.test(line) &&
        !turnsToSentences(before, line) &&
        (!ITEM.test(line) || isUnfinished(before))
      );
    case 'references':
      return !BEGINS_TEXT.test(line) && (!blankBefore || continuesReferences(line, before));
    case 'authority':
      return !blankBefore || /^(?:for\s+)?reasons?\b|^1\.\s?[45]\b/i.test(line);
  }
}

/** A field of an information report, `SUMMARY: (C) …`. */
const LABELLED = /^[A-Z][A-Z /]{1,24}:\s{1,4}\([A-Z/]{1,6}\)\s/;

/** The first item of a list, `A. TELEVISION NEWS`, `I. THE ECONOMY`: no subject goes on so. */
const ITEM = /^[AI][.)]\s{1,3}[A-Z]{2}/;

/** Whether a line in lower case follows a subject in capitals: the text has begun. Redactions (`xxxx`) have no case. */
function turnsToSentences(before: string, line: string): boolean {
  // Most subjects are in capitals to their end, and there is nothing to count.
  if (before.length < 12 || !/[a-z]/.test(line) || before !== capitalsOf(before)) return false;
  const capitals = count(line, isCapital);
  if (count(line, isSmall) <= 2 * capitals) return false;
  const plain = line.replace(/x{4,}/gi, '');
  return count(plain, isSmall) > 2 * capitals;
}

/** What a telegram is to be handled like: `Sensitive but unclassified; not for Internet distribution.` */
const NOTICE =
  /^\(?(?:THIS (?:CABLE|MESSAGE|TELEGRAM) (?:IS|CONTAINS) )?(?:SENSITIVE BUT UNCLASSIFIED|UNCLASSIFIED BUT SENSITIVE|SBU\b|NOT FOR (?:INTERNET|PUBLIC|DISTRIBUTION|RELEASE)|FOR OFFICIAL USE ONLY|(?:PLEASE )?(?:PROTECT|HANDLE) ACCORDINGLY|(?:CONTAINS )?(?:BUSINESS (?:CONFIDENTIAL|PROPRIETARY)|PROPRIETARY (?:BUSINESS )?INFORMATION)|LAW ENFORCEMENT SENSITIVE)/i;
/** Whom else a telegram is to be given to: `SUGGEST DEPT REPEAT TO …`, `DEPT PLEASE PASS …`. */
const INSTRUCTION =
  /^(?:(?:PLEASE|PLS|SUGGEST|REQUEST|RECOMMEND)(?: THAT)? )?(?:(?:THE )?(?:DEPT|DEPARTMENT|STATE|SECSTATE|EMBASSY|POSTS?|DEPTOFF) )(?:ALSO )?(?:PLEASE |PLS )?(?:PASS|REPEAT|RPT|RELAY|FOR)\b/i;

/** The words with which these begin; only a notice may stand in parentheses. */
const SAYS_HOW = beginningsOf(
  'THIS SENSITIVE UNCLASSIFIED SBU NOT FOR PLEASE PROTECT HANDLE CONTAINS BUSINESS PROPRIETARY LAW PLS SUGGEST REQUEST RECOMMEND THE DEPT STATE SECSTATE EMBASSY POST'.split(
    ' ',
  ),
);

/** Whether a line above the text says how it is to be handled or whom else it is to be given to, and belongs to no field. */
export function isInstruction(line: string): boolean {
  return (
    (codeAt(line, 0) === 0x28 || mayBegin(SAYS_HOW, line)) && (NOTICE.test(line) || INSTRUCTION.test(line))
  );
}

/** Words that are followed by others, so that no text ends with them. */
const UNFINISHED: ReadonlySet<string> = new Set(
  'THE A AN OF TO FOR FROM IN ON AT BY WITH AND OR AS VS VS. VERSUS AGAINST BETWEEN ABOUT INTO OVER UNDER DURING AFTER BEFORE DESPITE WITHOUT THROUGH UNTIL ITS THEIR HIS HER'.split(
    ' ',
  ),
);
const LONGEST_UNFINISHED = Math.max(...[...UNFINISHED].map(word => word.length));

/** Whether a text cannot end like this: with such a word, with a sign that joins, or with a genitive. */
export function isUnfinished(text: string): boolean {
  const end = text.length;
  if (end === 0) return false;
  if (',&/(-'.includes(text.charAt(end - 1))) return true;
  let start = end;
  while (start > 0 && end - start <= LONGEST_UNFINISHED && !isWhite(codeAt(text, start - 1))) start--;
  if (UNFINISHED.has(capitalsOf(text.slice(start)))) return true;
  const [last, beforeLast] = [codeAt(text, end - 1), codeAt(text, end - 2)];
  if (isS(last) && isApostrophe(beforeLast)) return end - start > 2;
  return isApostrophe(last) && isS(beforeLast) && !/['‘’]/.test(text.slice(0, -1));
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function isS(code: number): boolean {
  return (code | 32) === 0x73;
}

const SENTENCE_END = /[A-Za-z]{4}[.!?]["”)]?(?=\s{1,4}["“(]?[A-Z]|$)/;
/** Fewer words than this make no text of sentences. */
const LEAST_WORDS = 9;
/** Lines that are broken where they are full are so wide at least, and count for no more than this. */
const WIDTH = { least: 40, most: 76 };

/** So much more room than the next word needs shows that a line was broken off on purpose. */
const ROOM = 10;

/** Whether a line may have been broken off on purpose: the widest line counted leaves room behind it. */
export function mayHaveRoom(line: string): boolean {
  return line.length + 1 + ROOM <= WIDTH.most;
}

/**
 * Whether the text begins with the first of some lines, where no blank line, number or mark says so: they are sentences, and
 * the line before them, `before`, was broken off although their first word had room on it.
 */
export function beginsSentences(lines: readonly string[], before: string): boolean {
  if (!mayHaveRoom(before)) return false;
  const width = Math.min(WIDTH.most, Math.max(...lines.map(line => line.length)));
  if (width < WIDTH.least) return false;
  const word = /^\S*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  return before.length + 1 + word + ROOM <= width && areSentences(lines) && !isUnfinished(before);
}

/** Whether lines in lower case behind a damaged list of references are sentences. */
export function areSmallSentences(lines: readonly string[], before: string): boolean {
  const text = lines.join(' ');
  return (
    areSentences(lines) &&
    before.lastIndexOf('(') <= before.lastIndexOf(')') &&
    count(text, isSmall) > 4 * count(text, isCapital)
  );
}

function areSentences(lines: readonly string[]): boolean {
  const text = lines.join(' ');
  return SENTENCE_END.test(text) && text.split(/\s+/, LEAST_WORDS).length === LEAST_WORDS;
}

/** Whether a line may hold an entry of a list of references. */
export function mayBeReference(line: string): boolean {
  return LETTERED.test(line) || cites(line);
}

/** Whether a line begins with a station and a number; a sentence that names one further on does not. */
function cites(line: string): boolean {
  const cited = CITES.exec(line)?.[0];
  return cited !== undefined && !SENTENCE_WORDS.test(cited);
}

/** How many UTF-16 code units of a text are of a kind. */
function count(text: string, isKind: (code: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (isKind(codeAt(text, i))) found++;
  return found;
}

/** What stands on a line before the next field's keyword. */
function beforeKeyword(line: string): string {
  return line.slice(0, keywordInside(line, 0, () => true)?.start ?? line.length);
}

/** Whether a line holds nothing but TAGS: codes in capitals, links, a person in parentheses. */
function isTagList(line: string): boolean {
  if (line.length > 200) return false;
  const codes = line.replace(/\([A-Z .,'-]+\)/g, ' ').replace(/\[([A-Z]+)\]\([^)\s]*\)/g, '$1');
  const words = codes.split(/[\s,;]+/).filter(word => word !== '');
  return words.length > 0 && words.every(word => /^[A-Z]{2,5}$/.test(word));
}

/** Whether a line holds nothing but the letters of reasons, `(C), (D)`. */
export function isReasonLetters(line: string): boolean {
  if (line.length > 40 || !/^[\s(),.;/&a-hnd]+$/i.test(line)) return false;
  return line.match(/[a-z]+/gi)?.every(word => /^(?:[a-h]|and)$/i.test(word)) ?? false;
}

/** Whether a line begins with the serial of the station with whose name the line before it ends. */
export function isWrappedSerial(line: string, before: string): boolean {
  if (!isDigit(codeAt(line, 0)) || !/^\d{2,7}\b(?!\.)/.test(line) || !/[A-Za-z]$/.test(before)) return false;
  const words = before.slice(-40).split(/[^A-Za-z'’-]+/);
  return [1, 2, 3].some(count => isKnownPost(postKey(words.slice(-count).join(''))));
}

/** Whether the line before ends within a title of several words, and this one holds a word or two more of it. */
function goesOnWithTitle(line: string, before: string): boolean {
  const last = /[A-Z]{6,}$/.exec(before)?.[0];
  return (
    last !== undefined &&
    !tagOf(last) &&
    divideTags(last) === null &&
    /^[A-Z]{4,}(?: [A-Z]{4,}){0,2}$/.test(line)
  );
}

const LETTERED =
  /^(?:(?:-\s{0,3})?(?:¶\s?1?|\[[1¶]\]\([^)\s]*\)|\*\*[1¶]?\*\*|1)?\(?[A-Za-z]\)?[.):]|\([A-Za-z]\))/;
const CITES = /^(?:\(?(?:\d{2}|\d{4})\)?\s{0,3})?[A-Z][A-Za-z .'-]{1,30}\d{1,6}\b/;

const SENTENCE_WORDS = /\b(?:OF|IN|ON|AT|BY|FOR|FROM|AS|THE|IS|WAS|REPEAT|END|FYI)\b/i;

/** Whether a line behind a blank line goes on with a list of references. */
function continuesReferences(line: string, before: string): boolean {
  if (line.length > 300) return false;
  return LETTERED.test(line) || cites(line) || (/^\d{1,6}\b/.test(line) && /[A-Za-z]$/.test(before));
}
