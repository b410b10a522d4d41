import type { Paragraph } from '../cable/model';
import type { Span } from '../text/span';

/**
 * The first words of a paragraph on one line, cut between words with an ellipsis where there are more than `limit` UTF-16 code
 * units. Reads only as much of the text as it gives.
 */
export function firstWords(text: string, paragraph: Paragraph, limit: number): string {
  let words = '';
  for (const { start, end } of paragraph.segments) {
    const from = Math.max(start, paragraph.textStart);
    const raw = text.slice(from, Math.max(from, Math.min(end, from + 4 * limit)));
    words = `${words} ${oneLine(raw)}`.trim();
    if (words.length > limit) return cutWords(words, limit);
  }
  return words;
}

/** A text on one line: every run of blanks and line breaks is one blank. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At most `limit` code units of `text`, cut between words with an ellipsis; in the middle of a word longer than that. */
export function cutWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const blank = text.lastIndexOf(' ', limit);
  if (blank > 0) return `${text.slice(0, blank)}…`;
  const halved = text.charCodeAt(limit - 1) >= 0xd800 && text.charCodeAt(limit - 1) < 0xdc00;
  return `${text.slice(0, halved ? limit - 1 : limit)}…`;
}

/** The run of letters, digits and hyphens around `offset`, not beyond `within`; null if there is none. Looks at most 100 characters far. */
export function wordAt(text: string, within: Span, offset: number): Span | null {
  const isWord = (at: number) => /[\p{L}\p{N}-]/u.test(text.charAt(at));
  let start = offset;
  while (start > Math.max(within.start, offset - 100) && isWord(start - 1)) start--;
  let end = offset;
  while (end < Math.min(within.end, offset + 100) && isWord(end)) end++;
  return end > start ? { start, end } : null;
}
