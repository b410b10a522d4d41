import { lowerBound } from '../lowerBound';
import { fold } from '../search';
import type { StringTable } from './strings';

/** The strings of a table in the form in which texts are searched, all in one, so that the engine's own search finds a word in all. */
export class FoldedTable {
  readonly #text: string;
  /** Where each string starts. */
  readonly #starts: Uint32Array;

  constructor(table: StringTable) {
    const folded = table.all().map(fold);
    this.#starts = new Uint32Array(folded.length);
    let at = 1;
    for (const [i, text] of folded.entries()) {
      this.#starts[i] = at;
      at += text.length + 1;
    }
    this.#text = `\n${folded.join('\n')}\n`;
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
