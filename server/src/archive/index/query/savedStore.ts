import { count, keysOf } from '../../grouping';
import type { Naming } from '../../naming';
import type { Query } from '../../search';
import type { CableEntry, Citation, Grouping } from '../../snapshot';
import type { CableFile, CableId, CableStore, EntryList, Ranked, Tally } from '../../store';
import type { Base, Run } from '../format/base';
import { NO_ID } from '../format/cableKey';
import { NO_TIME } from '../format/columns';
import { RowGroups } from './rowGroups';
import { RowSearch } from './rowSearch';
import { TargetCounts } from './targetCounts';

/** What is worked out of a base when it is first asked for, and then kept as long as the base. */
interface Derived {
  readonly groups: RowGroups;
  readonly search: RowSearch;
  readonly targets: TargetCounts;
}

/** A base as part of an archive: its files under their uris, without those that have changed since it was built. */
export class SavedStore implements CableStore {
  readonly base: Base;
  readonly size: number;
  readonly citationCount: number;
  readonly #naming: Naming;
  readonly #derived: Derived;
  /** The rows whose files have changed. */
  readonly #hidden: ReadonlySet<number>;

  private constructor(base: Base, naming: Naming, derived: Derived, hidden: ReadonlySet<number>) {
    this.base = base;
    this.#naming = naming;
    this.#derived = derived;
    this.#hidden = hidden;
    this.size = base.rowCount - hidden.size;
    let { citationCount } = base;
    for (const row of hidden) citationCount -= lengthOf(base.citationsOf(row));
    this.citationCount = citationCount;
  }

  static of(base: Base, naming: Naming): SavedStore {
    const groups = new RowGroups(base);
    const derived = { groups, search: new RowSearch(base), targets: new TargetCounts(base) };
    return new SavedStore(base, naming, derived, new Set());
  }

  /** This store without some files; those that it has not are passed over. */
  without(uris: Iterable<string>): SavedStore {
    const rows = [...uris].flatMap(uri => this.#rowsIn(uri)).filter(row => !this.#hidden.has(row));
    if (rows.length === 0) return this;
    return new SavedStore(this.base, this.#naming, this.#derived, new Set([...this.#hidden, ...rows]));
  }

  /** The counts of the whole base, hidden files included. */
  get wholeCounts(): TargetCounts {
    return this.#derived.targets;
  }

  /** The ids of the cables hidden, and of those that they cite; one may come more than once. */
  *hiddenIds(): Generator<string> {
    for (const row of this.#hidden) yield* this.#idsOf(row);
  }

  *ids(): Generator<string> {
    for (let row = 0; row < this.base.rowCount; row++) if (!this.#hidden.has(row)) yield* this.#idsOf(row);
  }

  filesOf(mrn: string): readonly CableFile[] {
    return this.#visibleRowsOf(mrn).map(row => {
      const entry = this.#entry(row);
      return {
        entry,
        completeness: this.base.columns.rowCompleteness[row] ?? 0,
        citations: () =>
          numbersOf(this.base.citationsOf(row)).map(citation => this.#citation(citation, entry)),
      };
    });
  }

  holds(mrn: string): boolean {
    return this.#visibleRowsOf(mrn).length > 0;
  }

  citationsOf(mrn: string): readonly Citation[] {
    const entries = new Map<number, CableEntry>();
    return this.#visibleCiting(mrn).map(({ citation, row }) => {
      const entry = entries.get(row) ?? this.#entry(row);
      entries.set(row, entry);
      return this.#citation(citation, entry);
    });
  }

  tally(mrn: string): Tally {
    const citing = this.#visibleCiting(mrn);
    return { cables: new Set(citing.map(({ row }) => row)).size, citations: citing.length };
  }

  ranked(query: Query, limit: number): readonly Ranked[] {
    return this.#derived.search
      .best(query, limit, this.#hidden)
      .map(({ rank, row }) => ({ rank, entry: this.#entry(row) }));
  }

  counts(by: Grouping): ReadonlyMap<string, number> {
    const counts = new Map(this.#derived.groups.counts(by));
    for (const row of this.#hidden) for (const key of keysOf(this.#entry(row), by)) count(counts, key, -1);
    for (const [key, number] of counts) if (number === 0) counts.delete(key);
    return counts;
  }

  group(by: Grouping, key: string): EntryList {
    const rows = this.#visible(by, key);
    return { length: rows.length, at: index => this.#entry(rows[index] ?? 0) };
  }

  months(by: Grouping, key: string): ReadonlyMap<number, number> {
    return this.#derived.groups.months(this.#visible(by, key).filter(row => this.#time(row) !== NO_TIME));
  }

  neighbour(id: CableId, step: 1 | -1): string | null {
    const row = this.#derived.groups.neighbour(id, step, this.#hidden);
    return row < 0 ? null : this.base.mrnOf(this.#key(row));
  }

  #rowsIn(uri: string): readonly number[] {
    const path = this.#naming.pathOf(uri);
    return path === null ? [] : this.base.rowsOfFile(this.base.fileOf(path));
  }

  #visibleRowsOf(mrn: string): readonly number[] {
    const key = this.base.keyOf(mrn);
    if (key === null) return [];
    return numbersOf(this.base.rowsOf(key)).filter(row => !this.#hidden.has(row));
  }

  #visibleCiting(mrn: string): readonly { readonly citation: number; readonly row: number }[] {
    const key = this.base.keyOf(mrn);
    const target = key === null ? -1 : this.base.targetOf(key);
    if (target < 0) return [];
    return Array.from(this.base.citing(target), citation => ({
      citation,
      row: this.base.rowOfCitation(citation),
    })).filter(({ row }) => !this.#hidden.has(row));
  }

  #visible(by: Grouping, key: string): Uint32Array {
    const rows = this.#derived.groups.rows(by, key);
    return this.#hidden.size === 0 ? rows : rows.filter(row => !this.#hidden.has(row));
  }

  *#idsOf(row: number): Generator<string> {
    const key = this.#key(row);
    if (key !== NO_ID) yield this.base.mrnOf(key);
    for (const citation of numbersOf(this.base.citationsOf(row))) yield this.base.citation(citation).target;
  }

  #entry(row: number): CableEntry {
    const file = this.base.columns.rowFile[row] ?? 0;
    return { uri: this.#naming.uriOf(this.base.pathOf(file)), ...this.base.entry(row) };
  }

  #citation(citation: number, source: CableEntry): Citation {
    return { source, ...this.base.citation(citation) };
  }

  #key(row: number): number {
    return this.base.columns.rowKey[row] ?? NO_ID;
  }

  #time(row: number): number {
    return this.base.columns.rowTime[row] ?? NO_TIME;
  }
}

function numbersOf({ start, end }: Run): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function lengthOf({ start, end }: Run): number {
  return end - start;
}
