import { Flow } from './flow';
import type { Subject } from './model';
import type { PreambleField } from './preamble';
import { extent } from './tagsLine';

/** Reads the SUBJECT field, joined to one line (cable-format 3.11). Null where the keyword has no text. */
export function parseSubject(source: string, field: PreambleField): Subject | null {
  if (field.parts.length === 0) return null;
  const value = new Flow(source, field.parts).text.replace(/\s+/g, ' ').replace(/\\$/, '').trim();
  return { ...extent(field), value, keyword: field.keywordSpan, lines: field.parts };
}
