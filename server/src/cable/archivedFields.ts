import type { Field, Span } from '../text/span';
import type { PreambleKeyword } from './lines';
import type { Addressee, Attribute, Transmission } from './model';
import type { PreambleField } from './preamble';

/**
 * What the archive's Message Attributes supply where a telegram of 1973-79 has lost a field of its own (cable-format 6). Spans lie in
 * the attributes.
 */

const NAMES: Readonly<Partial<Record<PreambleKeyword, string>>> = {
  'executive-order': 'executive order',
  tags: 'tags',
  subject: 'subject',
};
const NOTHING = /^(?:N\/?A\.?)?$/i;

/** A field of the preamble as the attributes give it, in `text`, the printed one; null where they say nothing. */
export function archivedField(
  text: string,
  attributes: readonly Attribute[],
  keyword: PreambleKeyword,
): PreambleField | null {
  const attribute = said(attributes, NAMES[keyword] ?? '');
  if (!attribute) return null;
  const { start, end } = attribute.value;
  const keywordSpan = { start: attribute.start, end: attribute.start + attribute.name.length };
  return { keyword, keywordSpan, parts: linesOf(text, start, end) };
}

/** The header with sender and addressees from the attributes where it has none. */
export function withArchivedStations(
  transmission: Transmission,
  attributes: readonly Attribute[],
): Transmission {
  const from = transmission.from ?? said(attributes, 'from')?.value ?? null;
  const to = transmission.to.length > 0 ? null : said(attributes, 'to')?.value;
  if (from === transmission.from && !to) return transmission;
  return { ...transmission, from, to: to ? namesIn(to).map(toAddressee) : transmission.to };
}

/** The first attribute of a name, in lower case, that says something. */
function said(attributes: readonly Attribute[], name: string): Attribute | null {
  return attributes.find(one => one.name.toLowerCase() === name && !NOTHING.test(one.value.value)) ?? null;
}

/** The lines between two offsets, without blanks around them. */
function linesOf(text: string, start: number, end: number): Span[] {
  return [...text.slice(start, end).matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
}

/** The names that commas or semicolons divide. */
function namesIn({ value, start }: Field<string>): Field<string>[] {
  return [...value.matchAll(/[^\s,;][^,;]*/g)].map(({ 0: printed, index }) => {
    const name = printed.trimEnd();
    return { value: name, start: start + index, end: start + index + name.length };
  });
}

function toAddressee(name: Field<string>): Addressee {
  return { ri: null, name, precedence: null, number: null, start: name.start, end: name.end };
}
