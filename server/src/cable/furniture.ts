import type { Span } from '../text/span';
import { isBanner } from './banner';
import { captionsOf } from './captionLine';
import { parseClassLine } from './classLine';
import { beginsLikeDtg, parseDtg } from './dateTimeGroup';
import type { PageLine } from './model';
import { damagedPageHeadAt, type FoundPageHead, inlinePageHeads, pageHeadAt } from './pageHead';
import { isNumberBanner, type TelegramNumber } from './telegramNumber';
import type { TrimmedLines } from './trimmedLines';

export interface Furniture {
  /** The lines that belong to the page and not to the telegram. */
  readonly spans: readonly Span[];
  readonly pageHeads: readonly PageLine[];
}

/** `Department of State  INCOMING TELEGRAM` on the forms of the Department's printer. */
const LETTERHEAD =
  /^(?:(?:UNITED STATES |U\.?S\.? )?DEPARTMENT OF STATE)?\s{0,80}(?:(?:(?:INCOMING|OUTGOING)\s{1,4})?TELEGRAM)?$/i;
/** How many lines a distribution block, or the head of a later section, may have. */
const REACH = 100;
/** The head of the first section ends within so many characters, and no line of it that counts as repeated is shorter. */
const HEAD_REACH = 4096;
const LEAST_REPEATED = 8;
/** A class line so near to a page head belongs to it. */
const NEAR = 8;
/** The number that the archive gave a page. */
const PAGE_NUMBER = /^\d{1,4}(?:-\d{1,3})?$/;
/** `ACTION EUR-12`, `INFO OCT-01 …`, the total of copies, `DRAFTED BY …`, and the control number behind dashes. */
const DISTRIBUTION =
  /^(?:(?:ACTION|ORIGIN|INFO)\s{1,8}[A-Z0-9]{1,6}-\d\d\b|\/\s?\d{3}\s?[WR]$|(?:DRAFTED|APPROVED|CLEARED) BY\b|DESIRED DISTRIBUTION|-{8,}\s?\d{6})/i;
/** `PTQ0683` behind the banner of a first page. */
const MESSAGE_CENTRE = /\s[A-Z]{3}\d{4}$/;
const END = /^(?:<<\s?END OF DOCUMENT\s?>>|N{3,4}|BT)$/i;
/** No mark that a printer or a reviewer put on a line of its own is longer. */
const LONGEST_MARK = 60;
/** What a reviewer wrote beside a passage that was cut out: `B1`, `1.4(D)`. */
const EXEMPTIONS = /^(?:B\d|\d\.\d ?\([A-Z]\))(?:[ ,]{1,4}(?:B\d|\d\.\d ?\([A-Z]\)))*$/;
/** The number that the Department's printer gave the telegram, below the banner of each page. */
const PRINTER_NUMBER = /^[A-Z0-9]{3,4}[0-9OIlSB]{3}$/;
/** What a printout has at the foot of its pages: `PAGE NO. 1`, and the form on which the reviewer wrote. */
const FOOT =
  /^-{0,3}\s?PAGE\s{1,4}(?:N?[OD0]|4O)[.,']{0,2}(?:\s{1,4}\S{1,3})?$|^DEPARTMENT OF STATE A\/CDC\/MR\b/i;
const FROM = /^FM\s{1,4}[A-Z]/i;

/**
 * Finds the lines that printing on pages has put between those of a telegram (cable-format 6 and 8): page heads, banners,
 * distribution and control numbers, and the heads that later sections repeat. `isStamped` tells the lines that a stamp
 * covers. `misread` reads banners through a scanner's errors.
 */
export function findFurniture(
  source: TrimmedLines,
  isStamped: (line: number) => boolean,
  misread: boolean,
  number: TelegramNumber | null = null,
): Furniture {
  return new FurnitureFinder(source, isStamped, misread, number?.serial ?? null).find(true);
}

/**
 * Finds page heads, and banners beside them, in a copy of another kind that has kept them. Null where it has none, as nearly
 * all have.
 */
export function findStrayPages(source: TrimmedLines): Furniture | null {
  if (!hasPageHead(source.text)) return null;
  const furniture = new FurnitureFinder(source, () => false, false, null).find(false);
  return furniture.pageHeads.length > 0 ? furniture : null;
}

/** A page head at the beginning of a line, as quick to find as the word itself. */
const PAGE = /(?<=^[ \t]{0,80})PAGE[ \t]{1,24}\d\d[ \t]/my;

function hasPageHead(text: string): boolean {
  for (let at = text.indexOf('PAGE '); at >= 0; at = text.indexOf('PAGE ', at + 1)) {
    PAGE.lastIndex = at;
    if (PAGE.test(text)) return true;
  }
  return false;
}

class FurnitureFinder {
  readonly #source: TrimmedLines;
  readonly #misread: boolean;
  /** The serial that the pages prove, by which damaged heads are known. */
  readonly #serial: string | null;
  readonly #pageHeads: PageLine[] = [];
  readonly #inside: Span[] = [];
  readonly #taken: Uint8Array;
  /** What was found last by `#nextTelegramLine`, and from where: many heads may stand before one such line. */
  #telegramLine = -1;
  #searchedFrom = -1;
  /** The beginning of the text, where the head of the first section stands; null until it is asked for. */
  #firstHead: string | null = null;

  constructor(
    source: TrimmedLines,
    isStamped: (line: number) => boolean,
    misread: boolean,
    serial: string | null,
  ) {
    this.#source = source;
    this.#serial = serial;
    this.#misread = misread;
    this.#taken = new Uint8Array(source.count);
    for (let line = 0; line < source.count; line++) if (isStamped(line)) this.#taken[line] = 1;
  }

  /** `wholePages` says that the copy is one of pages: what stands above its header and at its ends belongs to them. */
  find(wholePages: boolean): Furniture {
    const source = this.#source;
    let seen = false;
    const top = wholePages ? 0 : this.#topOfFirstPage();
    const first = top === null ? source.nextFilled(0) : this.#takeAbove(top);
    for (let line = first; line < source.count; line = source.nextFilled(line + 1)) {
      const content = source.content(line);
      const { mark, keyword } = source.beginning(line);
      const head = this.#headAt(line);
      if (head) {
        this.#takeHead(head, line);
        line = head.lastLine;
        // The first page of a later section begins with a header of its own.
        if (seen && head.pageLine.page?.value === 1) line = this.#takeSectionHead(line + 1);
      } else if (wholePages && (END.test(content) || (!seen && DISTRIBUTION.test(content))))
        this.#take(line, line);
      else if (this.#misread && content.length < LONGEST_MARK && this.#isPrintersMark(content, line))
        this.#take(line, line);
      else this.#takeInside(content, line);
      if (mark || keyword) seen = true;
    }
    this.#takeBanners(wholePages);
    return { spans: [...this.#spans(), ...this.#inside], pageHeads: this.#pageHeads };
  }

  #headAt(line: number): FoundPageHead | null {
    if (line >= this.#source.count) return null;
    const head = pageHeadAt(this.#source, line);
    return head ?? (this.#serial === null ? null : damagedPageHeadAt(this.#source, line, this.#serial));
  }

  /** Where the page begins whose head stands above the telegram's own lines: with the banner above it. Null where there is none. */
  #topOfFirstPage(): number | null {
    const source = this.#source;
    let line = source.nextFilled(0);
    let above = -1;
    for (let seen = 0; line < source.count && seen < REACH; seen++) {
      const content = source.content(line);
      if (this.#headAt(line)) return above >= 0 && this.#isPageTop(above) ? above : line;
      if (beginsLikeDtg(content) || FROM.test(content) || source.beginning(line).keyword) return null;
      above = line;
      line = source.nextFilled(line + 1);
    }
    return null;
  }

  /** Whether a line is the banner above a page head, with the number that the message centre printed beside it or without. */
  #isPageTop(line: number): boolean {
    const banner = this.#source.content(line).replace(MESSAGE_CENTRE, '').trimEnd();
    if (!isBanner(banner, this.#misread)) return false;
    return this.#headAt(this.#source.nextFilled(line + 1)) !== null;
  }

  /**
   * Takes what stands above the date-time group, or above the FM line where that cannot be read: nothing there belongs to
   * the telegram. Gives the line to go on with.
   */
  #takeAbove(from: number): number {
    const source = this.#source;
    let end = -1;
    let line = source.nextFilled(from);
    const heads: number[] = [];
    for (let seen = 0; line < source.count && seen < REACH; seen++) {
      const content = source.content(line);
      const { mark, keyword } = source.beginning(line);
      const head = this.#headAt(line);
      if (head) {
        heads.push(line);
        line = head.lastLine;
      } else if (beginsLikeDtg(content) || FROM.test(content)) {
        if (end < 0 || parseDtg(content, 0)?.time) end = line;
        if (FROM.test(content) || parseDtg(content, 0)?.time) break;
      } else if (mark || keyword) break;
      else if (parseClassLine(content, 0) && !this.#isPageTop(line)) {
        if (end < 0) end = line;
        break;
      }
      line = source.nextFilled(line + 1);
    }
    if (end < 0) return source.nextFilled(from);
    for (const at of heads) {
      const head = at < end ? this.#headAt(at) : null;
      if (head) this.#takeHead(head, at);
    }
    this.#take(from, end - 1);
    return end;
  }

  #takeHead({ pageLine, lastLine }: { pageLine: PageLine; lastLine: number }, line: number): void {
    this.#pageHeads.push(pageLine);
    const number = this.#source.nextFilled(lastLine + 1);
    const isNumber =
      number < this.#source.count && number <= lastLine + 3 && PAGE_NUMBER.test(this.#source.content(number));
    this.#take(line, isNumber ? number : lastLine);
  }

  /**
   * Takes the header, class line and captions at the head of a later section, with the fields that it repeats. Gives the
   * last line taken, or the line before `from` where the head is none.
   */
  #takeSectionHead(from: number): number {
    const source = this.#source;
    const line = this.#nextTelegramLine(from);
    if (line >= source.count || line > from + REACH || !isClassLine(source.content(line))) return from - 1;
    const heads: PageLine[] = [];
    // Without a header between them, lines far above a class line are text behind a misread page number.
    let isHeader = line <= from + NEAR;
    for (let at = source.nextFilled(from); at < line; at = source.nextFilled(at + 1)) {
      const head = this.#headAt(at);
      if (head) heads.push(head.pageLine);
      const content = source.content(at);
      if (FROM.test(content) || parseDtg(content, 0)?.time) isHeader = true;
    }
    if (!isHeader) return from - 1;
    this.#pageHeads.push(...heads);
    let last = line;
    let isField = false;
    for (let next = source.nextFilled(line + 1); next < source.count; next = source.nextFilled(next + 1)) {
      const content = source.content(next);
      const { keyword, mark } = source.beginning(next);
      const goesOn: boolean = isField && !mark && next === last + 1 && this.#isOfFirstHead(content);
      if (!captionsOf(content, 0) && !keyword && !goesOn) break;
      isField = keyword !== null || goesOn;
      last = next;
    }
    this.#take(from, last);
    return last;
  }

  /** Whether the head of the first section has these words too: a later one repeats the second line of a subject. */
  #isOfFirstHead(content: string): boolean {
    this.#firstHead ??= this.#source.text.slice(0, HEAD_REACH);
    return content.length >= LEAST_REPEATED && this.#firstHead.includes(content);
  }

  /** The first line at or after `from` that begins a paragraph or a field, or is a class line. */
  #nextTelegramLine(from: number): number {
    if (this.#telegramLine >= from && this.#searchedFrom <= from) return this.#telegramLine;
    const source = this.#source;
    let line = source.nextFilled(from);
    while (line < source.count) {
      const { mark, keyword } = source.beginning(line);
      if (mark || keyword || isClassLine(source.content(line))) break;
      line = source.nextFilled(line + 1);
    }
    this.#searchedFrom = from;
    this.#telegramLine = line;
    return line;
  }

  /** Whether a line of released paper was added by its printer or its reviewer. */
  #isPrintersMark(content: string, line: number): boolean {
    if (EXEMPTIONS.test(content) || FOOT.test(content) || isNumberBanner(content)) return true;
    const above = PRINTER_NUMBER.test(content) ? this.#source.previousFilled(line - 1) : -1;
    return above >= 0 && isNumberBanner(this.#source.content(above));
  }

  /** Takes page heads that share a line with text, and the banner above one that begins it. */
  #takeInside(content: string, line: number): void {
    const first = this.#source.span(line).start;
    for (const { pageLine, start, end } of inlinePageHeads(content, first)) {
      this.#pageHeads.push(pageLine);
      this.#inside.push({ start, end });
      const above = start === first ? this.#source.previousFilled(line - 1) : -1;
      if (above >= 0 && isBanner(this.#source.content(above), this.#misread)) this.#take(above, above);
    }
  }

  /** Takes banners that stand next to other furniture, or, with `atEnds`, at either end of the text. */
  #takeBanners(atEnds: boolean): void {
    const { count } = this.#source;
    for (const step of [1, -1]) {
      let beside = atEnds;
      for (let line = step > 0 ? 0 : count - 1; line >= 0 && line < count; line += step) {
        if (this.#taken[line]) beside = true;
        else if (!this.#source.isBlank(line)) {
          beside = beside && this.#isOfPage(this.#source.content(line)) && !this.#beginsClassLine(line);
          if (beside) this.#take(line, line);
        }
      }
    }
  }

  /** Whether a line may stand at either end of a page: a banner, or the words that are printed on the Department's forms. */
  #isOfPage(content: string): boolean {
    return isBanner(content, this.#misread) || LETTERHEAD.test(content);
  }

  /** Whether station and serial stand on the line below a classification. */
  #beginsClassLine(line: number): boolean {
    const next = this.#source.nextFilled(line + 1);
    return (
      next < this.#source.count && /^[A-Z][A-Z .'-]{2,30} {1,4}\d{5,6}$/i.test(this.#source.content(next))
    );
  }

  #take(first: number, last: number): void {
    this.#taken.fill(1, first, last + 1);
  }

  #spans(): Span[] {
    const spans: Span[] = [];
    this.#taken.forEach((taken, line) => {
      if (taken) spans.push(this.#source.lines.span(line));
    });
    return spans;
  }
}

/** A class line, with `FINAL SECTION OF 02` for the last section's number too. */
function isClassLine(content: string): boolean {
  if (parseClassLine(content, 0)) return true;
  return content.length < 100 && /\b(?:FINAL|LAST) SECTION OF\b/i.test(content);
}
