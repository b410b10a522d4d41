import { lowerBound } from '../../order';
import { type Query, rankOf, searchTextOf } from '../../search';
import type { Base } from '../format/base';
import type { FactColumns } from '../format/columns';
import type { StringTable } from '../format/strings';
import { NARROW } from '../format/wideNumbers';
import { markIds, visitIdsWith } from './idSearch';

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
  #tokens: FoldedTable | null = null;

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
  #textRanks(query: Query): ((start: number, end: number) => Uint8Array) | null {
    const { texts, rowCount } = this.#base;
    const looked = query.words.slice(0, MOST_WORDS);
    if (looked.length === 0) return (start, end) => new Uint8Array(end - start).fill(2);
    const marks = new Uint32Array(rowCount);
    const inTokens = new Uint32Array(texts.tokens.size);
    this.#tokens ??= new FoldedTable(texts.tokens);
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
  #rankExactly(row: number, query: Query): number {
    const entry = { uri: '', ...this.#base.entry(row) };
    return rankOf({ entry, searchText: searchTextOf(entry) }, query) ?? 0;
  }
}

/** The strings of a table in the form in which texts are searched, all in one, so that the engine's own search finds a word in all. */
class FoldedTable {
  readonly #text: string;
  /** Where each string starts. */
  readonly #starts: Uint32Array;

  constructor(table: StringTable) {
    // Folded all at once, for nearly all is as it should be.
    const strings = table.all().map(text => text.replaceAll('\n', ' '));
    const whole = strings.join('\n').toUpperCase();
    this.#text = `\n${whole.replace(/[^\p{L}\p{N}\n]+/gu, ' ')}\n`;
    this.#starts = new Uint32Array(table.size);
    for (let i = 0, at = 1; i < table.size; i++) {
      this.#starts[i] = at;
      at = this.#text.indexOf('\n', at) + 1;
    }
  }

  /** Says for each string that has `word` in it, a folded one, whether a word of it begins so. */
  eachWith(word: string, visit: (index: number, begins: boolean) => void): void {
    let index = 0;
    for (let at = this.#text.indexOf(word); at >= 0; at = this.#text.indexOf(word, at + 1)) {
      index = lowerBound(this.#starts, at + 1, index) - 1;
      const before = this.#text.charAt(at - 1);
      visit(index, before === '\n' || before === ' ');
    }
  }
}

/**
 * Puts together, for each row from `start` to `end`, the bits that `inTokens` has for its TAGS and the parts of its subject, and adds
 * them to those in `marks`. In this loop a search spends its time, so it reads the numbers of `rowText.ts` in place.
 */
function markTexts(
  { rowText, rowTextStarts }: FactColumns,
  start: number,
  end: number,
  inTokens: Uint32Array,
  marks: Uint32Array,
): void {
  for (let row = start; row < end; row++) {
    const behind = rowTextStarts[row + 1] as number;
    let bits = marks[row] as number;
    const head = rowTextStarts[row] as number;
    // The first number is no token.
    for (let at = head + ((rowText[head] as number) < NARROW ? 1 : 2); at < behind; at++) {
      let token = rowText[at] as number;
      if (token >= NARROW) token = ((token - NARROW) << 16) | (rowText[++at] as number);
      bits |= inTokens[token] as number;
    }
    marks[row] = bits;
  }
}
