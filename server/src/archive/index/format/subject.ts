import { isDigit, isLetter } from '../../../text/characters';

/** Letters and digits, and the one sign that becomes a letter in upper case. */
const WORD = /\p{L}|\p{N}|\u0345/u;

/**
 * Splits a subject into words (letters and digits) and the gaps between them. A gap of one blank, as nearly all are, is omitted. As
 * numbers of words, subjects take a third of the space, since there are few different words, and a search examines each of these once.
 */
export function splitSubject(subject: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < subject.length; ) {
    const word = isWord(subject, start);
    let end = start + widthAt(subject, start);
    while (end < subject.length && isWord(subject, end) === word) end += widthAt(subject, end);
    const between = start > 0 && end < subject.length;
    if (!between || end - start > 1 || subject.charAt(start) !== ' ') parts.push(subject.slice(start, end));
    start = end;
  }
  return parts;
}

/** The inverse of `splitSubject`. */
export function joinSubject(parts: readonly string[]): string {
  let text = '';
  let behindWord = false;
  for (const part of parts) {
    const word = isWord(part, 0);
    text += behindWord && word ? ` ${part}` : part;
    behindWord = word;
  }
  return text;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 0x7f) return WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return isLetter(code) || isDigit(code);
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
