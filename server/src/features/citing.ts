import type { Cable, Mention, Reference, YearSource } from '../cable/model';
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
 * Every place of `cable` that cites, entries of the list first. `ref B` cites the entries lettered B, `refs A-C` all of these,
 * `reftel` all entries unless the list has only one cable. A septel is a telegram that is deliberately not listed: it cites
 * nothing.
 */
export function citingsOf(cable: Cable): readonly Citing[] {
  const items = cable.references?.items ?? [];
  const named = namesOf(items);
  const listed = items.map((item, i) => citing(item, 'list', [item], entryStart(item, items[i - 1])));
  const mentioned = cable.mentions
    .filter(mention => mention.form !== 'septel')
    .map(mention => citing(mention, 'text', itemsOf(mention, named)));
  return [...listed, ...mergeEqualSpans(mentioned)];
}

/**
 * Where an entry of the REF field starts: at its letter, unless that stands before another entry, as in `A. MUSCAT 11, 12`.
 * `before` is the entry above it in the list.
 */
export function entryStart({ label, start }: Reference, before: Reference | undefined): number {
  return label && label.start !== before?.label?.start ? label.start : start;
}

/** What the caret at `offset` stands on: one citing, or several in one where their texts overlap; null elsewhere. */
export function citingAt(cable: Cable, offset: number): Citing | null {
  const [first, ...others] = citingsOf(cable).filter(candidate => touches(candidate, offset));
  return first ? others.reduce(merge, first) : null;
}

/** The places of `cable` that have an entry or a cable in common with `citing`, in the order of `citingsOf`. */
export function sameCitings(cable: Cable, citing: Citing): readonly Citing[] {
  const items = new Set(citing.items);
  const ids = new Set(citing.ids);
  return citingsOf(cable).filter(
    other => other.items.some(item => items.has(item)) || other.ids.some(id => ids.has(id)),
  );
}

/** The entries that one mention can mean at most: no drafter lists so many, and a text may repeat the mention as often. */
const MOST_MEANT = 30;

/** The entries of a list by what names them. */
interface Names {
  readonly byLabel: ReadonlyMap<string, readonly Reference[]>;
  readonly byId: ReadonlyMap<string, readonly Reference[]>;
  readonly all: readonly Reference[];
}

function namesOf(items: readonly Reference[]): Names {
  return {
    byLabel: groups(items, item => item.label?.value ?? null),
    byId: groups(items, item => item.mrn),
    all: items.slice(0, MOST_MEANT),
  };
}

function groups(
  items: readonly Reference[],
  nameOf: (item: Reference) => string | null,
): ReadonlyMap<string, readonly Reference[]> {
  const found = new Map<string, Reference[]>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === null) continue;
    const group = found.get(name);
    if (!group) found.set(name, [item]);
    else if (group.length < MOST_MEANT) group.push(item);
  }
  return found;
}

function itemsOf({ form, label, mrn }: Mention, { byLabel, byId, all }: Names): readonly Reference[] {
  if (form === 'letter') return byLabel.get(label ?? '') ?? [];
  if (form === 'reftel' && mrn === null) return all;
  return byId.get(mrn ?? '') ?? [];
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

/** The letters of `refs A-C` are several mentions at one place. */
function mergeEqualSpans(citings: readonly Citing[]): readonly Citing[] {
  const merged: Citing[] = [];
  for (const next of citings) {
    const last = merged.at(-1);
    if (last && last.start === next.start && last.end === next.end)
      merged[merged.length - 1] = merge(last, next);
    else merged.push(next);
  }
  return merged;
}

function merge(a: Citing, b: Citing): Citing {
  return {
    place: a.place,
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    items: [...new Set([...a.items, ...b.items])],
    ids: [...new Set([...a.ids, ...b.ids])],
  };
}

/** How a year that is not printed with a reference was inferred. */
export type Inference = Exclude<YearSource, 'printed'>;
