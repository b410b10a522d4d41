import * as l10n from '@vscode/l10n';
import { rangeOf } from '../archive/facts';
import type { CableEntry, Capped, Citation, Range, Snapshot } from '../archive/snapshot';
import { citingAt } from './citing';
import type { Location, Reading } from './reading';

/** The most cables that one step along the chain lists. */
const CHAIN_LIMIT = 500;

/** A cable in the chain of citations: at its classification line, or where it is cited if no file holds it. */
export interface ChainItem extends Location {
  /** Null for a file that is a cable of which the id is not known. */
  readonly mrn: string | null;
  /** The id, otherwise the subject. */
  readonly name: string;
  /** The subject, or that the cable is not here. */
  readonly detail: string;
}

/** One step along the chain, and where it is taken: the places in the citing cable's file, in the order of its text. */
export interface ChainStep {
  readonly item: ChainItem;
  readonly ranges: readonly Range[];
}

/** The cables under the caret: those that a reference cites; anywhere else the open cable, if its id is known. */
export function chainItemsAt({ uri, cable, snapshot }: Reading, offset: number): readonly ChainItem[] {
  const citing = citingAt(cable, offset);
  if (citing) {
    const place = { uri, range: rangeOf(cable.lines, citing) };
    return citing.ids.map(id => itemFor(snapshot, id, place));
  }
  if (cable.mrn === null) return [];
  const range = rangeOf(cable.lines, cable.classLine ?? { start: 0, end: 0 });
  return [itemOf({ uri, mrn: cable.mrn, subject: cable.subject?.value ?? null, anchor: range })];
}

/** The files that cite the cable `mrn`, which need not be here itself, in the order of their names. */
export function citingSteps(snapshot: Snapshot, mrn: string, limit = CHAIN_LIMIT): Capped<ChainStep> {
  const { items, truncated } = snapshot.citedBy(mrn);
  const bySource = groupBy(items, ({ source }) => source.uri);
  return cap([...bySource.values()], limit, truncated, citations => ({
    item: itemOf(citations[0].source),
    ranges: citations.map(({ range }) => range),
  }));
}

/**
 * The cables that the cable `mrn` cites, each once, in the order of its text; none for a cable that is not here. The ranges are
 * those in the file `uri`: what only another copy of the cable cites has none.
 */
export function citedSteps(
  snapshot: Snapshot,
  mrn: string,
  uri: string,
  limit = CHAIN_LIMIT,
): Capped<ChainStep> {
  const { items, truncated } = snapshot.cites(mrn);
  const byTarget = groupBy(items, ({ target }) => target);
  return cap([...byTarget.values()], limit, truncated, citations => {
    const [{ target, source, range }] = citations;
    return {
      item: itemFor(snapshot, target, { uri: source.uri, range }),
      ranges: citations.filter(citation => citation.source.uri === uri).map(citation => citation.range),
    };
  });
}

/** The cable `mrn`, at the `place` that cites it where no file holds it. */
function itemFor(snapshot: Snapshot, mrn: string, { uri, range }: Location): ChainItem {
  const [entry] = snapshot.find(mrn);
  return entry ? itemOf(entry) : { uri, range, mrn, name: mrn, detail: l10n.t('not in this folder') };
}

function itemOf({
  uri,
  mrn,
  subject,
  anchor,
}: Pick<CableEntry, 'uri' | 'mrn' | 'subject' | 'anchor'>): ChainItem {
  const detail = subject ?? '';
  return mrn === null
    ? { uri, range: anchor, mrn, name: detail || l10n.t('(no id and no subject)'), detail: '' }
    : { uri, range: anchor, mrn, name: mrn, detail };
}

type Some<T> = [T, ...T[]];

function groupBy(
  citations: readonly Citation[],
  keyOf: (citation: Citation) => string,
): ReadonlyMap<string, Some<Citation>> {
  const groups = new Map<string, Some<Citation>>();
  for (const citation of citations) {
    const group = groups.get(keyOf(citation));
    if (group) group.push(citation);
    else groups.set(keyOf(citation), [citation]);
  }
  return groups;
}

function cap<T, R>(items: readonly T[], limit: number, truncated: boolean, show: (item: T) => R): Capped<R> {
  return { items: items.slice(0, limit).map(show), truncated: truncated || items.length > limit };
}
