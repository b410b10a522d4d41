import { count, keysOf } from '../../grouping';
import type { Naming } from '../../naming';
import type { CableQuery, WordCondition } from '../../query/query';
import type { IdOrWords } from '../../search';
import type { CableEntry, Citation, EntryList, Grouping, OrderBy, TextTask } from '../../snapshot';
import type { CableFile, CableId, CableStore, LinksOf, Ranked, Tally } from '../../store';
import type { Base, Run } from '../format/base';
import { NO_ID } from '../format/cableKey';
import { NO_TIME, NONE } from '../format/columns';
import { RowFilter } from './rowFilter';
import { RowGroups } from './rowGroups';
import { orderedRows } from './rowOrder';
import { RowSearch } from './rowSearch';
import { RowTokens } from './rowTokens';
import { TargetCounts } from './targetCounts';

/** What is worked out of a base when it is first asked for, and then kept as long as the base. */
interface Derived {
  readonly groups: RowGroups;
  readonly search: RowSearch;
  readonly filter: RowFilter;
  readonly targets: TargetCounts;
}

/** Files of one folder, each for one of its rows. */
type RowFiles = Omit<TextTask, 'known' | 'part'>;

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
    const tokens = new RowTokens(base);
    const derived = {
      groups,
      search: new RowSearch(base, tokens),
      filter: new RowFilter(base, tokens),
      targets: new TargetCounts(base),
    };
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
      const entry = this.entryOf(row);
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
      const entry = entries.get(row) ?? this.entryOf(row);
      entries.set(row, entry);
      return this.#citation(citation, entry);
    });
  }

  tally(mrn: string): Tally {
    const citing = this.#visibleCiting(mrn);
    return { cables: new Set(citing.map(({ row }) => row)).size, citations: citing.length };
  }

  ranked(wanted: IdOrWords, limit: number, query: CableQuery, linked: LinksOf): readonly Ranked[] {
    const { search, filter } = this.#derived;
    const marks = query.conditions.length === 0 ? null : filter.fitting(query.conditions, linked);
    return search
      .best(wanted, limit, this.#hidden, marks)
      .map(({ rank, row }) => ({ rank, entry: this.entryOf(row) }));
  }

  /** The rows for which the conditions of `query` hold, in order. */
  matching({ conditions }: CableQuery, linked: LinksOf): Uint32Array {
    const marks = this.#derived.filter.fitting(conditions, linked);
    for (const row of this.#hidden) marks[row] = 0;
    return markedRows(marks);
  }

  /** Rows as a list of their entries. */
  listOf(rows: Uint32Array): EntryList {
    return { length: rows.length, at: index => this.entryOf(rows[index] ?? 0) };
  }

  /** Rows, which are in the order of their ids, in another order. */
  inOrder(rows: Uint32Array, by: OrderBy): Uint32Array {
    return orderedRows(this.base, this.#derived.targets, rows, by);
  }

  /** For each row with a mark 1 where words stand in its subject, or name it by its id. */
  named(word: WordCondition, marks: Uint8Array): Uint8Array {
    return this.#derived.filter.named(word, marks);
  }

  /** The files of rows, by folder and name, in groups of `size` at most: so they lie on the disk. */
  *filesInOrder(rows: Uint32Array, size: number): Generator<RowFiles> {
    const { rowFile, fileFolder, fileRow, rowNext } = this.base.columns;
    const places = Float64Array.from(rows, row => (rowFile[row] ?? 0) * 2 ** 26 + row).sort();
    const inOrder = Uint32Array.from(places, place => place % 2 ** 26);
    for (let start = 0; start < inOrder.length; ) {
      const first = rowFile[inOrder[start] ?? 0] ?? 0;
      const folder = fileFolder[first] ?? 0;
      let end = start + 1;
      while (
        end < inOrder.length &&
        end - start < size &&
        fileFolder[rowFile[inOrder[end] ?? 0] ?? 0] === folder
      )
        end++;
      const group = inOrder.slice(start, end);
      const last = rowFile[group.at(-1) ?? 0] ?? 0;
      // Decoded all at once, where they stand close together.
      const isDense = last - first < 4 * group.length;
      const all = isDense ? this.base.names.range(first, last + 1) : [];
      const name = this.base.folders.at(folder);
      yield {
        folder: this.#naming.folder,
        below: name === '' ? '' : `${name}/`,
        names: Array.from(group, row => {
          const file = rowFile[row] ?? 0;
          return isDense ? (all[file - first] ?? '') : this.base.names.at(file);
        }),
        telegram: Uint16Array.from(group, row => {
          const file = rowFile[row] ?? 0;
          const isOnly = fileRow[file] === row && rowNext[row] === NONE;
          return isOnly ? 0 : this.base.rowsOfFile(file).indexOf(row) + 1;
        }),
        rows: group,
      };
      start = end;
    }
  }

  /** How many of some rows each group has. */
  countsOf(rows: Uint32Array, by: Grouping): ReadonlyMap<string, number> {
    return rows.length === this.base.rowCount
      ? this.#derived.groups.counts(by)
      : this.#derived.groups.countsOf(rows, by);
  }

  counts(by: Grouping): ReadonlyMap<string, number> {
    const counts = new Map(this.#derived.groups.counts(by));
    for (const row of this.#hidden) for (const key of keysOf(this.entryOf(row), by)) count(counts, key, -1);
    for (const [key, number] of counts) if (number === 0) counts.delete(key);
    return counts;
  }

  group(by: Grouping, key: string): EntryList {
    const rows = this.#visible(by, key);
    return this.listOf(rows);
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

  /** The entry of a row. */
  entryOf(row: number): CableEntry {
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

function markedRows(marks: Uint8Array): Uint32Array {
  const rows = new Uint32Array(marks.length);
  let length = 0;
  for (let row = 0; row < marks.length; row++) if (marks[row] !== 0) rows[length++] = row;
  return rows.slice(0, length);
}
