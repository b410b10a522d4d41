import { type Query, rankOf, searchTextOf } from '../search';
import type { Base } from './base';
import { FoldedTable } from './foldedTable';
import { markIds, markIdWords } from './idSearch';

/** The most words that are looked for at once: a bit each for "within" and for "begins" in a number of 32 bits. */
const MOST_WORDS = 16;

/** A row that fits, and how well. */
export interface RankedRow {
  readonly rank: number;
  readonly row: number;
}

/** Finds the rows of a base that fit a query, as `rankOf` says, without making their texts. */
export class RowSearch {
  readonly #base: Base;
  #words: FoldedTable | null = null;
  #tags: FoldedTable | null = null;

  constructor(base: Base) {
    this.#base = base;
  }

  /** The best rows in the order of rank and then their own, at most `limit`, without those in `hidden`. */
  best(query: Query, limit: number, hidden: ReadonlySet<number>): readonly RankedRow[] {
    const byRank: number[][] = [[], [], [], []];
    // The rank plus one of the rows whose id fits.
    const ids = markIds(this.#base, query);
    let found = 0;
    const add = (rank: number, row: number) => {
      const rows = byRank[rank];
      if (!rows || rows.length >= limit || hidden.has(row)) return;
      rows.push(row);
      if (rank < 3) found++;
    };
    for (let row = 0; row < ids.length; row++) if (ids[row] !== 0) add((ids[row] ?? 0) - 1, row);
    const rankOfRow = this.#textRanks(query);
    // Rows are in order, so none that comes later is better once there are enough.
    for (let row = 0; row < this.#base.rowCount && found < limit; row++) {
      if (ids[row] !== 0) continue;
      const rank = rankOfRow(row);
      if (rank > 0) add(rank, row);
    }
    return byRank.flatMap((rows, rank) => rows.map(row => ({ rank, row }))).slice(0, limit);
  }

  /** Gives the rank of a row by its words, or 0 where they do not fit. */
  #textRanks(query: Query): (row: number) => number {
    const { texts, rowCount } = this.#base;
    const looked = query.words.slice(0, MOST_WORDS);
    const within = 2 ** looked.length - 1;
    const begins = within * 2 ** MOST_WORDS;
    if (looked.length === 0) return () => 2;
    const inIds = new Uint32Array(rowCount);
    const inWords = new Uint32Array(texts.words.size);
    const inTags = new Uint32Array(texts.tags.size);
    this.#words ??= new FoldedTable(texts.words);
    this.#tags ??= new FoldedTable(texts.tags);
    for (const [i, word] of looked.entries()) {
      const bits = (start: boolean) => (start ? 2 ** i + 2 ** (i + MOST_WORDS) : 2 ** i);
      const marker = (marks: Uint32Array) => (index: number, start: boolean) => {
        marks[index] = (marks[index] ?? 0) | bits(start);
      };
      this.#words.eachWith(word, marker(inWords));
      this.#tags.eachWith(word, marker(inTags));
      markIdWords(this.#base, word, inIds, bits);
    }
    const rest = query.words.length > MOST_WORDS;
    return row => {
      const marks = ((inIds[row] ?? 0) | texts.marksOf(row, inWords, inTags)) >>> 0;
      if ((marks & within) !== within) return 0;
      if (rest) return this.#rankExactly(row, query);
      return (marks & begins) >>> 0 === begins ? 2 : 3;
    };
  }

  /** For the rare query of many words: of the few rows that have the first ones, those that have all. */
  #rankExactly(row: number, query: Query): number {
    const entry = { uri: '', ...this.#base.entry(row) };
    return rankOf({ entry, searchText: searchTextOf(entry) }, query) ?? 0;
  }
}
