import { tagOf } from '../reference/tags';
import type { Field, Span } from '../text/span';
import { captionsOf } from './captionLine';
import { isDateline, isRule, type PreambleKeyword } from './lines';
import type { Caption, PageLine } from './model';
import { findInlinePageLine } from './pageLine';

/** A field to which text may still be added. */
export interface OpenField {
  readonly keyword: PreambleKeyword;
  readonly keywordSpan: Span;
  readonly parts: Span[];
}

/** What is collected of a preamble while it is read: its fields, and what stands between or within them. Spans are those of the text. */
export class PreambleFields {
  readonly fields: OpenField[] = [];
  readonly captions: Caption[] = [];
  readonly passing: Field<string>[] = [];
  readonly pageLines: PageLine[] = [];
  /** The field that a line may go on with. */
  open: OpenField | null = null;
  readonly #text: string;
  /** The first field of each keyword: never more than five. */
  readonly #firsts: OpenField[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  has(keyword: PreambleKeyword): boolean {
    return this.first(keyword) !== undefined;
  }

  /** The first field of a keyword, or undefined. */
  first(keyword: PreambleKeyword): OpenField | undefined {
    for (const field of this.#firsts) if (field.keyword === keyword) return field;
    return undefined;
  }

  /** Begins a field; `start` and `end` are those of its keyword. */
  begin(keyword: PreambleKeyword, start: number, end: number): void {
    const field: OpenField = { keyword, keywordSpan: { start, end }, parts: [] };
    this.fields.push(field);
    if (!this.has(keyword)) this.#firsts.push(field);
    this.open = field;
  }

  /** Adds a text that belongs to no field, and ends the one before it: its captions, or the words of another line as they are. */
  addLoose(text: string, start: number, captions: readonly Caption[] | null): void {
    if (captions) this.captions.push(...captions);
    else if (!isRule(text) && !isDateline(text))
      this.passing.push({ value: text, start, end: start + text.length });
    this.open = null;
  }

  /** Adds a text without blanks at its ends to a field, a page line glued into it left out. */
  addTo(field: OpenField, printed: string, start: number): void {
    const text = field.keyword === 'tags' ? this.#withoutCaptions(printed, start) : printed;
    if (text === '') return;
    const pageLine = findInlinePageLine(text, start);
    if (!pageLine) {
      field.parts.push({ start, end: start + text.length });
      return;
    }
    this.pageLines.push(pageLine);
    this.#addPart(field, start, pageLine.start);
    this.#addPart(field, pageLine.end, start + text.length);
  }

  /** A line of TAGS without the captions at its end, which are kept as such: `BA COUNTRY CLEARANCE SIPDIS`. */
  #withoutCaptions(text: string, start: number): string {
    let rest = text;
    for (;;) {
      const at = rest.lastIndexOf(' ') + 1;
      const word = rest.slice(at);
      const captions = captionsOf(word, start + at);
      if (!captions || tagOf(word)) return rest;
      this.captions.push(...captions);
      rest = rest.slice(0, at).trimEnd();
    }
  }

  #addPart(field: OpenField, start: number, end: number): void {
    const text = this.#text.slice(start, end);
    const trimmed = text.trim();
    if (trimmed === '') return;
    const from = start + text.search(/\S/);
    field.parts.push({ start: from, end: from + trimmed.length });
  }
}
