import { captionLengthAt, captionWords } from '../reference/captions';
import { beginningsOf, mayBegin } from '../text/beginnings';
import { capitalsOf, isWhite } from '../text/characters';
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
  if (line.startsWith('C') && line.length <= 80 && CORRECTED.test(line))
    return [{ value: 'CORRECTED COPY', place: 'caption', start: base, end: base + line.length }];
  if (line.length > 120 || !mayBegin(CAPTIONS, line)) return null;
  const starts = wordStarts(line);
  const values = starts.map(start => capitalsOf(line.slice(start, wordEnd(line, start))));
  const captions: Caption[] = [];
  for (let i = 0; i < starts.length; ) {
    const length = captionLengthAt(values, i);
    const first = starts[i];
    const last = starts[i + length - 1];
    if (length === 0 || first === undefined || last === undefined) return null;
    captions.push({
      value: length === 1 ? (values[i] ?? '') : values.slice(i, i + length).join(' '),
      place: 'caption',
      start: base + first,
      end: base + wordEnd(line, last),
    });
    i += length;
  }
  return captions.length > 0 ? captions : null;
}

/** Where the words of a line start, between blanks, slashes and commas. */
function wordStarts(line: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < line.length; at = wordEnd(line, at) + 1)
    if (!endsWord(line.charCodeAt(at))) starts.push(at);
  return starts;
}

function wordEnd(line: string, start: number): number {
  let end = start;
  while (end < line.length && !endsWord(line.charCodeAt(end))) end++;
  return end;
}

function endsWord(code: number): boolean {
  return code === 0x2f || code === 0x2c || isWhite(code);
}
