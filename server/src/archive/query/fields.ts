import { suggestionFor } from '../../text/suggestion';

/** The fields of a query, by name, with what a user calls them besides. */
const NAMES = {
  id: ['mrn'],
  post: ['station'],
  year: [],
  class: ['classification'],
  caption: ['captions'],
  tag: ['tags'],
  from: ['sender'],
  to: [],
  subject: ['subj'],
  before: [],
  after: ['since'],
  cites: ['citing'],
  citedby: ['cited-by', 'cited_by'],
  is: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FieldName = keyof typeof NAMES;

/** The names of all fields, in the order in which a list offers them. */
export const fieldNames = Object.keys(NAMES) as readonly FieldName[];

const byName = new Map(
  fieldNames.flatMap(field => [field, ...NAMES[field]].map(name => [name as string, field] as const)),
);

/** The field that a name stands for, in any case; null if it is none. */
export function fieldOf(name: string): FieldName | null {
  return byName.get(name.toLowerCase()) ?? null;
}

/** The field that a misspelt name probably stands for; null where none is near. */
export function nearestField(written: string): FieldName | null {
  const name = suggestionFor(written.toLowerCase(), byName.keys());
  return name === null ? null : fieldOf(name);
}
