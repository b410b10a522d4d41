import type { Cable, Mention, Reference } from '../cable/model';
import { type Span, touches } from '../text/span';

/** A place in a cable that cites others: an entry of the REF field, or a mention in the running text. */
export interface Citing extends Span {
  readonly place: 'list' | 'text';
  /** The entries of the REF field that are meant; empty for a cable that is named by its number and not listed. */
  readonly items: readonly Reference[];
  /** Canonical ids of the cables cited, each once; empty for e-mails and the like. */
  readonly ids: readonly string[];
}

/**
 * Every place of `cable` that cites, entries of the list first. `ref B` cites the entries lettered B, `reftel` all entries.
 * A septel is a telegram that is deliberately not listed: it cites nothing.
 */
export function citingsOf(cable: Cable): readonly Citing[] {
  const items = cable.references?.items ?? [];
  const byLabel = groupByLabel(items);
  const all = { items, ids: idsOf(items) };
  const listed = items.map(item => citing(item, 'list', [item], item.label?.start));
  const mentioned = cable.mentions.flatMap((mention): Citing[] => {
    if (mention.form === 'septel') return [];
    if (mention.form === 'reftel' && mention.mrn === null)
      return [{ ...spanOf(mention), place: 'text', ...all }];
    return [citing(mention, 'text', itemsOf(mention, byLabel, items))];
  });
  return [...listed, ...mentioned];
}

/** What the caret at `offset` stands on: one citing, or several in one where their texts overlap; null elsewhere. */
export function citingAt(cable: Cable, offset: number): Citing | null {
  const [first, ...others] = citingsOf(cable).filter(candidate => touches(candidate, offset));
  if (!first) return null;
  return others.reduce(
    (merged, other) => ({
      place: merged.place,
      start: Math.min(merged.start, other.start),
      end: Math.max(merged.end, other.end),
      items: [...new Set([...merged.items, ...other.items])],
      ids: [...new Set([...merged.ids, ...other.ids])],
    }),
    first,
  );
}

/** The places of `cable` that have an entry or a cable in common with `citing`, in the order of `citingsOf`. */
export function sameCitings(cable: Cable, citing: Citing): readonly Citing[] {
  const items = new Set(citing.items);
  const ids = new Set(citing.ids);
  return citingsOf(cable).filter(
    other => other.items.some(item => items.has(item)) || other.ids.some(id => ids.has(id)),
  );
}

function groupByLabel(items: readonly Reference[]): ReadonlyMap<string, readonly Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const item of items) {
    if (!item.label) continue;
    const group = groups.get(item.label.value);
    if (group) group.push(item);
    else groups.set(item.label.value, [item]);
  }
  return groups;
}

function itemsOf(
  mention: Mention,
  byLabel: ReadonlyMap<string, readonly Reference[]>,
  items: readonly Reference[],
): readonly Reference[] {
  if (mention.form === 'letter') return byLabel.get(mention.label ?? '') ?? [];
  return items.filter(item => item.mrn !== null && item.mrn === mention.mrn);
}

function citing(
  named: Reference | Mention,
  place: Citing['place'],
  items: readonly Reference[],
  start = named.start,
): Citing {
  const ids = idsOf(items);
  const { mrn, end } = named;
  return { start, end, place, items, ids: mrn === null || ids.includes(mrn) ? ids : [mrn, ...ids] };
}

function idsOf(items: readonly Reference[]): readonly string[] {
  return [...new Set(items.flatMap(item => item.mrn ?? []))];
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
