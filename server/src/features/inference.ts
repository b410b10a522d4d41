import type { YearSource } from '../cable/model';

/** What a year that is not printed with a reference was taken from (cable-format 10.4). */
const inferences: Readonly<Record<Exclude<YearSource, 'printed'>, string>> = {
  inherited: 'from the reference before it',
  'same-year': "inferred: this cable's own year",
  'year-before': "inferred: serial above this cable's own",
};

/** Where a reference's year comes from, in words that go on after it; empty for a printed one. */
export function inferenceOf(source: YearSource): string {
  return source === 'printed' ? '' : inferences[source];
}
