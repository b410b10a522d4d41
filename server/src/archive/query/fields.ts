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

/** Of `choices` the one that was probably meant by `written`: few letters differ; null where none is near. */
export function nearest<Choice extends string>(written: string, choices: Iterable<Choice>): Choice | null {
  const word = written.toLowerCase();
  let best: Choice | null = null;
  let least = 3;
  for (const choice of choices) {
    const distance = distanceOf(word, choice.toLowerCase());
    if (distance >= least || distance >= Math.max(word.length, choice.length) / 2) continue;
    best = choice;
    least = distance;
  }
  return best;
}

/** The field that a misspelt name probably stands for. */
export function nearestField(written: string): FieldName | null {
  const name = nearest(written, byName.keys());
  return name === null ? null : fieldOf(name);
}

/** How many letters must be changed, added, dropped or swapped with the next to make `b` of `a`; both are short. */
function distanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 3;
}
