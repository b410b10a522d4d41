import { captionLengthAt, isPartOfCaption, longestCaptionWord } from '../reference/captions';
import { isLetter } from '../text/characters';
import type { Caption } from './model';

function mayBeginCaption(line: string): boolean {
  let end = 0;
  while (end < line.length && isLetter(line.charCodeAt(end))) end++;
  if (end === 0 || end > longestCaptionWord) return false;
  const word = line.slice(0, end).toUpperCase();
  return word === 'REL' || isPartOfCaption(word);
}

/** The captions of a line that holds nothing else; null for another line. */
export function captionsOf(line: string, base: number): Caption[] | null {
  if (line.length > 120 || !mayBeginCaption(line)) return null;
  const words = [...line.matchAll(/[^\s/,]+/g)];
  const values = words.map(word => word[0].toUpperCase());
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
