import { fits, fitsId } from '../archive/query/fits';
import { type LinkCondition, readQuery } from '../archive/query/query';
import type { Snapshot } from '../archive/snapshot';
import { otherId } from '../cable/identity';
import type { CitationItem } from './citationList';

/** The citations that a filter leaves, and why it was not understood, if it was not: then all are left. */
export interface FilteredCitations {
  readonly items: readonly CitationItem[];
  readonly problem: string | null;
}

/** The citations whose other cable fits a query; its words are sought in id, subject and the sentence around the citation. */
export function filterCitations(
  snapshot: Snapshot,
  items: readonly CitationItem[],
  filter: string,
): FilteredCitations {
  const { query, problem } = readQuery(filter);
  if (problem) return { items, problem: problem.message };
  const { conditions, words, missing } = query;
  const fitting = items.filter(({ mrn, entry, sentence }) => {
    if (missing && entry !== null) return false;
    const linked = (condition: LinkCondition) => mrn !== null && isLinked(snapshot, condition, mrn);
    const holds = entry
      ? fits(conditions, entry, linked)
      : mrn !== null && fitsId(mrn, { ...query, words: [] }, linked);
    const text = `${mrn ?? ''} ${mrn?.slice(2) ?? ''} ${entry?.subject ?? ''} ${sentence}`;
    return holds && words.every(({ finder, excluded }) => finder.isIn(text) !== excluded);
  });
  return { items: fitting, problem: null };
}

function isLinked(snapshot: Snapshot, { on, ids }: LinkCondition, mrn: string): boolean {
  const names = new Set(ids.flatMap(id => [id, otherId(id) ?? id]));
  return on === 'cites'
    ? snapshot.cites(mrn).items.some(({ target }) => names.has(target))
    : snapshot.citedBy(mrn).items.some(({ source }) => source.mrn !== null && names.has(source.mrn));
}
