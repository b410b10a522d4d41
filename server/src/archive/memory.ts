import { otherId, splitMrn } from '../cable/identity';
import type { Cable } from '../cable/model';
import { type CableFacts, factsOf } from './facts';
import { type Filed, filed } from './filed';
import { count, keysOf, monthOf, sortedGroups, sortedMonths } from './grouping';
import { type Layer, layerOf, stack } from './layer';
import { compareCitations, compareEntries, compareText } from './order';
import { rankOf, readQuery } from './search';
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

/** The most citations that one answer lists. */
export const CITATION_LIMIT = 10_000;

/**
 * An archive in memory. A value: `with` and `without` give another one and share all that did not change. Changing one file
 * costs the logarithm of the number of files on average, and next to nothing for a file that was changed just before.
 */
export class Archive implements Snapshot {
  static readonly empty = new Archive([], 0);

  readonly size: number;
  /** Oldest first; a file counts as the newest layer that has it says. */
  readonly #layers: readonly Layer[];

  private constructor(layers: readonly Layer[], size: number) {
    this.#layers = layers;
    this.size = size;
  }

  /** This archive with `cable` as what the file `uri` holds. */
  with(uri: string, cable: Cable): Archive {
    return this.withAll([[uri, factsOf(cable)]]);
  }

  /** This archive without the file `uri`. */
  without(uri: string): Archive {
    return this.#current(uri) ? this.withAll([[uri, null]]) : this;
  }

  /** This archive after many changes at once; null takes a file out, and the last word on a file counts. */
  withAll(changes: Iterable<readonly [uri: string, facts: CableFacts | null]>): Archive {
    const files = new Map<string, Filed | null>();
    for (const [uri, facts] of changes) files.set(uri, facts && filed(uri, facts));
    if (files.size === 0) return this;
    let size = this.size;
    for (const [uri, file] of files) size += (file ? 1 : 0) - (this.#current(uri) ? 1 : 0);
    return new Archive(stack(this.#layers, layerOf(files)), size);
  }

  find(mrn: string): readonly CableEntry[] {
    return this.#copies(mrn).map(facts => facts.entry);
  }

  /** Where several files hold the cable, the most complete one speaks; the others add what only they cite. */
  cites(mrn: string): Capped<Citation> {
    const [first, ...others] = this.#copies(mrn);
    const citations = [...(first?.citations ?? [])];
    const targets = new Set(citations.map(citation => citation.target));
    for (const copy of others) {
      const more = copy.citations.filter(citation => !targets.has(citation.target));
      for (const citation of more) targets.add(citation.target);
      citations.push(...more);
    }
    return cap(citations, CITATION_LIMIT);
  }

  /** By the file's name, then in the order of its text. */
  citedBy(mrn: string): Capped<Citation> {
    const citations = this.#namesOf(mrn).flatMap(name => this.#citationsOf(name));
    return cap(citations.sort(compareCitations), CITATION_LIMIT);
  }

  search(query: string, limit: number): Capped<CableEntry> {
    const wanted = readQuery(query);
    const found: { rank: number; entry: CableEntry }[] = [];
    for (const facts of this.#all()) {
      const rank = rankOf(facts, wanted);
      if (rank !== null) found.push({ rank, entry: facts.entry });
    }
    found.sort((a, b) => a.rank - b.rank || compareEntries(a.entry, b.entry));
    const { items, cut } = cap(found, Math.max(0, limit));
    return { items: items.map(item => item.entry), cut };
  }

  groups(by: Grouping): readonly Group[] {
    const counts = new Map<string, number>();
    for (const { entry } of this.#all()) for (const key of keysOf(entry, by)) count(counts, key);
    return sortedGroups(counts);
  }

  inGroup(by: Grouping, key: string, from: number, limit: number): Capped<CableEntry> {
    const entries = this.#entriesOf(by, key).sort(compareEntries);
    return cap(entries.slice(Math.max(0, from)), Math.max(0, limit));
  }

  missing(limit: number): Capped<MissingCable> {
    const counts = new Map<string, number>();
    for (const { citations } of this.#all())
      for (const target of new Set(citations.map(citation => citation.target))) count(counts, target);
    const missing = [...counts]
      .filter(([mrn]) => this.#copies(mrn).length === 0)
      .map(([mrn, number]) => ({ mrn, count: number }))
      .sort((a, b) => b.count - a.count || compareText(a.mrn, b.mrn));
    return cap(missing, Math.max(0, limit));
  }

  perMonth(by: Grouping, key: string): readonly MonthCount[] {
    const counts = new Map<number, number>();
    for (const { instant } of this.#entriesOf(by, key)) if (instant !== null) count(counts, monthOf(instant));
    return sortedMonths(counts);
  }

  neighbour(mrn: string, step: 1 | -1): CableEntry | null {
    const parts = splitMrn(mrn);
    if (!parts) return null;
    const [nearest] = this.#entriesOf('post', parts.post)
      .filter(entry => {
        const other = splitMrn(entry.mrn ?? '');
        return other && step * (other.year - parts.year || other.serial - parts.serial) > 0;
      })
      .sort((a, b) => step * compareEntries(a, b));
    return nearest?.mrn ? (this.find(nearest.mrn)[0] ?? null) : null;
  }

  totals(): Totals {
    let references = 0;
    let resolved = 0;
    for (const { citations } of this.#all()) {
      references += citations.length;
      for (const { target } of citations) if (this.#copies(target).length > 0) resolved++;
    }
    return { cables: this.size, references, resolved };
  }

  #entriesOf(by: Grouping, key: string): CableEntry[] {
    const entries: CableEntry[] = [];
    for (const { entry } of this.#all()) if (keysOf(entry, by).includes(key)) entries.push(entry);
    return entries;
  }

  /** The files of a cable, under its station's other name where there are none under the one written. */
  #copies(mrn: string): Filed[] {
    const copies = this.#filesOf(mrn);
    const other = copies.length === 0 ? otherId(mrn) : null;
    return other === null ? copies : this.#filesOf(other);
  }

  /** The ids under which a cable is cited: two names of its station, unless each of them has a cable of its own. */
  #namesOf(mrn: string): string[] {
    const other = otherId(mrn);
    if (other === null) return [mrn];
    const apart = this.#filesOf(mrn).length > 0 && this.#filesOf(other).length > 0;
    return apart ? [mrn] : [mrn, other];
  }

  #filesOf(mrn: string): Filed[] {
    const files = this.#layers.flatMap((layer, i) =>
      (layer.byId.get(mrn) ?? []).filter(facts => !this.#hidden(facts.entry.uri, i)),
    );
    return files.sort((a, b) => b.completeness - a.completeness || compareText(a.entry.uri, b.entry.uri));
  }

  #citationsOf(target: string): Citation[] {
    return this.#layers.flatMap((layer, i) =>
      (layer.citations.get(target) ?? []).filter(citation => !this.#hidden(citation.source.uri, i)),
    );
  }

  *#all(): Generator<Filed> {
    for (const [i, layer] of this.#layers.entries()) {
      for (const [uri, facts] of layer.files) if (facts && !this.#hidden(uri, i)) yield facts;
    }
  }

  /** Whether a layer newer than the one at `index` has the file. */
  #hidden(uri: string, index: number): boolean {
    for (let i = this.#layers.length - 1; i > index; i--) if (this.#layers[i]?.files.has(uri)) return true;
    return false;
  }

  #current(uri: string): Filed | null {
    for (let i = this.#layers.length - 1; i >= 0; i--) {
      const facts = this.#layers[i]?.files.get(uri);
      if (facts !== undefined) return facts;
    }
    return null;
  }
}

function cap<T>(items: readonly T[], limit: number): Capped<T> {
  return items.length > limit ? { items: items.slice(0, limit), cut: true } : { items, cut: false };
}
