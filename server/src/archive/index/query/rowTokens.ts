import { withoutAccents } from '../../../text/fold';
import { lowerBound } from '../../order';
import type { Base } from '../format/base';
import type { StringTable } from '../format/strings';
import { TokenRows } from './tokenRows';

/** Which TAGS and words of subjects begin with some word or have it in them, and which rows have these; worked out when it is first asked for. */
export class RowTokens {
  readonly #base: Base;
  #table: FoldedTable | null = null;
  #rows: TokenRows | null = null;

  constructor(base: Base) {
    this.#base = base;
  }

  /** Says of each token that has `word` in it, a folded one, whether a word of it begins so. */
  eachWith(word: string, visit: (token: number, begins: boolean) => void): void {
    this.#table ??= new FoldedTable(this.#base.texts.tokens);
    this.#table.eachWith(word, visit);
  }

  /** The rows that each token has. */
  get rows(): TokenRows {
    this.#rows ??= new TokenRows(this.#base);
    return this.#rows;
  }

  /** For each row 1 where its TAGS and subject have, for one of `phrases`, a word that begins with each of its words. */
  withWords(phrases: readonly (readonly string[])[]): Uint8Array {
    const { rowCount } = this.#base;
    const found = new Uint8Array(rowCount);
    for (const phrase of phrases) {
      // A bit for each word; of the rare phrase of more, the first ones tell rows apart well enough.
      const words = phrase.slice(0, MOST_WORDS);
      const tokens = words.map(word => this.#beginningWith(word));
      if (tokens.some(each => each.size === 0)) continue;
      const marks = new Uint32Array(rowCount);
      for (const [i, each] of tokens.entries())
        for (const token of each) this.rows.mark(token, 1 << i, marks);
      const wanted = (1 << words.length) - 1;
      for (let row = 0; row < rowCount; row++) if (marks[row] === wanted) found[row] = 1;
    }
    return found;
  }

  /** The tokens that have a word beginning with `word`. */
  #beginningWith(word: string): ReadonlySet<number> {
    const tokens = new Set<number>();
    this.eachWith(word, (token, begins) => {
      if (begins) tokens.add(token);
    });
    return tokens;
  }
}

const MOST_WORDS = 30;

/** The strings of a table in the form in which texts are searched, all in one, so that the engine's own search finds a word in all. */
class FoldedTable {
  readonly #text: string;
  /** Where each string starts. */
  readonly #starts: Uint32Array;

  constructor(table: StringTable) {
    // Folded all at once, for nearly all is as it should be.
    const strings = table.all().map(text => text.replaceAll('\n', ' '));
    const whole = withoutAccents(strings.join('\n')).toUpperCase();
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
