import { otherId, splitMrn } from '../cable/identity';
import { CableList } from './cableList';
import { CitationTotals } from './citationTotals';
import { entryListOf, mergeLists } from './entryList';
import type { FileFacts } from './facts';
import { count, sortedGroups, sortedMonths } from './grouping';
import type { Base } from './index/format/base';
import { SavedStore } from './index/query/savedStore';
import { filed } from './layer';
import type { Naming } from './naming';
import { compareCitations, compareEntries, comparePlaces } from './order';
import { OverlayStore } from './overlayStore';
import { fitsId } from './query/fits';
import { type CableQuery, everything, type LinkCondition, type LinkedIds, readQuery } from './query/query';
import { readIdOrWords } from './search';
import type {
  CableEntry,
  Capped,
  Citation,
  Group,
  Grouping,
  MissingCable,
  MonthCount,
  Snapshot,
  Totals,
} from './snapshot';
import type { CableFile, CableStore, LinksOf } from './store';

/** The most citations in one answer. */
export const CITATION_LIMIT = 10_000;

/**
 * All cables: those of saved bases, overlaid by files that are open or have changed since. Immutable: `with` and `without` return
 * another archive that shares what did not change. The cost of changing one file does not depend on the number of files.
 */
export class Archive implements Snapshot {
  static readonly empty = new Archive([], OverlayStore.empty);

  readonly size: number;
  readonly #bases: readonly SavedStore[];
  readonly #changed: OverlayStore;
  readonly #stores: readonly CableStore[];
  #citationTotals: CitationTotals | null = null;

  private constructor(bases: readonly SavedStore[], changed: OverlayStore) {
    this.#bases = bases;
    this.#changed = changed;
    this.#stores = [...bases, changed];
    this.size = this.#stores.reduce((sum, store) => sum + store.size, 0);
  }

  /** The archive of bases that have no files in common. */
  static over(...bases: readonly { readonly base: Base; readonly naming: Naming }[]): Archive {
    const stores = bases.map(({ base, naming }) => SavedStore.of(base, naming));
    return new Archive(stores, OverlayStore.empty);
  }

  /** This archive with `facts` as what is known of the file `uri`. */
  with(uri: string, facts: FileFacts): Archive {
    return this.withAll([[uri, facts]]);
  }

  /** This archive without the file `uri`. */
  without(uri: string): Archive {
    return this.withAll([[uri, []]]);
  }

  /** This archive after many changes at once; no facts take a file out, and the last word on a file counts. */
  withAll(changes: Iterable<readonly [uri: string, facts: FileFacts]>): Archive {
    const last = new Map(changes);
    const bases = this.#bases.map(base => base.without(last.keys()));
    const changed = this.#changed.withAll(
      new Map(
        [...last]
          .filter(([uri, facts]) => facts.length > 0 || this.#changed.has(uri))
          .map(([uri, facts]) => [uri, filed(uri, facts)]),
      ),
    );
    const same = changed === this.#changed && bases.every((base, i) => base === this.#bases[i]);
    return same ? this : new Archive(bases, changed);
  }

  find(mrn: string): readonly CableEntry[] {
    return this.#bestFiles(mrn).map(({ entry }) => entry);
  }

  /** If several files hold the cable, the most complete one counts; the others add what only they cite. */
  cites(mrn: string): Capped<Citation> {
    const [first, ...others] = this.#bestFiles(mrn);
    const citations = [...(first?.citations() ?? [])];
    const targets = new Set(citations.map(citation => citation.target));
    for (const other of others) {
      const more = other.citations().filter(citation => !targets.has(citation.target));
      for (const citation of more) targets.add(citation.target);
      citations.push(...more);
    }
    return cap(citations, CITATION_LIMIT);
  }

  citedBy(mrn: string, limit = CITATION_LIMIT): Capped<Citation> {
    const citations = this.#namesOf(mrn).flatMap(name =>
      this.#stores.flatMap(store => store.citationsOf(name)),
    );
    return cap(citations.sort(compareCitations), limit);
  }

  search(query: string, limit: number): Capped<CableEntry> {
    const read = readQuery(query).query;
    const wanted = readIdOrWords(read?.plainWords ?? query);
    const most = Math.max(0, limit);
    const linked = this.#links();
    const [first = [], ...others] = this.#stores
      .map(store => store.ranked(wanted, most + 1, read ?? everything, linked))
      .filter(ranked => ranked.length > 0);
    const all = [...first, ...others.flat()];
    // The matches of one store are already in order.
    if (others.length > 0) all.sort((a, b) => a.rank - b.rank || compareEntries(a.entry, b.entry));
    const { items, truncated } = cap(all, most);
    return { items: items.map(item => item.entry), truncated };
  }

  select(query: CableQuery): CableList {
    if (query.missing) return CableList.empty;
    const linked = this.#links();
    const saved = this.#bases.map(store => ({ store, rows: store.matching(query, linked) }));
    return new CableList(saved, this.#changed.matching(query, linked));
  }

  groups(by: Grouping): readonly Group[] {
    return sortedGroups(sumOf(this.#stores.map(store => store.counts(by))));
  }

  inGroup(by: Grouping, key: string, from: number, limit: number): Capped<CableEntry> {
    const list = this.#stores
      .map(store => store.group(by, key))
      .reduce((a, b) => mergeLists(a, b), entryListOf([]));
    const start = Math.max(0, from);
    const end = Math.min(list.length, start + Math.max(0, limit));
    const items = Array.from({ length: Math.max(0, end - start) }, (_, i) => list.at(start + i));
    return { items, truncated: start < list.length && end < list.length };
  }

  missing(limit: number, query: CableQuery = everything): Capped<MissingCable> {
    const most = Math.max(0, limit);
    const { conditions, words } = query;
    if (conditions.length + words.length === 0) return cap(this.#counted().missing(most + 1), most);
    const linked = this.#links();
    const found = this.#counted()
      .missing(Number.POSITIVE_INFINITY)
      .filter(({ mrn }) => fitsId(mrn, query, condition => linked(condition).own.has(mrn)));
    return cap(found, most);
  }

  perMonth(by: Grouping, key: string): readonly MonthCount[] {
    return sortedMonths(sumOf(this.#stores.map(store => store.months(by, key))));
  }

  neighbour(mrn: string, step: 1 | -1): CableEntry | null {
    const id = splitMrn(mrn);
    if (!id) return null;
    const [nearest] = this.#stores
      .flatMap(store => store.neighbour(id, step) ?? [])
      .flatMap(other => this.#bestFiles(other).slice(0, 1))
      .sort((a, b) => step * compareEntries(a.entry, b.entry));
    return nearest?.entry ?? null;
  }

  totals(): Totals {
    return { cables: this.size, ...this.#counted().totals() };
  }

  /** What conditions on citations mean here; each is looked up once. */
  #links(): LinksOf {
    const known = new Map<LinkCondition, LinkedIds>();
    return condition => {
      let ids = known.get(condition);
      if (!ids) {
        ids = this.#linkedIds(condition);
        known.set(condition, ids);
      }
      return ids;
    };
  }

  #linkedIds({ on, ids }: LinkCondition): LinkedIds {
    if (on === 'cites') return { cited: new Set(ids.flatMap(id => this.#namesOf(id))), own: new Set() };
    const own = new Set<string>();
    for (const target of ids.flatMap(id => this.#allCitedBy(id))) {
      own.add(target);
      for (const { entry } of this.#bestFiles(target)) if (entry.mrn !== null) own.add(entry.mrn);
    }
    return { cited: new Set(), own };
  }

  #allCitedBy(mrn: string): string[] {
    return this.#bestFiles(mrn).flatMap(file => file.citations().map(({ target }) => target));
  }

  #counted(): CitationTotals {
    this.#citationTotals ??= new CitationTotals(this.#bases, this.#changed);
    return this.#citationTotals;
  }

  /** The files of a cable, or of its id with the station's other name if there are none; the most complete first. */
  #bestFiles(mrn: string): readonly CableFile[] {
    const files = this.#filesOf(mrn);
    const other = files.length === 0 ? otherId(mrn) : null;
    return other === null ? files : this.#filesOf(other);
  }

  /** The ids under which a cable is cited: with both names of its station, unless each is a cable of its own. */
  #namesOf(mrn: string): string[] {
    const other = otherId(mrn);
    if (other === null) return [mrn];
    const apart = [mrn, other].every(name => this.#stores.some(store => store.holds(name)));
    return apart ? [mrn] : [mrn, other];
  }

  #filesOf(mrn: string): readonly CableFile[] {
    return this.#stores
      .flatMap(store => store.filesOf(mrn))
      .sort((a, b) => b.completeness - a.completeness || comparePlaces(a.entry, b.entry));
  }
}

function sumOf<K>(parts: readonly ReadonlyMap<K, number>[]): ReadonlyMap<K, number> {
  const sum = new Map<K, number>();
  for (const part of parts) for (const [key, number] of part) count(sum, key, number);
  return sum;
}

function cap<T>(items: readonly T[], limit: number): Capped<T> {
  return items.length > limit
    ? { items: items.slice(0, limit), truncated: true }
    : { items, truncated: false };
}
