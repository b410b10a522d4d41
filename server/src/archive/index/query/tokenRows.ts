import type { Base } from '../format/base';
import { sumUp } from '../format/columns';
import { NARROW, wideNumber } from '../format/wideNumbers';

/** Rows are taken in blocks of 65,536: a row's place in its block is a number of 16 bits. */
const BLOCK_BITS = 16;
const PLACE = 0xffff;

/**
 * For each token the rows that have it among their TAGS and the parts of their subject. A quarter of a million cables take 7 MB, and a
 * search for words a third of the time that a look at the texts of all rows takes.
 */
export class TokenRows {
  readonly #tokens: number;
  readonly #blocks: number;
  /** For each block and in it for each token where its rows start. */
  readonly #starts: Uint32Array;
  readonly #places: Uint16Array;

  /** Goes through all texts twice; that takes as long as a few searches without this. */
  constructor(base: Base) {
    this.#tokens = base.texts.tokens.size;
    this.#blocks = Math.ceil(base.rowCount / (PLACE + 1));
    this.#starts = countTokens(base, new Uint32Array(this.#blocks * this.#tokens + 1));
    this.#places = placeTokens(base, this.#starts.slice());
  }

  /** How many rows have a token; one that has it twice counts twice. */
  weight(token: number): number {
    let weight = 0;
    for (let block = 0; block < this.#blocks; block++) {
      const at = block * this.#tokens + token;
      weight += (this.#starts[at + 1] ?? 0) - (this.#starts[at] ?? 0);
    }
    return weight;
  }

  /** Adds `bits` to those in `marks` of each row that has `token`. */
  mark(token: number, bits: number, marks: Uint32Array): void {
    for (let block = 0; block < this.#blocks; block++) {
      const at = block * this.#tokens + token;
      const end = this.#starts[at + 1] ?? 0;
      for (let i = this.#starts[at] ?? 0; i < end; i++) {
        const row = (block << BLOCK_BITS) | (this.#places[i] as number);
        marks[row] = (marks[row] as number) | bits;
      }
    }
  }
}

// The following loops make the first search wait, so they read the numbers of `rowText.ts` in place. The first number of each row is no token.

/** Fills `starts`. */
function countTokens({ columns, texts, rowCount }: Base, starts: Uint32Array): Uint32Array {
  const { rowText, rowTextStarts } = columns;
  for (let row = 0; row < rowCount; row++) {
    // Each is counted one place behind its own.
    const block = (row >>> BLOCK_BITS) * texts.tokens.size + 1;
    const end = rowTextStarts[row + 1] as number;
    const head = rowTextStarts[row] as number;
    for (let i = head + ((rowText[head] as number) < NARROW ? 1 : 2); i < end; i++) {
      let token = rowText[i] as number;
      if (token >= NARROW) token = wideNumber(token, rowText[++i] as number);
      starts[block + token] = (starts[block + token] as number) + 1;
    }
  }
  sumUp(starts);
  return starts;
}

/** The places of rows by block and token. `next` has where those of each start, and then where they end. */
function placeTokens({ columns, texts, rowCount }: Base, next: Uint32Array): Uint16Array {
  const { rowText, rowTextStarts } = columns;
  const places = new Uint16Array(next.at(-1) ?? 0);
  for (let row = 0; row < rowCount; row++) {
    const block = (row >>> BLOCK_BITS) * texts.tokens.size;
    const end = rowTextStarts[row + 1] as number;
    const head = rowTextStarts[row] as number;
    for (let i = head + ((rowText[head] as number) < NARROW ? 1 : 2); i < end; i++) {
      let token = rowText[i] as number;
      if (token >= NARROW) token = wideNumber(token, rowText[++i] as number);
      const at = next[block + token] as number;
      places[at] = row & PLACE;
      next[block + token] = at + 1;
    }
  }
  return places;
}
