import { type IdOrWords, rankOf, searchTextOf } from '../../search';
import type { Base } from '../format/base';
import { NO_ID } from '../format/cableKey';
import { ABSENT, BEGINS, fitOfDigits, markIds, visitIdsWith } from './idSearch';
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
    const inTokens = new Uint32Array(texts.tokens.size);
    const numbers = looked.map(fitOfDigits);
    let inTexts = false;
    let inIds: Uint32Array | null = null;
    for (const [i, word] of looked.entries()) {
      let seen = numbers[i] !== null;
      this.#tokens.eachWith(word, (token, begins) => {
        seen = true;
        inTexts = true;
        inTokens[token] = (inTokens[token] ?? 0) | bitsOf(i, begins);
      });
      visitIdsWith(this.#base, word, (row, begins) => {
        seen = true;
        inIds ??= new Uint32Array(rowCount);
        inIds[row] = (inIds[row] ?? 0) | bitsOf(i, begins);
      });
      if (!seen) return null;
    }
    const marks = new Uint32Array(STRETCH);
    const others = numbers.reduce((bits, fitOf, i) => (fitOf ? bits : bits | bitsOf(i, false)), 0);
    const addNumbers = numbers.some(fitOf => fitOf) ? numberAdder(this.#base, numbers) : null;
    const within = 2 ** looked.length - 1;
    const begins = within << MOST_WORDS;
    const rest = query.words.length > MOST_WORDS;
    return (start, end) => {
      if (inIds) marks.set(inIds.subarray(start, end));
      else marks.fill(0);
      if (inTexts) markTexts(this.#base.columns, start, end, inTokens, marks);
      const ranks = new Uint8Array(end - start);
      for (let row = start; row < end; row++) {
        let bits = marks[row - start] as number;
        // Most rows lack another word: their ids need not be looked at.
        if (addNumbers && (bits & others) === others) bits = addNumbers(row, bits);
        if ((bits & within) !== within) continue;
        if (rest) ranks[row - start] = this.#rankExactly(row, query);
        else ranks[row - start] = (bits & begins) === begins ? 2 : 3;
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

/** The bits of the word of 0-based number `i` where it is found. */
function bitsOf(i: number, begins: boolean): number {
  return begins ? (1 << i) | (1 << (i + MOST_WORDS)) : 1 << i;
}

/** Adds to the bits that words have in a row those that `numbers` among them have in its id. */
function numberAdder(
  base: Base,
  numbers: readonly ReturnType<typeof fitOfDigits>[],
): (row: number, bits: number) => number {
  const { rowKey } = base.columns;
  return (row, bits) => {
    const key = rowKey[row] ?? NO_ID;
    if (key === NO_ID) return bits;
    let all = bits;
    for (let i = 0; i < numbers.length; i++) {
      const fit = numbers[i]?.(key) ?? ABSENT;
      if (fit !== ABSENT) all |= bitsOf(i, fit === BEGINS);
    }
    return all;
  };
}
