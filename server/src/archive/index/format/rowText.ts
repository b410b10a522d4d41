import type { FirstUse } from '../build/firstUse';
import type { FactColumns } from './columns';
import { StringTable } from './strings';
import { joinSubject, splitSubject } from './subject';
import { NARROW, NumberReader, pushNumber, putNumber, wideNumber } from './wideNumbers';

/*
 * TAGS and subject of a row, as a run of numbers: how many TAGS there are, times two, plus one where there is a subject; the numbers
 * of the TAGS in the table of tokens; those of the subject's parts, up to the end.
 */

/** Writes the TAGS and the subject of a row behind `values`; `tokenOf` gives a string its number. */
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

/** Copies the text of a row to place `at` of a column, with other numbers for its strings; gives the place behind it. `numbers` are those to ask `tokens` with. */
export function copyRowText(
  { rowText, rowTextStarts }: FactColumns,
  row: number,
  to: Uint16Array,
  at: number,
  numbers: Uint32Array,
  tokens: FirstUse,
): number {
  const end = rowTextStarts[row + 1] ?? 0;
  let isHead = true;
  let behind = at;
  for (let i = rowTextStarts[row] ?? 0; i < end; i++) {
    let value = rowText[i] ?? 0;
    if (value >= NARROW) value = wideNumber(value, rowText[++i] ?? 0);
    behind = putNumber(to, behind, isHead ? value : tokens.of(numbers[value] ?? 0));
    isHead = false;
  }
  return behind;
}

/** Reads the texts of rows. */
export class RowTexts {
  readonly reader: NumberReader;
  /** The different TAGS, words of subjects and what stands between these. */
  readonly tokens: StringTable;
  readonly #starts: Uint32Array;

  constructor(columns: FactColumns) {
    this.reader = new NumberReader(columns.rowText);
    this.#starts = columns.rowTextStarts;
    this.tokens = new StringTable(columns.tokenStarts, columns.tokenBytes);
  }

  /** Puts the reader at the start of a row's text; gives the end. */
  start(row: number): number {
    this.reader.at = this.#starts[row] ?? 0;
    return this.#starts[row + 1] ?? 0;
  }

  /** Puts the reader before the TAGS of a row; gives their number. */
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
