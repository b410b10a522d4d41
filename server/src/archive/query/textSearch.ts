import { telegramLines } from '../../cable/telegrams';
import { LineTable } from '../../text/lineTable';
import { type Phrase, PhraseFinder } from './words';

/** Words that must stand in a text, or must not: one of the phrases. */
export interface SoughtWords {
  readonly excluded: boolean;
  readonly phrases: readonly Phrase[];
}

/** Words and what finds them. */
export interface Sought extends SoughtWords {
  readonly finder: PhraseFinder;
}

/** A text to be searched. */
export interface Text {
  readonly text: string;
  /** Whether all of it is known to be ASCII. */
  readonly isAscii: boolean;
}

export function soughtOf(words: readonly SoughtWords[]): readonly Sought[] {
  return words.map(word => ({ ...word, finder: new PhraseFinder(word.phrases) }));
}

/** Whether words fit the `telegram`th telegram of a text, from 1 on, or the whole where that is 0; see `TextTask` for `known`. */
export function fitText(words: readonly Sought[], known: number, telegram: number, whole: Text): boolean {
  const { text, isAscii } = telegram ? partOf(whole, telegram) : whole;
  for (let i = 0; i < words.length; i++) {
    const { excluded, finder } = words[i] as Sought;
    const isKnown = i < 31 && (known & (1 << i)) !== 0;
    if ((isKnown || finder.isIn(text, isAscii)) === excluded) return false;
  }
  return true;
}

/** The `n`th telegram of a text, from 1 on. */
function partOf(whole: Text, n: number): Text {
  const lines = new LineTable(whole.text);
  const part = telegramLines(whole.text, lines)[n - 1];
  return part ? { ...whole, text: whole.text.slice(lines.start(part.from), lines.start(part.to)) } : whole;
}
