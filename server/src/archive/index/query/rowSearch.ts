import { type IdOrWords, rankOf, searchTextOf } from '../../search';
import type { Base } from '../format/base';
import { NO_ID } from '../format/cableKey';
import type { RowTexts } from '../format/rowText';
import { ABSENT, BEGINS, fitOfDigits, markIds, visitIdsWith } from './idSearch';
import type { RowTokens } from './rowTokens';

/** The most words that are looked for at once: a bit each for "within" and for "begins" in a number of 32 bits. */
const MOST_WORDS = 16;

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
    const rankText = this.#textRanks(query);
    // Rows are in order, so none that comes later is better once there are enough.
    for (let row = 0; rankText && row < ids.length && found < limit; row++) {
      const rank = ids[row] === 0 ? rankText(row) : 0;
      if (rank !== 0) add(rank, row);
    }
    return byRank.flatMap((rows, rank) => rows.map(row => ({ rank, row }))).slice(0, limit);
  }

  /**
   * Gives for a row its rank by its words, or 0 where they do not fit. Null where some word is nowhere at all, so that no row can fit.
   */
  #textRanks(query: IdOrWords): ((row: number) => number) | null {
    const { texts, rowCount } = this.#base;
    const looked = query.words.slice(0, MOST_WORDS);
    if (looked.length === 0) return () => 2;
    const marks = new Uint32Array(rowCount);
    const inTokens = new Uint32Array(texts.tokens.size);
    const numbers = looked.map(fitOfDigits);
    for (const [i, word] of looked.entries()) {
      let seen = numbers[i] !== null;
      this.#tokens.eachWith(word, (token, begins) => {
        seen = true;
        inTokens[token] = (inTokens[token] ?? 0) | bitsOf(i, begins);
      });
      visitIdsWith(this.#base, word, (row, begins) => {
        seen = true;
        marks[row] = (marks[row] ?? 0) | bitsOf(i, begins);
      });
      if (!seen) return null;
    }
    const isFrequent = this.#areFrequent(looked.length, inTokens);
    const bitsWhere = (test: (i: number) => boolean) =>
      looked.reduce((bits, _, i) => (test(i) ? bits | bitsOf(i, true) : bits), 0);
    const rowsMarked = bitsWhere(i => !isFrequent[i]);
    this.#markRows(inTokens, rowsMarked, marks);
    const within = 2 ** looked.length - 1;
    const named = bitsWhere(i => !numbers[i]) & within;
    const rare = named & rowsMarked;
    const readsText = isFrequent.includes(true);
    const addNumbers = numbers.some(fitOf => fitOf) ? numberAdder(this.#base, numbers) : null;
    const begins = within << MOST_WORDS;
    const rest = query.words.length > MOST_WORDS;
    return row => {
      let bits = marks[row] as number;
      // Most rows lack another word: their texts and ids need not be looked at.
      if (readsText && (bits & rare) === rare) bits |= bitsInText(texts, row, inTokens);
      if (addNumbers && (bits & named) === named) bits = addNumbers(row, bits);
      if ((bits & within) !== within) return 0;
      if (rest) return this.#rankExactly(row, query);
      return (bits & begins) === begins ? 2 : 3;
    };
  }

  /** For each of `count` words whether so many rows have it that it is better seen in the texts of those that have the others. */
  #areFrequent(count: number, inTokens: Uint32Array): boolean[] {
    const weights = Array.from({ length: count }, () => 0);
    for (let token = 0; token < inTokens.length; token++) {
      const bits = inTokens[token] ?? 0;
      if (bits === 0) continue;
      const weight = this.#tokens.rows.weight(token);
      for (let i = 0; i < count; i++) if (bits & bitsOf(i, false)) weights[i] = (weights[i] ?? 0) + weight;
    }
    return weights.map(weight => weight > this.#base.rowCount);
  }

  /** Adds to `marks` the bits among `wanted` that `inTokens` has for the tokens of each row. */
  #markRows(inTokens: Uint32Array, wanted: number, marks: Uint32Array): void {
    for (let token = 0; token < inTokens.length; token++) {
      const bits = (inTokens[token] ?? 0) & wanted;
      if (bits !== 0) this.#tokens.rows.mark(token, bits, marks);
    }
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

/** The bits that `inTokens` has for the TAGS of a row and the parts of its subject. */
function bitsInText(texts: RowTexts, row: number, inTokens: Uint32Array): number {
  const { reader } = texts;
  const end = texts.startTokens(row);
  let bits = 0;
  while (reader.at < end) bits |= inTokens[reader.next()] as number;
  return bits;
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
