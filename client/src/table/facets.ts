import type { Facet } from '../../../server/src/lsp/messages';

/** The fields of queries that facets stand for. */
export const FIELDS: Readonly<Record<Facet['by'], string>> = {
  post: 'post',
  year: 'year',
  classification: 'class',
  tag: 'tag',
};

const VALUE = '(?:"[^"]*"|[^\\s,"]+)';

/** The values that a query asks of a field, as written but for quotation marks; what is excluded or compared does not count. */
export function valuesIn(query: string, field: string): readonly string[] {
  return (termOf(field).exec(query)?.[2]?.match(new RegExp(VALUE, 'g')) ?? []).map(unquoted);
}

/** Whether a query asks for a value of a facet; the empty one stands for cables without any. */
export function isChosen(query: string, by: Facet['by'], key: string): boolean {
  const wanted = (key || 'none').toUpperCase();
  return valuesIn(query, FIELDS[by]).some(value => value.toUpperCase() === wanted);
}

/** The query that asks for a value of a facet besides others of it, or no longer. */
export function toggled(query: string, by: Facet['by'], key: string): string {
  const field = FIELDS[by];
  const value = key || 'none';
  const others = valuesIn(query, field).filter(one => one.toUpperCase() !== value.toUpperCase());
  const values = isChosen(query, by, key) ? others : [...others, value];
  const term = values.length === 0 ? '' : `${field}:${values.map(quoted).join(',')}`;
  const without = query.replace(termOf(field), ' ').replace(/\s+/g, ' ').trim();
  return `${without} ${term}`.trim();
}

function termOf(field: string): RegExp {
  return new RegExp(`(^|\\s)${field}:(${VALUE}(?:,${VALUE})*)(?=\\s|$)`, 'i');
}

function unquoted(value: string): string {
  return value.replace(/^"|"$/g, '');
}

function quoted(value: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(value) ? value.toLowerCase() : `"${value.toLowerCase()}"`;
}
