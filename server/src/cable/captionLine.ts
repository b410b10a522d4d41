import { captionLengthAt, isPartOfCaption, longestCaptionWord } from '../reference/captions';
import { capitalsOf, isLetter } from '../text/characters';
import type { Caption } from './model';

function mayBeginCaption(line: string): boolean {
  let end = 0;
  while (end < line.length && isLetter(line.charCodeAt(end))) end++;
  if (end === 0 || end > longestCaptionWord) return false;
  const word = capitalsOf(line.slice(0, end));
  return word === 'REL' || isPartOfCaption(word);
}

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
  if (found) return found;
  const designation = DESIGNATION.exec(line)?.[0].length ?? 0;
  if (designation > 0) return captionsOf(line.slice(designation), base + designation);
  // Other words may follow it: `EXDIS, FOR THE AMBASSADOR`, `EXDIS/SALT`.
  const first = LEADING.exec(line)?.[1];
  return first === undefined ? null : captionsOf(first, base);
}

/** The captions of a line that holds nothing else; null for another line. */
export function captionsOf(line: string, base: number): Caption[] | null {
  if (line.length <= 80 && CORRECTED.test(line))
    return [{ value: 'CORRECTED COPY', place: 'caption', start: base, end: base + line.length }];
  if (line.length > 120 || !mayBeginCaption(line)) return null;
  const words = wordsOf(line);
  const values = words.map(word => capitalsOf(word[0]));
  const captions: Caption[] = [];
  for (let i = 0; i < words.length; ) {
    const length = captionLengthAt(values, i);
    const first = words[i];
    const last = words[i + length - 1];
    if (length === 0 || !first || !last) return null;
    captions.push({
      value: values.slice(i, i + length).join(' '),
      place: 'caption',
      start: base + first.index,
      end: base + last.index + last[0].length,
    });
    i += length;
  }
  return captions.length > 0 ? captions : null;
}

const WORD = /[^\s/,]+/g;

/** The words of a line; a loop of its own, for making the iterator of `matchAll` costs more than most lines do. */
function wordsOf(line: string): RegExpExecArray[] {
  const words: RegExpExecArray[] = [];
  WORD.lastIndex = 0;
  for (let word = WORD.exec(line); word; word = WORD.exec(line)) words.push(word);
  return words;
}
