import type { Cable, Paragraph } from '../cable/model';
import { type Span, touches } from '../text/span';

/** The end of a sentence: a stop, what closes with it, blanks, and then what a sentence begins with. */
const STOP = /[.!?]["'”’)\]]{0,3}(?=\s{1,200}["'“‘([]{0,3}[A-Z0-9])/g;

/** Words that end with a stop and not their sentence: titles, and single letters as in initials and `U.S.`. */
const ABBREVIATED =
  /(?:^|[\s("'.])(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Amb|Gen|Col|Lt|Maj|Capt|Sen|Rep|Gov|Sec|St|No|vs|para|paras|approx|[Rr]efs?)\.$/;

/** A paragraph longer than this is not searched to its end: the sentence is truncated there, in UTF-16 code units. */
const REACH = 4000;

/** The sentence at `offset` within its paragraph, blanks around it left out; null outside of paragraphs. */
export function sentenceAt(cable: Cable, offset: number): Span | null {
  const paragraph = paragraphAt(cable, offset);
  if (!paragraph) return null;
  const from = Math.max(paragraph.textStart, offset - REACH);
  const to = Math.min(paragraph.end, offset + REACH);
  if (offset < from) return null;
  const text = cable.text.slice(from, to);
  let start = 0;
  let end = text.length;
  for (const match of text.matchAll(STOP)) {
    const stop = match.index + match[0].length;
    if (ABBREVIATED.test(text.slice(Math.max(0, match.index - 8), match.index + 1))) continue;
    if (from + stop <= offset) start = stop;
    else {
      end = stop;
      break;
    }
  }
  const sentence = text.slice(start, end);
  const lead = sentence.length - sentence.trimStart().length;
  return { start: from + start + lead, end: from + start + Math.max(lead, sentence.trimEnd().length) };
}

/** The paragraph at `offset`, or null; between two that meet there, the first. */
export function paragraphAt(cable: Cable, offset: number): Paragraph | null {
  const { paragraphs } = cable;
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const paragraph = paragraphs[low];
  return paragraph && touches(paragraph, offset) ? paragraph : null;
}
