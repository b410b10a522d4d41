import type { Span } from '../text/span';
import { Flow } from './flow';
import type { Artefact, Tag, TagsLine } from './model';
import type { PreambleField } from './preamble';

const ENTRY = /\[([^\]\s]{1,40})\]\(([^)\s]{0,300})\)|\(\s?([A-Z][^()]{0,60})\)|[^\s,;()[\]]+/gi;

export interface ReadTags {
  readonly tags: TagsLine;
  readonly links: readonly Artefact[];
}

/**
 * Reads the TAGS field (cable-format 3.10; 5 FAH-3 H-111): codes divided by blanks, commas or semicolons, Markdown links of
 * web copies, persons in parentheses. Codes are given in upper case.
 */
export function parseTags(source: string, field: PreambleField): ReadTags {
  const flow = new Flow(source, field.parts);
  const tags: Tag[] = [];
  const links: Artefact[] = [];
  for (const match of flow.text.matchAll(ENTRY)) {
    const [whole, linked, , person] = match;
    if (linked !== undefined) {
      const start = match.index + 1;
      tags.push({
        kind: 'code',
        linked: true,
        ...flow.field(start, start + linked.length),
        value: linked.toUpperCase(),
      });
      links.push({
        kind: 'link',
        start: flow.at(match.index),
        end: flow.at(match.index + whole.length - 1) + 1,
      });
    } else if (person !== undefined) {
      const start = match.index + whole.indexOf(person);
      const name = flow.field(start, start + person.length);
      tags.push({ kind: 'person', linked: false, ...name, value: name.value.toUpperCase() });
    } else if (/[A-Z0-9]/i.test(whole)) {
      const code = flow.field(match.index, match.index + whole.length);
      tags.push({ kind: 'code', linked: false, ...code, value: code.value.toUpperCase() });
    }
  }
  return { tags: { keyword: field.keywordSpan, tags, ...extent(field) }, links };
}

/** From the keyword to the end of the last part. */
export function extent(field: PreambleField): Span {
  const last = field.parts[field.parts.length - 1];
  return { start: field.keywordSpan.start, end: last?.end ?? field.keywordSpan.end };
}
