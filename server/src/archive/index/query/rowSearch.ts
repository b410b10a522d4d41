import { type IdOrWords, rankOf, searchTextOf } from '../../search';
import type { Base } from '../format/base';
import { markIds, visitIdsWith } from './idSearch';
import { markTexts, type RowTokens } from './rowTokens';

/** The most words that are looked for at once: a bit each for "within" and for "begins" in a number of 32 bits. */
const MOST_WORDS = 16;

/** So many rows are looked at before it is asked whether there are enough. */
const STRETCH = 8192;

/** A row that fits, and how well. */
interface RankedRow {
  readonly rank: number;
  readonly row: number;
}

/** Finds the rows of a base that fit a query, as `rankOf` says, without making their texts. */
export class RowSearch {
  readonly #base: Base;
  readonly #tokens: RowTokens;

  constructor(base: Base, tokens: RowTokens) {
    this.#base = base;
    this.#tokens = tokens;
  }

  /**
   * The best rows in the order of rank and then their own, at most `limit`, without those in `hidden` and, where there are `marks`, only
   * those with one.
   */
  best(
    query: IdOrWords,
    limit: number,
    hidden: ReadonlySet<number>,
    marks: Uint8Array | null = null,
  ): readonly RankedRow[] {
    const byRank: number[][] = [[], [], [], []];
    // The rank plus one of the rows whose id fits.
    const ids = markIds(this.#base, query);
    let found = 0;
    const add = (rank: number, row: number) => {
      const rows = byRank[rank];
      if (!rows || rows.length >= limit || hidden.has(row) || marks?.[row] === 0) return;
      rows.push(row);
      if (rank < 3) found++;
    };
    for (let row = 0; row < ids.length; row++) if (ids[row] !== 0) add((ids[row] ?? 0) - 1, row);
    const rankTexts = this.#textRanks(query);
    // Rows are in order, so none that comes later is better once there are enough.
    for (let start = 0; rankTexts && start < this.#base.rowCount && found < limit; start += STRETCH) {
      const ranks = rankTexts(start, Math.min(this.#base.rowCount, start + STRETCH));
      for (let i = 0; i < ranks.length; i++)
        if (ranks[i] !== 0 && ids[start + i] === 0) add(ranks[i] ?? 0, start + i);
    }
    return byRank.flatMap((rows, rank) => rows.map(row => ({ rank, row }))).slice(0, limit);
  }

  /**
   * Gives for each row from `start` to `end` its rank by its words, or 0 where they do not fit. Null where some word is nowhere at
   * all, so that no row can fit.
   */
  #textRanks(query: IdOrWords): ((start: number, end: number) => Uint8Array) | null {
    const { texts, rowCount } = this.#base;
    const looked = query.words.slice(0, MOST_WORDS);
    if (looked.length === 0) return (start, end) => new Uint8Array(end - start).fill(2);
    const marks = new Uint32Array(rowCount);
    const inTokens = new Uint32Array(texts.tokens.size);
    let isInTexts = false;
    for (const [i, word] of looked.entries()) {
      let seen = false;
      const marker = (table: Uint32Array) => (index: number, begins: boolean) => {
        seen = true;
        table[index] = (table[index] ?? 0) | (2 ** i) | (begins ? 2 ** (i + MOST_WORDS) : 0);
      };
      this.#tokens.eachWith(word, marker(inTokens));
      isInTexts ||= seen;
      visitIdsWith(this.#base, word, marker(marks));
      if (!seen) return null;
    }
    const within = 2 ** looked.length - 1;
    const begins = within * 2 ** MOST_WORDS;
    const rest = query.words.length > MOST_WORDS;
    return (start, end) => {
      if (isInTexts) markTexts(this.#base.columns, start, end, inTokens, marks);
      const ranks = new Uint8Array(end - start);
      for (let row = start; row < end; row++) {
        const bits = marks[row] ?? 0;
        if ((bits & within) !== within) continue;
        if (rest) ranks[row - start] = this.#rankExactly(row, query);
        else ranks[row - start] = (bits & begins) >>> 0 === begins ? 2 : 3;
      }
      return ranks;
    };
  }

  /** For the rare query of many words: of the few rows that have the first ones, those that have all. */
  #rankExactly(row: number, query: IdOrWords): number {
    const entry = { uri: '', ...this.#base.entry(row) };
    return rankOf({ entry, searchText: searchTextOf(entry) }, query) ?? 0;
  }
}
