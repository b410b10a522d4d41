import { entryListOf, mergeLists, reversed } from './entryList';
import { count, keysOf } from './grouping';
import type { SavedStore } from './index/query/savedStore';
import type { Filed } from './layer';
import { comparatorOf } from './order';
import { wordsFit } from './query/fits';
import type { WordCondition } from './query/query';
import type {
  CableEntry,
  CableSelection,
  EntryList,
  Grouping,
  OrderBy,
  Ordering,
  TextTask,
  WordSearch,
} from './snapshot';

/** The rows of one saved base that are in a list, in their order. */
interface ListedRows {
  readonly store: SavedStore;
  readonly rows: Uint32Array;
}

/** Some cables of an archive: rows of its bases, and changed files. */
export class CableList implements CableSelection {
  static readonly empty = new CableList([], []);

  readonly length: number;
  readonly #saved: readonly ListedRows[];
  /** In order. */
  readonly #changed: readonly Filed[];
  readonly #orders = new Map<string, EntryList>();

  constructor(saved: readonly ListedRows[], changed: readonly Filed[]) {
    this.#saved = saved;
    this.#changed = changed;
    this.length = saved.reduce((sum, { rows }) => sum + rows.length, changed.length);
  }

  inOrder({ by, descending }: Ordering, citedBy: (entry: CableEntry) => number): EntryList {
    const key = `${by} ${descending}`;
    const known = this.#orders.get(key);
    if (known) return known;
    const list = descending
      ? reversed(this.inOrder({ by, descending: false }, citedBy))
      : this.#ascending(by, citedBy);
    this.#orders.set(key, list);
    return list;
  }

  counts(by: Grouping): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { store, rows } of this.#saved)
      for (const [key, number] of store.countsOf(rows, by)) count(counts, key, number);
    for (const { entry } of this.#changed) for (const key of keysOf(entry, by)) count(counts, key);
    return counts;
  }

  seek(words: readonly WordCondition[]): WordSearch {
    return new ListSearch(this.#saved, this.#changed, words);
  }

  #ascending(by: OrderBy, citedBy: (entry: CableEntry) => number): EntryList {
    const compare = comparatorOf(by, citedBy);
    const changed = this.#changed.map(({ entry }) => entry).sort(compare);
    const lists = this.#saved.map(({ store, rows }) => store.listOf(store.inOrder(rows, by)));
    return [...lists, entryListOf(changed)].reduce((a, b) => mergeLists(a, b, compare));
  }
}

/** The most words of a search of which it is noted that they need not be found in a text; each has a bit. */
const MOST_NOTED = 31;

/** What is known of the rows of one base before and while their texts are read. */
interface SoughtRows extends ListedRows {
  /** Those whose texts must be read. */
  readonly open: Uint32Array;
  /** For each row of the base the words that its subject or id has: a bit for each. */
  readonly known: Uint32Array;
  /** For each row of the base 1 where all words hold. */
  readonly fits: Uint8Array;
}

class ListSearch implements WordSearch {
  readonly total: number;
  readonly #words: readonly WordCondition[];
  readonly #changed: readonly Filed[];
  readonly #parts: readonly SoughtRows[];
  #fittingChanged: readonly Filed[] = [];

  constructor(saved: readonly ListedRows[], changed: readonly Filed[], words: readonly WordCondition[]) {
    this.#words = words;
    this.#changed = changed;
    this.#parts = saved.map(listed => soughtRows(listed, words));
    this.total = this.#parts.reduce((sum, { open }) => sum + open.length, 0);
  }

  *tasks(size: number): Generator<TextTask> {
    for (const [part, { store, open, known }] of this.#parts.entries())
      for (const files of store.filesInOrder(open, size))
        yield { ...files, known: files.rows.map(row => known[row] ?? 0), part };
  }

  take({ part, rows }: TextTask, found: Uint8Array): void {
    const fits = this.#parts[part]?.fits;
    if (fits) for (const [i, row] of rows.entries()) if (found[i] === 1) fits[row] = 1;
  }

  takeChanged(textOf: (entry: CableEntry) => string | null): void {
    this.#fittingChanged = this.#changed.filter(({ entry }) => {
      const text = textOf(entry);
      return text !== null && wordsFit(this.#words, entry, text);
    });
  }

  found(): CableList {
    const saved = this.#parts.map(({ store, rows, fits }) => ({
      store,
      rows: rows.filter(row => fits[row] === 1),
    }));
    return new CableList(saved, this.#fittingChanged);
  }
}

/** Decides by subject and id what can be decided without the texts. */
function soughtRows({ store, rows }: ListedRows, words: readonly WordCondition[]): SoughtRows {
  const size = store.base.rowCount;
  const isListed = new Uint8Array(size);
  for (const row of rows) isListed[row] = 1;
  const known = new Uint32Array(size);
  for (const [i, word] of words.slice(0, MOST_NOTED).entries()) {
    const named = store.named(word, isListed);
    for (const row of rows) if (named[row] === 1) known[row] = (known[row] ?? 0) | (1 << i);
  }
  const bits = (isWanted: (word: WordCondition) => boolean) =>
    words.slice(0, MOST_NOTED).reduce((sum, word, i) => (isWanted(word) ? sum | (1 << i) : sum), 0);
  const excluded = bits(word => word.excluded);
  const wanted = bits(word => !word.excluded);
  const isReadAnyway = excluded !== 0 || words.length > MOST_NOTED;
  const fits = new Uint8Array(size);
  const open = rows.filter(row => {
    const has = known[row] ?? 0;
    if ((has & excluded) !== 0) return false;
    if (isReadAnyway || (has & wanted) !== wanted) return true;
    fits[row] = 1;
    return false;
  });
  return { store, rows, open, known, fits };
}
