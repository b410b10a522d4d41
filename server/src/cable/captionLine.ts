import { captionLengthAt, captionWords } from '../reference/captions';
import { beginningsOf, mayBegin } from '../text/beginnings';
import { capitalsOf, codeAt, isWhite } from '../text/characters';
import type { Field } from '../text/span';
import type { Caption } from './model';

const CAPTIONS = beginningsOf(captionWords);
/** What may stand before other words in a line of captions. */
const LEADS = beginningsOf([
  'TOP',
  'SECRET',
  'CONFIDENTIAL',
  'UNCLAS',
  'LIMITED',
  'NODIS',
  'EXDIS',
  'LIMDIS',
  'STADIS',
  'NOFORN',
]);

const DESIGNATION =
  /^(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE)(?:\s?\/{1,2}\s?|\s{1,8})(?=\S)/i;

/** Blanks between the letters, and what was corrected: `C O R R E C T E D  C O P Y (TEXT PARA 2)`. */
const CORRECTED =
  /^C ?O ?R ?R ?E ?C ?T ?E ?D\s{1,4}C ?O ?P ?Y(?:\s{1,3}[-–:(].{0,40}|\s{1,3}(?:CAPTIONS?|TEXT|TAGS|SUBJECT|PARA|ADDING|ADDED)\b.{0,40})?$/;
const LEADING = /^((?:NO|EX|LIM|STA)DIS|NOFORN)\s?[,/]\s?[A-Z]/;

/**
 * The captions of a line above the text, which may say the classification once more before them: `SECRET/NOFORN`. Null for
 * another line.
 */
export function captionsAboveText(line: string, base: number): Caption[] | null {
  const found = captionsOf(line, base);
  if (found || !mayBegin(LEADS, line)) return found;
  const designation = DESIGNATION.exec(line)?.[0].length ?? 0;
  if (designation > 0) return captionsOf(line.slice(designation), base + designation);
  // Other words may follow it: `EXDIS, FOR THE AMBASSADOR`, `EXDIS/SALT`.
  const first = LEADING.exec(line)?.[1];
  return first === undefined ? null : captionsOf(first, base);
}

/** The captions of a line that holds nothing else; null for another line. */
export function captionsOf(line: string, base: number): Caption[] | null {
  if (codeAt(line, 0) === 0x43 && line.length <= 80 && CORRECTED.test(line))
    return [{ value: 'CORRECTED COPY', place: 'caption', start: base, end: base + line.length }];
  if (!mayBegin(CAPTIONS, line) || line.length > 120) return null;
  const words = wordsOf(line, base);
  const values = words.map(({ value }) => value);
  const captions: Caption[] = [];
  for (let i = 0; i < words.length; ) {
    const length = captionLengthAt(values, i);
    const first = words[i];
    const last = words[i + length - 1];
    if (length === 0 || !first || !last) return null;
    const value = length === 1 ? first.value : values.slice(i, i + length).join(' ');
    captions.push({ value, place: 'caption', start: first.start, end: last.end });
    i += length;
  }
  return captions.length > 0 ? captions : null;
}

/** The words of a line in capitals, between blanks, slashes and commas; `base` is the offset of its first character. */
function wordsOf(line: string, base: number): Field<string>[] {
  const words: Field<string>[] = [];
  for (let start = 0, at = 0; at <= line.length; at++) {
    if (at < line.length && !endsWord(codeAt(line, at))) continue;
    if (at > start)
      words.push({ value: capitalsOf(line.slice(start, at)), start: base + start, end: base + at });
    start = at + 1;
  }
  return words;
}

function endsWord(code: number): boolean {
  return code === 0x2f || code === 0x2c || isWhite(code);
}
