import type { Field, Span } from '../text/span';
import { beginsLikeDtg } from './dateTimeGroup';
import type { Distribution } from './model';
import { asDigits } from './ocr';
import { pageHeadAt } from './pageHead';
import type { TrimmedLines } from './trimmedLines';

/** No distribution begins further down, counted in lines with text. */
const REACH = 40;
/** An office and the number of its copies: `EUR-12`. */
const OFFICE = /^[A-Z0-9/]{1,6}-[0-9OIlC]{2}$/;
/** How many copies there are, and whether the telegram came in or went out: `/099 W`. */
const TOTAL = /^\/\s?\d{3}\s{0,2}[WR]?$/;
const KEYWORD = /^(ACTION|ORIGIN|INFO)\s{1,12}(?=[A-Z0-9/]{1,6}-[0-9OIlC]{2}(?:\s|$))/;
/** Scanners read D as O. */
const SIGNER = /^(?:([DO]RAFTE[DO0])|(APPROVE[DO0])|CLEARE[DO0])\s{1,3}BY\s{0,3}:?\s{0,12}/i;
const OTHER = /^DESIRED DISTRIBUTION/i;
/** The control number behind dashes, which ends the block: `--------------------- 042820`. */
const CONTROL = /^(?:-{6,}|\d{6} {1,3}\d{6}Z\b)/;
/** Two clearances on one line: `EUR/SOV:MRPARRIS  NEA/IAI:JBIGUS`. */
const NEXT_CLEARANCE = /\s{2,}|\s(?=[A-Z]{1,6}(?:\/[A-Z0-9-]{1,6}){0,4}:\S)/;

/** What stands between a page head and the header: the Department's offices, and who wrote and cleared the telegram. */
export interface Handling {
  readonly distribution: Distribution | null;
  readonly draftedBy: Field<string> | null;
  readonly approvedBy: Field<string> | null;
  readonly clearedBy: readonly Field<string>[];
}

/**
 * Reads ACTION or ORIGIN, INFO, DRAFTED BY, APPROVED BY and the clearances above a header (cable-format 6). Nothing in
 * it is an addressee. `source` still has what belongs to the page.
 */
export function readHandling(source: TrimmedLines): Handling {
  const reader = new HandlingReader();
  let line = source.nextFilled(0);
  for (let seen = 0; line < source.count && (seen < REACH || reader.hasBegun); seen++) {
    const head = pageHeadAt(source, line);
    const content = source.content(line);
    if (head) line = head.lastLine;
    else if (beginsLikeDtg(content) || content.startsWith('FM ') || CONTROL.test(content)) break;
    else reader.read(content, source.span(line));
    line = source.nextFilled(line + 1);
  }
  return reader.handling();
}

/** An office with the number of its copies in digits, which scanners read as letters: `SS-OO`. */
function withDigits(office: string): string {
  return office.slice(0, -2) + asDigits(office.slice(-2));
}

class HandlingReader {
  readonly #action: Field<string>[] = [];
  readonly #info: Field<string>[] = [];
  readonly #clearedBy: Field<string>[] = [];
  #draftedBy: Field<string> | null = null;
  #approvedBy: Field<string> | null = null;
  /** What an unmarked line goes on with. */
  #open: 'ACTION' | 'INFO' | 'DRAFTED' | 'APPROVED' | 'CLEARED' | null = null;

  get hasBegun(): boolean {
    return this.#open !== null;
  }

  read(content: string, span: Span): void {
    const keyword = KEYWORD.exec(content);
    const signer = keyword ? null : SIGNER.exec(content);
    if (keyword) {
      this.#open = keyword[1] === 'INFO' ? 'INFO' : 'ACTION';
      this.#addOffices(content, keyword[0].length, span);
    } else if (signer) {
      this.#open = signer[1] ? 'DRAFTED' : signer[2] ? 'APPROVED' : 'CLEARED';
      this.#addName(content, signer[0].length, span);
    } else if (OTHER.test(content)) this.#open = null;
    else if (this.#open === 'ACTION' || this.#open === 'INFO') {
      if (!this.#addOffices(content, 0, span)) this.#open = null;
    } else if (this.#open) this.#addName(content, 0, span);
  }

  /** Adds the offices of a line; false where something else stands on it. */
  #addOffices(content: string, from: number, span: Span): boolean {
    const list = this.#open === 'INFO' ? this.#info : this.#action;
    for (const word of content.slice(from).matchAll(/\/\s?\d{3}\s{0,2}[WR]?|\S+/g)) {
      const start = span.start + from + word.index;
      if (OFFICE.test(word[0])) list.push({ value: withDigits(word[0]), start, end: start + word[0].length });
      else if (!TOTAL.test(word[0])) return false;
    }
    return true;
  }

  #addName(content: string, from: number, span: Span): void {
    let at = from;
    const isDrafter = this.#open === 'DRAFTED' && !this.#draftedBy;
    // One person drafts, whose name may have blanks and a typist's initials: `PM/ISO:CDR R W DOE:JEM`.
    for (const value of content.slice(from).split(isDrafter ? /\s{2,}/ : NEXT_CLEARANCE)) {
      if (!/[A-Z]{2}/i.test(value)) continue;
      at = content.indexOf(value, at);
      const field = { value, start: span.start + at, end: span.start + at + value.length };
      at += value.length;
      if (this.#open === 'DRAFTED' && !this.#draftedBy) this.#draftedBy = field;
      else if (this.#open === 'APPROVED' && !this.#approvedBy) {
        this.#approvedBy = field;
        // Those who cleared the telegram stand below who approved it, without a keyword.
        this.#open = 'CLEARED';
      } else if (this.#open === 'CLEARED') this.#clearedBy.push(field);
    }
  }

  handling(): Handling {
    const isNone = this.#action.length + this.#info.length === 0;
    return {
      distribution: isNone ? null : { action: this.#action, info: this.#info },
      draftedBy: this.#draftedBy,
      approvedBy: this.#approvedBy,
      clearedBy: this.#clearedBy,
    };
  }
}
