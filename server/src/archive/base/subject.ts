/** Letters and digits, and the one sign that becomes a letter in upper case. */
const WORD = /\p{L}|\p{N}|\u0345/u;

/** A part of a subject: a word, or what stands between words. */
export interface SubjectPart {
  readonly kind: 'word' | 'gap';
  readonly text: string;
}

/**
 * Cuts a subject into words (runs of letters and digits) and gaps. The one blank between two words is no part of its own, since
 * nearly every gap is that. Words make up a subject in a third of the space, for there are few different ones, and a search
 * looks at each different word once.
 */
export function splitSubject(subject: string): readonly SubjectPart[] {
  const parts: SubjectPart[] = [];
  for (let start = 0; start < subject.length; ) {
    const word = isWord(subject, start);
    let end = start + widthAt(subject, start);
    while (end < subject.length && isWord(subject, end) === word) end += widthAt(subject, end);
    const text = subject.slice(start, end);
    if (word) parts.push({ kind: 'word', text });
    else if (text !== ' ' || start === 0 || end === subject.length) parts.push({ kind: 'gap', text });
    start = end;
  }
  return parts;
}

/** Puts parts together again. */
export function joinSubject(parts: readonly SubjectPart[]): string {
  let text = '';
  let before: SubjectPart['kind'] = 'gap';
  for (const part of parts) {
    text += before === 'word' && part.kind === 'word' ? ` ${part.text}` : part.text;
    before = part.kind;
  }
  return text;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 0x7f) return WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
