import type { Span } from '../../text/span';

/** One part of a query as written: a field with values, or words. */
export interface Term extends Span {
  /** What stands before the colon; null for words. */
  readonly name: string | null;
  /** Whether a minus stands before it. */
  readonly excluded: boolean;
  /** What stands between the commas; one of them must hold. Never empty but for a field without a value. */
  readonly alternatives: readonly Value[];
}

/** A value, without its quotation marks. */
export interface Value {
  readonly text: string;
  /** Whether it was in quotation marks. */
  readonly quoted: boolean;
}

const OPENING = '"“”„«';
const CLOSING = '"“”»';

/** Longer queries, in UTF-16 code units, are cut. */
const LENGTH_LIMIT = 10_000;

/**
 * Splits a query into its terms: blanks part terms, commas alternatives, quotation marks keep both. A quotation mark that is not closed
 * holds to the end. A field's value may follow after a blank: `post: ankara`. Offsets are those of `query`. Linear; never throws.
 */
export function termsOf(query: string): readonly Term[] {
  const terms: Term[] = [];
  const reader = new Reader(query.slice(0, LENGTH_LIMIT));
  for (let term = reader.next(); term; term = reader.next()) terms.push(term);
  return terms;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Term | null {
    this.#skipBlanks();
    if (this.#at >= this.#text.length) return null;
    const start = this.#at;
    const excluded = this.#text[start] === '-';
    if (excluded) this.#at++;
    const name = this.#name();
    const alternatives = this.#alternatives();
    return { start, end: this.#at, name, excluded, alternatives };
  }

  /** The name before a colon, with letters alone; a word that ends in a colon is one too, for `post: ankara`. */
  #name(): string | null {
    const match = /^([A-Za-z][A-Za-z_-]{0,30}):/.exec(this.#text.slice(this.#at, this.#at + 40));
    if (!match) return null;
    this.#at += match[0].length;
    return match[1] ?? null;
  }

  #alternatives(): readonly Value[] {
    const values: Value[] = [];
    let text = '';
    let quoted = false;
    const take = () => {
      const trimmed = text.trim();
      if (trimmed !== '') values.push({ text: trimmed, quoted });
      text = '';
      quoted = false;
    };
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at] ?? '';
      if (OPENING.includes(character)) {
        const end = this.#closing(this.#at + 1);
        // A mark within a word, as in 5" or O"BRIEN, parts words like any other sign.
        text += ` ${this.#text.slice(this.#at + 1, end)} `;
        quoted = true;
        this.#at = end;
      } else if (character === ',') take();
      else if (/\s/.test(character)) break;
      else text += character;
    }
    take();
    return values;
  }

  /** Where the quotation ends that goes on at `from`. */
  #closing(from: number): number {
    let end = from;
    while (end < this.#text.length && !CLOSING.includes(this.#text[end] ?? '')) end++;
    return end;
  }

  #skipBlanks(): void {
    while (this.#at < this.#text.length && /\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }
}
