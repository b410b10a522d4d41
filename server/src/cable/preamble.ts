import { tagOf } from '../reference/tags';
import type { Field, Span } from '../text/span';
import { captionsAboveText, captionsOf } from './captionLine';
import { parseClassLine } from './classLine';
import {
  areSmallSentences,
  beginsSentences,
  continuesField,
  isInstruction,
  isReasonLetters,
  isUnfinished,
  isWrappedSerial,
  mayBeReference,
} from './continuation';
import { looksLikeHeading } from './headings';
import {
  beginningOf,
  type FoundKeyword,
  isDateline,
  isFiller,
  isRule,
  keywordInside,
  type PreambleKeyword,
} from './lines';
import type { Caption, PageLine } from './model';
import { findInlinePageLine, isPageCount, parsePageLine } from './pageLine';
import { type GluedMark, gluedMarks, paragraphMark, unnumberedMark } from './paragraphMark';
import type { TrimmedLines } from './trimmedLines';
import { gluedReferences, letteredReference, misspeltKeyword } from './unusualKeyword';

/** A field between class line and body: its keyword and the stretches of its text, one for each line. */
export interface PreambleField {
  readonly keyword: PreambleKeyword;
  readonly keywordSpan: Span;
  readonly parts: readonly Span[];
}

export interface Preamble {
  readonly fields: readonly PreambleField[];
  readonly captions: readonly Caption[];
  readonly passing: readonly Field<string>[];
  readonly pageLines: readonly PageLine[];
  /** The 0-based line on which the body begins; the number of lines where there is none. */
  readonly bodyLine: number;
  /** The offset at which the body begins: its first paragraph may be glued to the last field. */
  readonly bodyStart: number;
}

/** No line of a subject that goes on behind a blank line is longer. */
const LONGEST_LINE = 80;

/** No field is looked for further ahead than this many lines with text. */
const LOOK_AHEAD = 15;

/**
 * Splits what stands between class line and body into fields (cable-format 3.8 to 3.13). `line` and `offset` say where the
 * class line ends: some copies glue the next fields to it. `isCut` tells blank lines where only the page ended: a field goes
 * on behind them.
 */
export function splitPreamble(
  source: TrimmedLines,
  line: number,
  offset: number,
  isCut: (line: number) => boolean = () => false,
): Preamble {
  return new PreambleSplitter(source, isCut).split(line, offset);
}

/** Fields that a slip of the copyist prints twice. */
const REPEATABLE: ReadonlySet<PreambleKeyword> = new Set(['executive-order', 'tags', 'subject']);

interface OpenField {
  readonly keyword: PreambleKeyword;
  readonly keywordSpan: Span;
  readonly parts: Span[];
}

class PreambleSplitter {
  readonly #source: TrimmedLines;
  readonly #fields: OpenField[] = [];
  /** The first field of each keyword. */
  readonly #firstOf = new Map<PreambleKeyword, OpenField>();
  readonly #captions: Caption[] = [];
  readonly #passing: Field<string>[] = [];
  readonly #pageLines: PageLine[] = [];
  #open: OpenField | null = null;
  /** Where the first paragraph begins behind a field on its line; null while none did. */
  #bodyStart: number | null = null;
  #blankBefore = false;
  /** Whether a page ended since the last line with text. */
  #cutBefore = false;
  readonly #isCut: (line: number) => boolean;
  /** The 0-based line that is being read. */
  #line = 0;

  /** What the line that is being read begins with. */
  #beginning = beginningOf('');
  /** The keyword of the line looked at last: several questions are asked of each line. */
  #looked: { readonly content: string; readonly found: FoundKeyword | null } = { content: '', found: null };
  /** What was last found out about the line that is being read; null for a line about which nobody has asked. */
  #goesOn: { readonly content: string; readonly last: Span; readonly continues: boolean } | null = null;
  /** The captions asked for last: the same is asked of a line when it is looked at and when it is read. */
  #asked: { readonly content: string; readonly base: number; readonly captions: readonly Caption[] | null } =
    {
      content: '',
      base: 0,
      captions: null,
    };

  constructor(source: TrimmedLines, isCut: (line: number) => boolean) {
    this.#source = source;
    this.#isCut = isCut;
  }

  split(firstLine: number, offset: number): Preamble {
    const source = this.#source;
    let line = firstLine;
    for (; line < source.count; line++) {
      this.#line = line;
      this.#goesOn = null;
      const span = source.span(line);
      const start = line === firstLine ? Math.max(span.start, offset) : span.start;
      const content = start === span.start ? source.content(line) : source.text.slice(start, span.end).trim();
      if (content === '' || isFiller(content)) {
        if (this.#isCut(line)) this.#cutBefore = true;
        if (line !== firstLine) this.#blankBefore = !this.#cutBefore;
        continue;
      }
      const from = start === span.start ? start : start + source.text.slice(start, span.end).search(/\S/);
      this.#beginning = start === span.start ? source.beginning(line) : beginningOf(content);
      if (this.#isPageLine(content, from, line)) continue;
      // The class line of a later section, or of a copy's second heading, repeats what was read.
      if (line !== firstLine && this.#beginning.mayBeClassLine && parseClassLine(content, from)) {
        if (this.#open?.keyword === 'subject') this.#open = null;
        continue;
      }
      if (this.#beginsBody(content, from, line)) break;
      this.#read(content, from);
      if (this.#bodyStart !== null) break;
      this.#blankBefore = false;
      this.#cutBefore = false;
    }
    return {
      fields: this.#fields,
      captions: this.#captions,
      passing: this.#passing,
      pageLines: this.#pageLines,
      bodyLine: line,
      bodyStart: this.#bodyStart ?? source.lines.start(line),
    };
  }

  #keyword(content: string): FoundKeyword | null {
    if (this.#looked.content !== content)
      this.#looked = { content, found: this.#beginning.keyword ?? this.#unusualKeyword(content) };
    return this.#looked.found;
  }

  /** A keyword that only its place and its neighbours show. */
  #unusualKeyword(content: string): FoundKeyword | null {
    const misspelt = misspeltKeyword(content, keyword => this.#has(keyword));
    if (misspelt) return misspelt;
    if (!/^ref/i.test(content)) return null;
    const before = this.#source.previousFilled(this.#line - 1);
    return letteredReference(
      content,
      before < 0 ? '' : this.#source.content(before),
      this.#nextContent(this.#line),
    );
  }

  #captionsOf(content: string, base: number): readonly Caption[] | null {
    if (this.#asked.content !== content || this.#asked.base !== base)
      this.#asked = { content, base, captions: captionsAboveText(content, base) };
    return this.#asked.captions;
  }

  #isPageLine(content: string, start: number, line: number): boolean {
    if (isPageCount(content) && this.#source.previousFilled(line - 1) >= 0) return true;
    const pageLine = parsePageLine(content, start);
    if (pageLine && (pageLine.page || isPageCount(this.#nextContent(line)))) {
      this.#pageLines.push(pageLine);
      return true;
    }
    return false;
  }

  #nextContent(line: number): string {
    const next = this.#source.nextFilled(line + 1);
    return next < this.#source.count ? this.#source.content(next) : '';
  }

  #has(keyword: PreambleKeyword): boolean {
    return this.#firstOf.has(keyword);
  }

  /** Whether the body begins with this line. */
  #beginsBody(content: string, base: number, line: number): boolean {
    if (this.#goesOnLikeMark(content)) return false;
    // Specks behind a class line may look like a paragraph of number 0.
    if (Number(this.#beginning.mark?.digits ?? 0) > 0) return true;
    const anyField = this.#fields.length > 0;
    if (isRule(content)) return anyField && !this.#keywordAhead(line + 1);
    if (this.#keyword(content) && (!this.#isTaken(content) || this.#isRepeated(content))) return false;
    if (
      anyField &&
      this.#open?.parts.length !== 0 &&
      unnumberedMark(content) &&
      !this.#isNextReference(content)
    )
      return !this.#keywordAhead(line + 1);
    if (this.#isTitle(content, line)) return true;
    if (this.#continuesField(content) || this.#captionsOf(content, base)) return false;
    if (isInstruction(content) && paragraphMark(this.#nextContent(line))) return false;
    return anyField && !this.#keywordAhead(line + 1);
  }

  /** Whether a line goes on with the field before it although it begins like a paragraph: `(C), (D)`, `00655 (C) KUWAIT 12`. */
  #goesOnLikeMark(content: string): boolean {
    const keyword = this.#open?.keyword;
    const last = keyword === 'authority' || keyword === 'references' ? this.#open?.parts.at(-1) : undefined;
    if (!last) return false;
    const before = this.#source.text.slice(last.start, last.end);
    if (keyword === 'authority')
      return isReasonLetters(content) && (!this.#blankBefore || /(?:[,/&]|\band)$/i.test(before));
    return isWrappedSerial(content, before);
  }

  /** Whether a line below the classification authority is the title of the first paragraph: a rule follows it directly. */
  #isTitle(content: string, line: number): boolean {
    if (this.#open?.keyword !== 'authority' || this.#open.parts.length === 0) return false;
    const below = line + 1 < this.#source.count ? this.#source.content(line + 1) : '';
    return isRule(below) && looksLikeHeading([content]) && !/\b1\.\s?[45]\b/.test(content);
  }

  /** Whether `(C)` labels the reference behind `(B)`, and does not mark a paragraph as confidential. */
  #isNextReference(content: string): boolean {
    const letter = /^\(([A-Z])\)/.exec(content)?.[1];
    if (letter === undefined || this.#open?.keyword !== 'references') return false;
    const before = `(${String.fromCharCode(letter.charCodeAt(0) - 1)})`;
    return this.#open.parts
      .slice(-3)
      .some(({ start, end }) => this.#source.text.slice(start, end).toUpperCase().includes(before));
  }

  /** A second SUBJECT or TAGS is running text; REF may come again. */
  #isTaken(content: string): boolean {
    const found = this.#keyword(content);
    return found !== null && found.keyword !== 'references' && this.#has(found.keyword);
  }

  /** Whether a field's keyword begins one of the next lines, before any paragraph. */
  #keywordAhead(from: number): boolean {
    const source = this.#source;
    let line = source.nextFilled(from);
    for (let seen = 0; line < source.count && seen < LOOK_AHEAD; seen++) {
      const { mark, keyword: found } = source.beginning(line);
      if (mark) return false;
      if (
        found &&
        !this.#has(found.keyword) &&
        (/[:;]$/.test(source.content(line).slice(0, found.end)) || found.keyword === 'authority')
      )
        return true;
      line = source.nextFilled(line + 1);
    }
    return false;
  }

  /** Whether a line without a keyword goes on with the field before it. */
  #continuesField(content: string): boolean {
    const open = this.#open;
    if (!open) return false;
    const last = open.parts.at(-1);
    if (!last) return true;
    if (this.#goesOn?.last !== last || this.#goesOn.content !== content)
      this.#goesOn = { content, last, continues: this.#goesOnBehind(open.keyword, last, content) };
    return this.#goesOn.continues;
  }

  /** Whether a line goes on with a field of which `last` is the last part. */
  #goesOnBehind(keyword: PreambleKeyword, last: Span, content: string): boolean {
    const before = this.#source.text.slice(last.start, last.end);
    if (keyword === 'subject' && this.#goesOnBehindBlank(content, before)) return true;
    return (
      continuesField(keyword, content, before, this.#blankBefore) && !this.#beginsText(keyword, content, last)
    );
  }

  /** Whether the text begins with a line that no blank line or mark sets off from the field above it. */
  #beginsText(keyword: PreambleKeyword, content: string, last: Span): boolean {
    if (keyword !== 'subject' && keyword !== 'references') return false;
    if (isInstruction(content)) return true;
    const lines = this.#linesOfBlock(content);
    if (keyword === 'references' && lines.some(mayBeReference)) return false;
    const { text, lines: table } = this.#source;
    const above = text.slice(table.start(table.lineAt(last.end)), last.end).trim();
    return beginsSentences(lines, above) || (keyword === 'references' && areSmallSentences(lines, above));
  }

  /** The lines from the one being read to a blank line, a keyword or a paragraph. */
  #linesOfBlock(content: string): string[] {
    const source = this.#source;
    const lines = [content];
    for (let line = this.#line + 1; line < source.count && lines.length < LOOK_AHEAD; line++) {
      const next = source.content(line);
      if (next === '' && this.#isCut(line)) continue;
      if (next === '' || this.#beginsField(line) || source.beginning(line).mark) break;
      lines.push(next);
    }
    return lines;
  }

  /** Whether a subject goes on behind a blank line: it is unfinished, and the next line with text stands alone above another field. */
  #goesOnBehindBlank(content: string, before: string): boolean {
    if (!this.#blankBefore || !isUnfinished(before) || isInstruction(content)) return false;
    if (captionsAboveText(content, 0) || isRule(content) || content.length > LONGEST_LINE) return false;
    return this.#beginsField(this.#source.nextFilled(this.#line + 1));
  }

  /** Whether a line begins a field that has not come yet. */
  #beginsField(line: number): boolean {
    const { keyword } = this.#source.beginning(line);
    return keyword !== null && !this.#has(keyword.keyword);
  }

  /** Takes a line apart at its keywords and gives each stretch to its field. */
  #read(content: string, base: number): void {
    let at = 0;
    let found = this.#isTaken(content) && !this.#isRepeated(content) ? null : this.#keyword(content);
    while (at < content.length) {
      if (found && found.start === at) {
        this.#openField(found.keyword, base + found.start, base + found.end);
        at = found.end;
      }
      found =
        keywordInside(content, at, (keyword, hasColon) => this.#mayFollow(keyword, hasColon)) ??
        (this.#open?.keyword === 'subject' ? gluedReferences(content, at) : null);
      const end = found ? found.start : content.length;
      const body = this.#open && this.#firstParagraph(content, at, end);
      this.#addText(content.slice(at, body?.end ?? end), base + at);
      if (body) {
        this.#bodyStart = base + body.start;
        return;
      }
      at = end;
    }
  }

  /** Where in a field's text paragraph 1 begins, glued to its end. */
  #firstParagraph(content: string, from: number, to: number): GluedMark | null {
    if (this.#open?.keyword !== 'authority' && this.#open?.keyword !== 'references') return null;
    const glued = gluedMarks(content, from, true).find(({ start }) => start < to);
    return glued && isFirst(content.slice(glued.start)) ? glued : null;
  }

  /**
   * Whether a line repeats the keyword of a field that is there already: with the same text, or right below it. The first
   * counts, and the second is no running text.
   */
  #isRepeated(content: string): boolean {
    const found = this.#keyword(content);
    if (!found || found.start > 0 || !REPEATABLE.has(found.keyword) || !this.#isTaken(content)) return false;
    if (!/[:;]$/.test(content.slice(0, found.end).trimEnd())) return false;
    const first = this.#firstOf.get(found.keyword);
    if (this.#open?.keyword === found.keyword && !this.#blankBefore) return true;
    const part = first?.parts[0];
    return (
      part !== undefined && this.#source.text.slice(part.start, part.end) === content.slice(found.end).trim()
    );
  }

  /**
   * Whether a keyword inside a line opens a field: each once, and inside the classification authority only references. Without its
   * colon, `classified by` is a word of a subject as well.
   */
  #mayFollow(keyword: PreambleKeyword, hasColon: boolean): boolean {
    if (this.#has(keyword)) return false;
    if (this.#open?.keyword === 'authority') return keyword === 'references';
    return hasColon || keyword !== 'authority' || this.#open?.keyword === 'references';
  }

  #openField(keyword: PreambleKeyword, start: number, end: number): void {
    this.#open = { keyword, keywordSpan: { start, end }, parts: [] };
    this.#fields.push(this.#open);
    if (!this.#firstOf.has(this.#open.keyword)) this.#firstOf.set(this.#open.keyword, this.#open);
  }

  #addText(text: string, base: number): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const start = base + text.length - text.trimStart().length;
    if (this.#open && (this.#open.parts.length === 0 || this.#continuesField(trimmed))) {
      this.#addToField(this.#open, trimmed, start);
      return;
    }
    const captions = this.#captionsOf(trimmed, start);
    if (captions) this.#captions.push(...captions);
    else if (!isRule(trimmed) && !isDateline(trimmed))
      this.#passing.push({ value: trimmed, start, end: start + trimmed.length });
    this.#open = null;
  }

  /** Adds a line's text to its field, a page line glued into it left out. */
  #addToField(field: OpenField, printed: string, start: number): void {
    const text = field.keyword === 'tags' ? this.#withoutCaptions(printed, start) : printed;
    if (text === '') return;
    const pageLine = findInlinePageLine(text, start);
    if (!pageLine) {
      field.parts.push({ start, end: start + text.length });
      return;
    }
    this.#pageLines.push(pageLine);
    this.#addPart(field, start, pageLine.start);
    this.#addPart(field, pageLine.end, start + text.length);
  }

  /** A line of TAGS without the captions at its end, which are kept as such: `BA COUNTRY CLEARANCE SIPDIS`. */
  #withoutCaptions(text: string, start: number): string {
    let rest = text;
    for (;;) {
      const at = rest.lastIndexOf(' ') + 1;
      const word = rest.slice(at);
      const captions = tagOf(word) ? null : captionsOf(word, start + at);
      if (!captions) return rest;
      this.#captions.push(...captions);
      rest = rest.slice(0, at).trimEnd();
    }
  }

  #addPart(field: OpenField, start: number, end: number): void {
    const text = this.#source.text.slice(start, end);
    const trimmed = text.trim();
    if (trimmed === '') return;
    const from = start + text.search(/\S/);
    field.parts.push({ start: from, end: from + trimmed.length });
  }
}

/** Whether a line begins with the number of paragraph 1, an artefact before it allowed. */
function isFirst(line: string): boolean {
  const digits = paragraphMark(line)?.digits;
  return digits === '1' || digits === '11';
}
