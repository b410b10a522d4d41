import type { CableFacts } from './facts';
import { searchTextOf } from './search';
import type { CableEntry, Citation } from './snapshot';

/** The facts of one file in the form in which answers give them. */
export interface Filed {
  readonly entry: CableEntry;
  readonly citations: readonly Citation[];
  readonly completeness: number;
  /** What a search looks at, see `searchTextOf`. */
  readonly searchText: string;
}

/** Files `facts` under `uri`. */
export function filed(uri: string, facts: CableFacts): Filed {
  const { mrn, subject, instant, from, classification, captions, tags, anchor, completeness } = facts;
  const entry = { uri, mrn, subject, instant, from, classification, captions, tags, anchor };
  return {
    entry,
    citations: facts.citations.map(({ target, place, yearSource, range }) => ({
      source: entry,
      target,
      place,
      yearSource,
      range,
    })),
    completeness,
    searchText: searchTextOf(entry),
  };
}
