import { withoutAccents } from '../../../text/fold';
import { lowerBound } from '../../order';
import type { Base } from '../format/base';
import type { FactColumns } from '../format/columns';
import type { StringTable } from '../format/strings';
import { NARROW } from '../format/wideNumbers';

/** Which TAGS and words of subjects begin with some word or have it in them; worked out of a base's tokens when it is first asked for. */
export class RowTokens {
  readonly #base: Base;
  #table: FoldedTable | null = null;

  constructor(base: Base) {
    this.#base = base;
  }

  /** Says of each token that has `word` in it, a folded one, whether a word of it begins so. */
  eachWith(word: string, visit: (token: number, begins: boolean) => void): void {
    this.#table ??= new FoldedTable(this.#base.texts.tokens);
    this.#table.eachWith(word, visit);
  }

  /** For each row 1 where its TAGS and subject have, for one of `phrases`, a word that begins with each of its words. */
  withWords(phrases: readonly (readonly string[])[]): Uint8Array {
    const { columns, rowCount, texts } = this.#base;
    const found = new Uint8Array(rowCount);
    for (const phrase of phrases) {
      // A bit for each word; of the rare phrase of more, the first ones tell rows apart well enough.
      const words = phrase.slice(0, MOST_WORDS);
      const inTokens = new Uint32Array(texts.tokens.size);
      let all = 0;
      for (const [i, word] of words.entries())
        this.eachWith(word, (token, begins) => {
          if (!begins) return;
          inTokens[token] = (inTokens[token] ?? 0) | (1 << i);
          all |= 1 << i;
        });
      const wanted = (1 << words.length) - 1;
      if (all !== wanted) continue;
      const marks = new Uint32Array(rowCount);
      markTexts(columns, 0, rowCount, inTokens, marks);
      for (let row = 0; row < rowCount; row++) if (marks[row] === wanted) found[row] = 1;
    }
    return found;
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

/**
 * Puts together, for each row from `start` to `end`, the bits that `inTokens` has for its TAGS and the parts of its subject, and adds
 * them to those in `marks`, where `start` comes first. In this loop a search spends its time, so it reads the numbers of `rowText.ts` in place.
 */
export function markTexts(
  { rowText, rowTextStarts }: FactColumns,
  start: number,
  end: number,
  inTokens: Uint32Array,
  marks: Uint32Array,
): void {
  for (let row = start; row < end; row++) {
    const behind = rowTextStarts[row + 1] as number;
    let bits = marks[row - start] as number;
    const head = rowTextStarts[row] as number;
    // The first number is no token.
    for (let at = head + ((rowText[head] as number) < NARROW ? 1 : 2); at < behind; at++) {
      let token = rowText[at] as number;
      if (token >= NARROW) token = ((token - NARROW) << 16) | (rowText[++at] as number);
      bits |= inTokens[token] as number;
    }
    marks[row - start] = bits;
  }
}
