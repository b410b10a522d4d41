import { withSingleBlanks } from '../text/characters';
import type { Span } from '../text/span';
import type { Subject } from './model';
import type { PreambleField } from './preamble';
import { extent } from './tagsLine';

/** Reads the SUBJECT field, joined to one line (cable-format 3.11). Null where the keyword has no text. */
export function parseSubject(source: string, field: PreambleField): Subject | null {
  if (field.parts.length === 0) return null;
  const text = withSingleBlanks(decodeEntities(textOf(source, field.parts)));
  const value = (text.endsWith('\\') ? text.slice(0, -1) : text).trim();
  const { start, end } = extent(field);
  return { value, keyword: field.keywordSpan, lines: field.parts, start, end };
}

/** What stands in the spans, with a blank between each two. */
function textOf(source: string, parts: readonly Span[]): string {
  let text = '';
  for (const { start, end } of parts) {
    const part = source.slice(start, end);
    text = text === '' ? part : `${text} ${part}`;
  }
  return text;
}

/** Numeric character references that a web copy left in: `&#8217;`. */
function decodeEntities(text: string): string {
  if (!text.includes('&#')) return text;
  return text.replace(/&#(\d{2,5});/g, (whole, code) =>
    Number(code) >= 32 ? String.fromCharCode(Number(code)) : whole,
  );
}
