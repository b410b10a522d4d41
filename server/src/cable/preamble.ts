import { codeAt, isWhite } from '../text/characters';
import type { Field, Span } from '../text/span';
import { captionsAboveText } from './captionLine';
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
  mayHaveRoom,
} from './continuation';
import { looksLikeHeading } from './headings';
import {
  beginningOf,
  type FoundKeyword,
  isFiller,
  isRule,
  keywordInside,
  type LineBeginning,
  NOTHING,
  type PreambleKeyword,
} from './lines';
import type { Caption, PageLine } from './model';
import { isPageCount, parsePageLine } from './pageLine';
import { type GluedMark, gluedMarks, paragraphNumber, unnumberedMark } from './paragraphMark';
import { type OpenField, PreambleFields } from './preambleFields';
import type { TrimmedLines } from './trimmedLines';
import { gluedReferences, letteredReference, mayBeLettered, misspeltKeyword } from './unusualKeyword';

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

/** What a stretch of a line without a keyword is: more of the open field, captions, or null for neither. */
type Stretch = 'more' | readonly Caption[] | null;

class PreambleSplitter {
  readonly #source: TrimmedLines;
  readonly #isCut: (line: number) => boolean;
  readonly #read: PreambleFields;
  /** The line that is being read, 0-based, what stands on it, where that starts, and what it begins with. */
  #line = 0;
  #content = '';
  #start = 0;
  #beginning: LineBeginning = NOTHING;
  /** What the whole of it is; undefined while nobody has asked. */
  #whole: Stretch | undefined = undefined;
  #blankBefore = false;
  /** Whether a page ended since the last line with text. */
  #cutBefore = false;
  /** Where the first paragraph begins behind a field on its line; null while none did. */
  #bodyStart: number | null = null;
  readonly #isTaken = (keyword: PreambleKeyword): boolean => this.#read.has(keyword);
  readonly #mayFollow = (keyword: PreambleKeyword, hasColon: boolean): boolean =>
    this.#mayOpen(keyword, hasColon);

  constructor(source: TrimmedLines, isCut: (line: number) => boolean) {
    this.#source = source;
    this.#isCut = isCut;
    this.#read = new PreambleFields(source.text);
  }

  split(firstLine: number, offset: number): Preamble {
    const read = this.#read;
    const { count, lines } = this.#source;
    let line = firstLine;
    for (; line < count; line++) {
      const isFirst = line === firstLine;
      if (!this.#moveTo(line, isFirst ? offset : 0)) {
        if (this.#isCut(line)) this.#cutBefore = true;
        if (!isFirst) this.#blankBefore = !this.#cutBefore;
        continue;
      }
      if (this.#isPageLine()) continue;
      // The class line of a later section, or of a copy's second heading, repeats what was read.
      if (!isFirst && this.#beginning.mayBeClassLine && parseClassLine(this.#content, this.#start)) {
        if (read.open?.keyword === 'subject') read.open = null;
        continue;
      }
      if (!this.#readLine() || this.#bodyStart !== null) break;
      this.#blankBefore = false;
      this.#cutBefore = false;
    }
    const { fields, captions, passing, pageLines } = read;
    const bodyStart = this.#bodyStart ?? lines.start(line);
    return { fields, captions, passing, pageLines, bodyLine: line, bodyStart };
  }

  /** Goes on to a line, or to what stands on it behind `offset`. Whether there is anything to read. */
  #moveTo(line: number, offset: number): boolean {
    const source = this.#source;
    const { start, end } = source.span(line);
    this.#line = line;
    this.#whole = undefined;
    if (start >= offset) {
      this.#content = source.content(line);
      this.#start = start;
    } else {
      const rest = source.text.slice(offset, end);
      this.#content = rest.trim();
      this.#start = offset + rest.length - rest.trimStart().length;
    }
    if (this.#content === '' || isFiller(this.#content)) return false;
    this.#beginning = start >= offset ? source.beginning(line) : beginningOf(this.#content);
    return true;
  }

  /** The line before the one being read that is not blank, or the one behind it; empty where there is none. */
  #contentBeside(step: -1 | 1): string {
    const { count } = this.#source;
    const line =
      step < 0 ? this.#source.previousFilled(this.#line - 1) : this.#source.nextFilled(this.#line + 1);
    return line >= 0 && line < count ? this.#source.content(line) : '';
  }

  #isPageLine(): boolean {
    const content = this.#content;
    if (isPageCount(content) && this.#source.previousFilled(this.#line - 1) >= 0) return true;
    const pageLine = parsePageLine(content, this.#start);
    if (!pageLine || !(pageLine.page || isPageCount(this.#contentBeside(1)))) return false;
    this.#read.pageLines.push(pageLine);
    return true;
  }

  /** Reads the line that is no page line and no class line; false where the body begins with it. */
  #readLine(): boolean {
    const goesOn = this.#goesOnLikeMark();
    // Specks behind a class line may look like a paragraph of number 0.
    if (!goesOn && Number(this.#beginning.mark?.digits ?? 0) > 0) return false;
    const keyword = this.#keyword();
    if (!goesOn && !keyword && this.#beginsBody()) return false;
    this.#divide(keyword);
    return true;
  }

  /**
   * The keyword with which the line begins; null where it has none, and where that field is there already and the line does not
   * repeat it: a second SUBJECT or TAGS is running text. REF may come again.
   */
  #keyword(): FoundKeyword | null {
    const found = this.#beginning.keyword ?? this.#unusualKeyword();
    if (!found || found.keyword === 'references') return found;
    const first = this.#read.first(found.keyword);
    return !first || this.#repeats(first, found) ? found : null;
  }

  /** A keyword that only its place and its neighbours show. */
  #unusualKeyword(): FoundKeyword | null {
    const misspelt = misspeltKeyword(this.#content, this.#isTaken);
    if (misspelt || !mayBeLettered(this.#content)) return misspelt;
    return letteredReference(this.#content, this.#contentBeside(-1), this.#contentBeside(1));
  }

  /**
   * Whether the line repeats the keyword of a field that is there already: with the same text, or right below it. The first
   * counts, and the second is no running text.
   */
  #repeats(first: OpenField, { keyword, end }: FoundKeyword): boolean {
    if (!REPEATABLE.has(keyword) || !/[:;]$/.test(this.#content.slice(0, end).trimEnd())) return false;
    if (this.#read.open?.keyword === keyword && !this.#blankBefore) return true;
    const [part] = first.parts;
    return part !== undefined && this.#textOf(part) === this.#content.slice(end).trim();
  }

  /** Whether the body begins with the line, which has no keyword. */
  #beginsBody(): boolean {
    const content = this.#content;
    const { open, fields } = this.#read;
    if (!isRule(content)) {
      const mayBeMark = fields.length > 0 && open?.parts.length !== 0;
      if (mayBeMark && unnumberedMark(content) && !this.#isNextReference()) return !this.#keywordAhead();
      if (this.#isTitle()) return true;
      this.#whole = this.#stretchOf(content, this.#start);
      if (this.#whole) return false;
      if (isInstruction(content) && paragraphNumber(this.#contentBeside(1))) return false;
    }
    return fields.length > 0 && !this.#keywordAhead();
  }

  /** Whether a line goes on with the field before it although it begins like a paragraph: `(C), (D)`, `00655 (C) KUWAIT 12`. */
  #goesOnLikeMark(): boolean {
    const { open } = this.#read;
    if (open?.keyword !== 'authority' && open?.keyword !== 'references') return false;
    const last = open.parts[open.parts.length - 1];
    if (!last) return false;
    if (open.keyword === 'references') return isWrappedSerial(this.#content, this.#textOf(last));
    return (
      isReasonLetters(this.#content) && (!this.#blankBefore || /(?:[,/&]|\band)$/i.test(this.#textOf(last)))
    );
  }

  /** Whether a line below the classification authority is the title of the first paragraph: a rule follows it directly. */
  #isTitle(): boolean {
    const { open } = this.#read;
    if (open?.keyword !== 'authority' || open.parts.length === 0) return false;
    const below = this.#line + 1 < this.#source.count ? this.#source.content(this.#line + 1) : '';
    return isRule(below) && looksLikeHeading([this.#content]) && !/\b1\.\s?[45]\b/.test(this.#content);
  }

  /** Whether `(C)` labels the reference behind `(B)`, and does not mark a paragraph as confidential. */
  #isNextReference(): boolean {
    const { open } = this.#read;
    const letter = /^\(([A-Z])\)/.exec(this.#content)?.[1];
    if (letter === undefined || open?.keyword !== 'references') return false;
    const before = `(${String.fromCharCode(codeAt(letter, 0) - 1)})`;
    return open.parts.slice(-3).some(part => this.#textOf(part).toUpperCase().includes(before));
  }

  /** Whether a field's keyword begins one of the next lines, before any paragraph. */
  #keywordAhead(): boolean {
    const source = this.#source;
    let line = source.nextFilled(this.#line + 1);
    for (let seen = 0; line < source.count && seen < LOOK_AHEAD; seen++) {
      const { mark, keyword: found } = source.beginning(line);
      if (mark) return false;
      if (found && !this.#read.has(found.keyword)) {
        const last = source.content(line).charAt(found.end - 1);
        if (last === ':' || last === ';' || found.keyword === 'authority') return true;
      }
      line = source.nextFilled(line + 1);
    }
    return false;
  }

  /** What a stretch of the line is that no keyword begins. */
  #stretchOf(text: string, start: number): Stretch {
    const { open } = this.#read;
    if (open && this.#continues(open, text)) return 'more';
    return captionsAboveText(text, start);
  }

  /** Whether a stretch without a keyword goes on with a field. */
  #continues({ keyword, parts }: OpenField, text: string): boolean {
    const last = parts[parts.length - 1];
    if (!last) return true;
    const before = this.#textOf(last);
    if (keyword === 'subject' && this.#goesOnBehindBlank(text, before)) return true;
    return continuesField(keyword, text, before, this.#blankBefore) && !this.#beginsText(keyword, text, last);
  }

  /** Whether the text begins with a line that no blank line or mark sets off from the field above it. */
  #beginsText(keyword: PreambleKeyword, content: string, last: Span): boolean {
    if (keyword !== 'subject' && keyword !== 'references') return false;
    if (isInstruction(content)) return true;
    const isList = keyword === 'references';
    if (isList && mayBeReference(content)) return false;
    const { text, lines: table } = this.#source;
    const above = text.slice(table.start(table.lineAt(last.end)), last.end).trim();
    if (!isList && !mayHaveRoom(above)) return false;
    const lines = this.#linesOfBlock(content);
    if (isList && lines.some(mayBeReference)) return false;
    return beginsSentences(lines, above) || (isList && areSmallSentences(lines, above));
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
    return keyword !== null && !this.#read.has(keyword.keyword);
  }

  /** Takes the line apart at its keywords, of which it may begin with one, and gives each stretch to its field. */
  #divide(keyword: FoundKeyword | null): void {
    const read = this.#read;
    const content = this.#content;
    let found = keyword;
    for (let at = 0; at < content.length; ) {
      if (found) {
        read.begin(found.keyword, this.#start + found.start, this.#start + found.end);
        at = found.end;
      }
      found =
        (this.#mayOpenAny() ? keywordInside(content, at, this.#mayFollow) : null) ??
        (read.open?.keyword === 'subject' ? gluedReferences(content, at) : null);
      const end = found ? found.start : content.length;
      const body = this.#firstParagraph(at, end);
      this.#add(at, body?.end ?? end);
      if (body) {
        this.#bodyStart = this.#start + body.start;
        return;
      }
      at = end;
    }
  }

  /** Where in a field's text, from one offset of the line to another, paragraph 1 begins, glued to its end. */
  #firstParagraph(from: number, to: number): GluedMark | null {
    const keyword = this.#read.open?.keyword;
    if (keyword !== 'authority' && keyword !== 'references') return null;
    const glued = gluedMarks(this.#content, from, true).find(({ start }) => start < to);
    return glued && isFirst(this.#content.slice(glued.start)) ? glued : null;
  }

  /**
   * Whether a keyword inside a line opens a field: each once, and inside the classification authority only references. Without its
   * colon, `classified by` is a word of a subject as well.
   */
  #mayOpen(keyword: PreambleKeyword, hasColon: boolean): boolean {
    const { open } = this.#read;
    if (this.#read.has(keyword)) return false;
    if (open?.keyword === 'authority') return keyword === 'references';
    return hasColon || keyword !== 'authority' || open?.keyword === 'references';
  }

  /** Whether any keyword inside a line may. The lines of an authority below the references are long, and are spared the search. */
  #mayOpenAny(): boolean {
    return this.#read.open?.keyword !== 'authority' || !this.#read.has('references');
  }

  /** Gives what stands on the line between two offsets to the open field, if it goes on with it. */
  #add(from: number, to: number): void {
    const content = this.#content;
    let [first, last] = [from, to];
    while (first < last && isWhite(codeAt(content, first))) first++;
    while (first < last && isWhite(codeAt(content, last - 1))) last--;
    if (first === last) return;
    const { open } = this.#read;
    const text = content.slice(first, last);
    const start = this.#start + first;
    const whole = text.length === content.length ? this.#whole : undefined;
    const stretch = whole === undefined ? this.#stretchOf(text, start) : whole;
    if (stretch !== 'more') this.#read.addLoose(text, start, stretch);
    else if (open) this.#read.addTo(open, text, start);
  }

  #textOf({ start, end }: Span): string {
    return this.#source.text.slice(start, end);
  }
}

/** Whether a line begins with the number of paragraph 1, an artefact before it allowed. */
function isFirst(line: string): boolean {
  const digits = paragraphNumber(line)?.digits;
  return digits === '1' || digits === '11';
}
