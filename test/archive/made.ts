import { type CableFacts, searchTextOf } from '../../server/src/archive/facts';
import type { CableEntry, Citation } from '../../server/src/archive/snapshot';

export interface Made {
  readonly uri: string;
  readonly mrn?: string | null;
  readonly subject?: string;
  readonly cites?: readonly string[];
  readonly completeness?: number;
}

/** Facts of a cable that no text stands behind; each citation is on a line of its own. */
export function madeFacts({ uri, mrn = null, subject, cites = [], completeness = 0 }: Made): CableFacts {
  const start = { line: 0, character: 0 };
  const entry: CableEntry = {
    uri,
    mrn,
    subject: subject ?? null,
    dtg: null,
    from: null,
    classification: null,
    captions: [],
    anchor: { start, end: start },
    opening: '',
  };
  const citations = cites.map(
    (target, line): Citation => ({
      source: entry,
      range: { start: { line, character: 0 }, end: { line, character: target.length } },
      target,
      text: target,
      place: 'list',
      yearSource: 'printed',
    }),
  );
  return { entry, citations, completeness, searchText: searchTextOf(entry) };
}
