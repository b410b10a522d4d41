import { lowerBound } from '../../lowerBound';
import type { StringTable } from '../format/strings';

/** The strings of a table in the form in which texts are searched, all in one, so that the engine's own search finds a word in all. */
export class FoldedTable {
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
