import { otherId } from '../cable/identity';
import type { Cable } from '../cable/model';
import { type CableFacts, factsOf } from './facts';
import { type Layer, layerOf, stack } from './layer';
import { compareCitations, compareEntries, compareText } from './order';
import { rankOf, readQuery } from './search';
import type { CableEntry, Capped, Citation, Snapshot } from './snapshot';

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
    return this.withAll([[uri, factsOf(uri, cable)]]);
  }

  /** This archive without the file `uri`. */
  without(uri: string): Archive {
    return this.#current(uri) ? this.withAll([[uri, null]]) : this;
  }

  /** This archive after many changes at once; null takes a file out, and the last word on a file counts. */
  withAll(changes: Iterable<readonly [uri: string, facts: CableFacts | null]>): Archive {
    const files = new Map(changes);
    if (files.size === 0) return this;
    let size = this.size;
    for (const [uri, facts] of files) size += (facts ? 1 : 0) - (this.#current(uri) ? 1 : 0);
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

  /** The files of a cable, under its station's other name where there are none under the one written. */
  #copies(mrn: string): CableFacts[] {
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

  #filesOf(mrn: string): CableFacts[] {
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

  *#all(): Generator<CableFacts> {
    for (const [i, layer] of this.#layers.entries()) {
      for (const [uri, facts] of layer.files) if (facts && !this.#hidden(uri, i)) yield facts;
    }
  }

  /** Whether a layer newer than the one at `index` has the file. */
  #hidden(uri: string, index: number): boolean {
    for (let i = this.#layers.length - 1; i > index; i--) if (this.#layers[i]?.files.has(uri)) return true;
    return false;
  }

  #current(uri: string): CableFacts | null {
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
