import { splitMrn } from '../cable/identity';
import { entryListOf } from './entryList';
import { count, keysOf, monthOf } from './grouping';
import type { Filed } from './layer';
import { type Layer, layerOf, stack } from './layer';
import { compareEntries } from './order';
import { fits } from './query/fits';
import type { CableQuery, Condition } from './query/query';
import { type IdOrWords, rankOf } from './search';
import type { CableEntry, Citation, EntryList, Grouping } from './snapshot';
import type { CableFile, CableId, CableStore, LinksOf, Ranked, Tally } from './store';

/**
 * The files that are open or have changed, as objects in memory. Immutable: `withAll` returns another store that shares what did not
 * change. Changing a file costs the logarithm of the number of files on average, and next to nothing if it was changed just before.
 */
export class OverlayStore implements CableStore {
  static readonly empty = new OverlayStore([], 0, 0);

  readonly size: number;
  readonly citationCount: number;
  /** Oldest first; the newest layer that has a file counts. */
  readonly #layers: readonly Layer[];

  private constructor(layers: readonly Layer[], size: number, citationCount: number) {
    this.#layers = layers;
    this.size = size;
    this.citationCount = citationCount;
  }

  /** This store after many changes at once; a file without telegrams is taken out. */
  withAll(files: ReadonlyMap<string, readonly Filed[]>): OverlayStore {
    if (files.size === 0) return this;
    let { size, citationCount } = this;
    for (const [uri, file] of files) {
      const before = this.#current(uri);
      size += file.length - before.length;
      citationCount += citationsIn(file) - citationsIn(before);
    }
    return new OverlayStore(stack(this.#layers, layerOf(files)), size, citationCount);
  }

  has(uri: string): boolean {
    return this.#current(uri).length > 0;
  }

  filesOf(mrn: string): readonly CableFile[] {
    return this.#filedAs(mrn).map(({ entry, completeness, citations }) => ({
      entry,
      completeness,
      citations: () => citations,
    }));
  }

  holds(mrn: string): boolean {
    return this.#filedAs(mrn).length > 0;
  }

  citationsOf(mrn: string): readonly Citation[] {
    return this.#layers.flatMap((layer, i) =>
      (layer.citations.get(mrn) ?? []).filter(citation => !this.#hidden(citation.source.uri, i)),
    );
  }

  tally(mrn: string): Tally {
    const citations = this.citationsOf(mrn);
    const cables = new Set(citations.map(citation => citation.source)).size;
    return { cables, citations: citations.length };
  }

  *ids(): Generator<string> {
    for (const { entry, citations } of this.#all()) {
      if (entry.mrn !== null) yield entry.mrn;
      for (const { target } of citations) yield target;
    }
  }

  ranked(wanted: IdOrWords, limit: number, query: CableQuery, linked: LinksOf): readonly Ranked[] {
    const ranked: Ranked[] = [];
    for (const file of this.matching(query, linked)) {
      const rank = rankOf(file, wanted);
      if (rank !== null) ranked.push({ rank, entry: file.entry });
    }
    ranked.sort((a, b) => a.rank - b.rank || compareEntries(a.entry, b.entry));
    return ranked.slice(0, limit);
  }

  /** The cables for which the conditions of `query` hold, in order. */
  matching({ conditions }: CableQuery, linked: LinksOf): readonly Filed[] {
    return [...this.#all()].filter(filed => matches(conditions, filed, linked)).sort(byEntry);
  }

  counts(by: Grouping): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { entry } of this.#all()) for (const key of keysOf(entry, by)) count(counts, key);
    return counts;
  }

  group(by: Grouping, key: string): EntryList {
    return entryListOf(this.#entriesOf(by, key).sort(compareEntries));
  }

  months(by: Grouping, key: string): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const { instant } of this.#entriesOf(by, key)) if (instant !== null) count(counts, monthOf(instant));
    return counts;
  }

  neighbour(id: CableId, step: 1 | -1): string | null {
    const [nearest] = this.#entriesOf('post', id.post)
      .filter(({ mrn }) => {
        const other = splitMrn(mrn ?? '');
        return other && step * (other.year - id.year || other.serial - id.serial) > 0;
      })
      .sort((a, b) => step * compareEntries(a, b));
    return nearest?.mrn ?? null;
  }

  #entriesOf(by: Grouping, key: string): CableEntry[] {
    const entries: CableEntry[] = [];
    for (const { entry } of this.#all()) if (keysOf(entry, by).includes(key)) entries.push(entry);
    return entries;
  }

  #filedAs(mrn: string): Filed[] {
    return this.#layers.flatMap((layer, i) =>
      (layer.byId.get(mrn) ?? []).filter(facts => !this.#hidden(facts.entry.uri, i)),
    );
  }

  *#all(): Generator<Filed> {
    for (const [i, layer] of this.#layers.entries()) {
      for (const [uri, facts] of layer.files) if (!this.#hidden(uri, i)) yield* facts;
    }
  }

  /** Whether a layer newer than the one at `index` has the file. */
  #hidden(uri: string, index: number): boolean {
    for (let i = this.#layers.length - 1; i > index; i--) if (this.#layers[i]?.files.has(uri)) return true;
    return false;
  }

  #current(uri: string): readonly Filed[] {
    for (let i = this.#layers.length - 1; i >= 0; i--) {
      const facts = this.#layers[i]?.files.get(uri);
      if (facts !== undefined) return facts;
    }
    return [];
  }
}

function byEntry(a: Filed, b: Filed): number {
  return compareEntries(a.entry, b.entry);
}

function matches(conditions: readonly Condition[], { entry, citations }: Filed, linked: LinksOf): boolean {
  return fits(conditions, entry, condition => {
    const { cited, own } = linked(condition);
    return (entry.mrn !== null && own.has(entry.mrn)) || citations.some(({ target }) => cited.has(target));
  });
}

function citationsIn(file: readonly Filed[]): number {
  return file.reduce((sum, { citations }) => sum + citations.length, 0);
}
