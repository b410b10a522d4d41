import type { FactColumns } from './columns';
import type { Growing } from './growing';
import { StringTable } from './strings';
import { joinSubject, type SubjectPart, splitSubject } from './subject';
import { pushVarint, VarintReader } from './varint';

/*
 * TAGS and subject of a row, as a run of numbers: how many TAGS there are, times two, plus one where there is a subject; the
 * number of each tag; for each part of the subject its number times two, plus one for a gap.
 */

/** Gives each string of a table its number. */
export interface Interning {
  tag(text: string): number;
  word(text: string): number;
  gap(text: string): number;
}

/** Writes the TAGS and the subject of a row. */
export function pushRowText(
  bytes: Growing<Uint8Array>,
  tags: readonly string[],
  subject: string | null,
  interning: Interning,
): void {
  pushVarint(bytes, tags.length * 2 + (subject === null ? 0 : 1));
  for (const tag of tags) pushVarint(bytes, interning.tag(tag));
  for (const { kind, text } of splitSubject(subject ?? ''))
    pushVarint(bytes, kind === 'word' ? interning.word(text) * 2 : interning.gap(text) * 2 + 1);
}

/** Copies a row's text into other tables; each function gives the number of a string there. */
export function copyRowText(
  from: RowTexts,
  row: number,
  bytes: Growing<Uint8Array>,
  to: { tag(id: number): number; word(id: number): number; gap(id: number): number },
): void {
  const end = from.start(row);
  const head = from.reader.next();
  pushVarint(bytes, head);
  for (let i = head >>> 1; i > 0; i--) pushVarint(bytes, to.tag(from.reader.next()));
  while (from.reader.at < end) {
    const code = from.reader.next();
    pushVarint(bytes, code % 2 === 0 ? to.word(code / 2) * 2 : to.gap((code - 1) / 2) * 2 + 1);
  }
}

/** Reads the texts of rows. */
export class RowTexts {
  readonly reader: VarintReader;
  readonly tags: StringTable;
  readonly words: StringTable;
  readonly gaps: StringTable;
  readonly #starts: Uint32Array;

  constructor(columns: FactColumns) {
    this.reader = new VarintReader(columns.rowText);
    this.#starts = columns.rowTextStarts;
    this.tags = new StringTable(columns.tagStarts, columns.tagBytes);
    this.words = new StringTable(columns.wordStarts, columns.wordBytes);
    this.gaps = new StringTable(columns.gapStarts, columns.gapBytes);
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

  /** The bits that `inWords` has for the words of a row's subject and `inTags` for its TAGS, put together. */
  marksOf(row: number, inWords: Uint32Array, inTags: Uint32Array): number {
    const end = this.start(row);
    let marks = 0;
    for (let i = this.reader.next() >>> 1; i > 0; i--) marks |= inTags[this.reader.next()] ?? 0;
    while (this.reader.at < end) {
      const code = this.reader.next();
      if (code % 2 === 0) marks |= inWords[code / 2] ?? 0;
    }
    return marks >>> 0;
  }

  read(row: number): { readonly tags: readonly string[]; readonly subject: string | null } {
    const end = this.start(row);
    const head = this.reader.next();
    const tags: string[] = [];
    for (let i = head >>> 1; i > 0; i--) tags.push(this.tags.at(this.reader.next()));
    if (head % 2 === 0) return { tags, subject: null };
    const parts: SubjectPart[] = [];
    while (this.reader.at < end) {
      const code = this.reader.next();
      if (code % 2 === 0) parts.push({ kind: 'word', text: this.words.at(code / 2) });
      else parts.push({ kind: 'gap', text: this.gaps.at((code - 1) / 2) });
    }
    return { tags, subject: joinSubject(parts) };
  }
}
