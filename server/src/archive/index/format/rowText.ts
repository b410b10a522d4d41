import type { FactColumns } from './columns';
import { StringTable } from './strings';
import { joinSubject, splitSubject } from './subject';
import { NumberReader, pushNumber } from './wideNumbers';

/*
 * TAGS and subject of a row, as a run of numbers: how many TAGS there are, times two, plus one where there is a subject; the numbers
 * of the TAGS in the table of tokens; those of the subject's parts, up to the end.
 */

/** Appends the TAGS and the subject of a row to `values`; `tokenOf` returns the number of a string. */
export function pushRowText(
  values: number[],
  tags: readonly string[],
  subject: string | null,
  tokenOf: (text: string) => number,
): void {
  pushNumber(values, tags.length * 2 + (subject === null ? 0 : 1));
  for (const tag of tags) pushNumber(values, tokenOf(tag));
  for (const part of splitSubject(subject ?? '')) pushNumber(values, tokenOf(part));
}

/** Reads the texts of rows. */
export class RowTexts {
  readonly reader: NumberReader;
  /** The different TAGS, words of subjects and gaps between these. */
  readonly tokens: StringTable;
  readonly #starts: Uint32Array;

  constructor(columns: FactColumns) {
    this.reader = new NumberReader(columns.rowText);
    this.#starts = columns.rowTextStarts;
    this.tokens = new StringTable(columns.tokenStarts, columns.tokenBytes);
  }

  /** Moves the reader to the start of a row's text; returns its end. */
  start(row: number): number {
    this.reader.at = this.#starts[row] ?? 0;
    return this.#starts[row + 1] ?? 0;
  }

  /** Moves the reader to the first token of a row, TAGS or part of its subject; returns their end. */
  startTokens(row: number): number {
    const end = this.start(row);
    this.reader.next();
    return end;
  }

  /** Moves the reader to the TAGS of a row; returns their number. */
  startTags(row: number): number {
    this.start(row);
    return this.reader.next() >>> 1;
  }

  read(row: number): { readonly tags: readonly string[]; readonly subject: string | null } {
    const end = this.start(row);
    const head = this.reader.next();
    const tags: string[] = [];
    for (let i = head >>> 1; i > 0; i--) tags.push(this.tokens.at(this.reader.next()));
    if (head % 2 === 0) return { tags, subject: null };
    const parts: string[] = [];
    while (this.reader.at < end) parts.push(this.tokens.at(this.reader.next()));
    return { tags, subject: joinSubject(parts) };
  }
}
