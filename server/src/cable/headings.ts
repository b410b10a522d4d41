import { codeAt, isCapital, isLetter } from '../text/characters';
import type { Span } from '../text/span';

/** A heading is no longer than this, over all its lines. */
const LONGEST = 240;
const LONGEST_LINE = 110;
const MOST_LINES = 3;

const HEADING_MARK = /^(#{1,6})\s{0,4}(?=\S)/;

/** The length of a Markdown heading mark with its blanks at the start of a line, `#### `; 0 where there is none. */
export function headingMarkLength(line: string): number {
  return line.startsWith('#') ? (HEADING_MARK.exec(line)?.[0].length ?? 0) : 0;
}

/** What may be a rule on a title's own line: `-- X --`, `- - - X - - -`. */
function isRuleSign(code: number): boolean {
  return code === 0x2d || code === 0x3d || code === 0x2a || code === 0x5f;
}

/** The title of a line that holds its own rule on both sides, `-- Fees --`, as offsets in the line; null for another. */
export function ruledTitle(line: string): Span | null {
  if (!isRuleSign(codeAt(line, 0)) || !isRuleSign(codeAt(line, line.length - 1))) return null;
  let start = 0;
  let end = line.length;
  let before = 0;
  let behind = 0;
  for (; start < end && (isRuleSign(codeAt(line, start)) || codeAt(line, start) === 0x20); start++)
    if (codeAt(line, start) !== 0x20) before++;
  for (; end > start && (isRuleSign(codeAt(line, end - 1)) || codeAt(line, end - 1) === 0x20); end--)
    if (codeAt(line, end - 1) !== 0x20) behind++;
  const isTitle = before >= 2 && behind >= 2 && end - start >= 2 && end - start <= LONGEST_LINE;
  return isTitle && looksLikeHeading([line.slice(start, end)]) ? { start, end } : null;
}

/** A notice of a web site, an address, the head of a section, the end of a summary: none is a heading. */
const NO_HEADING =
  /https?:|www\.|@|\bweb ?site\b|\bhome ?page\b|\.s?gov\b|\/wiki\/|\bSECTION\b.{0,12}\bOF \d\d\b|^(?:BEGIN|END)\s+(?:OF\s+)?(?:SUMM|COMM|TEXT|NOTE|TALKING|NON-?PAPER|BIO|UNCLAS|CONFID|SECRET|LIMITED|LOU\b|FYI|QUOTE)|\bEND (?:SUMMARY|COMMENT)\W*$|^TEXT OF TELEGR/i;
const BULLET = /^(?:--|[•*o]\s|-\s)/;
/** An item of a list; a title may go on behind two dashes. */
const BULLETED_TEXT = /^--\s{1,3}\S.*:\s/;
/** A gap between the columns of a table. */
const GAP = /\S\s{3}/g;
/** A sentence that a portion mark begins: a paragraph which lost its number. */
const MARKED_SENTENCE = /^\((?:TS|S|C|SBU|U|LOU)(?:[/ -][A-Z, /-]{1,20})?\)\s.{0,200}[.?!]$/;

/**
 * Whether lines cannot be a heading whatever stands around them: too many, a notice, a bullet of a list, the head of a section or
 * of a table, a paragraph that lost its number.
 */
export function isNoHeading(lines: readonly string[]): boolean {
  if (lines.length > MOST_LINES) return true;
  const [first = ''] = lines;
  if (BULLET.test(first) || MARKED_SENTENCE.test(first)) return true;
  if (lines.some((line, i) => i > 0 && BULLETED_TEXT.test(line))) return true;
  return lines.some(
    line => NO_HEADING.test(line.slice(0, LONGEST_LINE * 2)) || (line.match(GAP)?.length ?? 0) > 1,
  );
}

/** Whether what stands above a rule is rather the end of a text than a title: its stop ends a sentence begun further up. */
export function endsText(lines: readonly string[], textBefore: string | null): boolean {
  const last = lines[lines.length - 1] ?? '';
  if (!/[.!]["'”’)]{0,2}$/.test(last)) return false;
  return (
    lines.length > 1 || /^[a-z]/.test(lines[0] ?? '') || (textBefore !== null && !endsSentence(textBefore))
  );
}

/** Whether one line that blank lines set off can be a heading in sentence case. */
export function looksLikeSentence(line: string): boolean {
  return (
    line.length <= 80 &&
    /^["'“‘(]?[A-Z][a-z]/.test(line) &&
    !/[.,;]["'”’)]{0,2}$/.test(line) &&
    !/^\(?XXX/.test(line)
  );
}

/** Whether a text ends where a heading may follow: with a sentence, or with what the publisher blanked. */
export function endsParagraph(text: string): boolean {
  return /(?:[.!?]["'”’)]{0,2}|X{4,}|x{4,})$/.test(text.slice(-12).trimEnd());
}

/** Whether the lines between rules, or above one, can be a heading: few and short. */
export function canBeRuledHeading(lines: readonly string[]): boolean {
  if (lines.length > MOST_LINES || lines.some(line => line.length > LONGEST_LINE)) return false;
  return lines.reduce((sum, line) => sum + line.length, 0) <= LONGEST;
}

/**
 * Whether one or two lines that stand alone before a paragraph are a heading although no rule says so: short, without a final
 * stop, in capitals or with most of their longer words in title case.
 */
export function looksLikeHeading(lines: readonly string[]): boolean {
  if (lines.length > 2) return false;
  const text = lines.join(' ');
  if (text.length > LONGEST_LINE || /[.,;]["'”’)]{0,2}$/.test(text)) return false;
  if (isSpecks(text) || lines.slice(0, -1).some(line => endsParagraph(line))) return false;
  if (!/^["'“‘(]?[A-Z0-9]/.test(text) || /^\(?XXX/.test(text)) return false;
  const words = text.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [];
  if (words.length === 0) return false;
  const long = words.filter(word => word.length > 3);
  const capital = long.filter(word => isCapital(word.charCodeAt(0)));
  return (
    long.length === 0 || capital.length * 3 >= long.length * 2 || text.endsWith(':') || text.endsWith('?')
  );
}

/** Names and marks of which hardly a letter is left without those that specks are read as: `LU`, `Lu`, `MOSS`. */
const NO_SPECKS = /[()]|^[A-RT-Z](?:[A-RT-Z]|[aeiouy])$|^[A-Z]{1,2}[A-RT-Z]SS$/;

const SMALL_S = 0x73;

/** Whether a line is what a scanner makes of specks: marks, digits, the letter S and hardly another; `LU` and `Lu` are names. */
export function isSpecks(line: string): boolean {
  if (line.length > 60) return false;
  let letters = 0;
  for (let i = 0; i < line.length; i++) {
    const code = codeAt(line, i);
    if (isLetter(code) && (code | 32) !== SMALL_S && ++letters > 2) return false;
  }
  return !NO_SPECKS.test(line);
}

/** Whether a text that a heading could follow has come to an end: a full stop or another terminator, quotes behind it allowed. */
export function endsSentence(text: string): boolean {
  return /[.!?:)\]]["'”’)]{0,2}$/.test(text.slice(-12).trimEnd());
}

/** The offsets of the words of a heading line: heading mark, rules and blanks left out. */
export function headingTitle(line: string, start: number): Span {
  const ruled = ruledTitle(line);
  if (ruled) return { start: start + ruled.start, end: start + ruled.end };
  return { start: start + headingMarkLength(line), end: start + line.length };
}
