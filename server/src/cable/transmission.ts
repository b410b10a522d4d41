import { isKnownPost } from '../reference/stations';
import { codeAt, isDigit, isLetter, withSingleBlanks } from '../text/characters';
import type { Field, Span } from '../text/span';
import { postOfPlad } from './addressing';
import { captionsOf } from './captionLine';
import { beginsLikeDtg, parseDtg } from './dateTimeGroup';
import type {
  Addressee,
  DateTimeGroup,
  DeLine,
  HeaderPart,
  Precedence,
  RoutingLine,
  SecurityLine,
  Transmission,
  TransmissionIdentification,
} from './model';
import { captures, type TrimmedLines } from './trimmedLines';
import { nearKeyword } from './unusualKeyword';

const TI = /^VZCZ[A-Z]{0,4}\d{0,4}$/;
const ROUTING = /^(ZZ|OO|PP|RR|YY)(?=\s+[A-Z0-9])/;
const RI = /^R[A-Z]{3,6}$/;
/** A routing indicator, or one in which a character was damaged. */
const LIKE_RI = /^R[A-Z0-9]{3,6}$/;
const DE = /^DE\s+R/;
const DE_PARTS = /^DE\s+(R[A-Z]{3,6})\s+#(\d{4})(?:\/(\d\d))?\s+(\d{7})\s*$/;
const SECURITY = /^(ZNY|ZNR)\s+(\S+)/;
const FROM = /^FM\s+(\S.*)$/;
const LIST = /^(?:XMT\s{0,4}\/\s{0,4}|(?:TO|INFO|XMT)\s+)(\S.*)$/;
/** A word before what is certainly an address. */
const NEAR_INFO =
  /^([A-Z0-9]{3,5})\s+((?:R[A-Z]{3,6}\s?\/|AMEMBASSY |AMCONSUL |USMISSION |SECSTATE |SECDEF |[A-Z ]{4,30} COLLECTIVE\b).*)$/;
/** `LOG-00 MFA-00`: the Department's distribution, printed above some copies' headers; bureaus, not addressees. */
const BUREAUS = /\b[A-Z]{1,5}-\d\d\b.*\b[A-Z]{1,5}-\d\d\b/;
const COPY_TOTAL = /\/\s?\d{3}\s{0,2}[WR]\b/y;
const EXCLUDED = /^XMT(?:\s{0,4}\/\s{0,4}|\s{1,4})(?=\S)/;
/** `ORIGIN: 09MANAMA412`: what a publisher put between the header and the class line. */
const LABEL = /^[A-Z][A-Z _]{1,20}:\s/;
/** A page heading of the 1970s that a copy left inside the list. */
const PAGE_HEAD = /^PAGE\s{1,4}\d\d\s/;
const PREFIX = /^(R[A-Z]{3,6}|ZEN)\s{0,3}\/\s{0,3}(?=\S)/;
/** The blank before the number may be lost behind a precedence. No more of a line's end is looked at than the longest of both. */
const CHANNEL_REACH = ' IMMEDIATE0000-0000'.length;
const CHANNEL_NUMBER = /(?:\s|(?<=\s(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)))(\d{4}(?:-\d{4})?)$/;
/** Early in a year the count has fewer digits than four. */
const SHORT_NUMBER = /\s(\d{1,3})$/;
/** FL10, the count of the text's groups, `GRNC` or `GR 120`: no addressee. */
const GROUP_COUNT = /\bGR ?(?:NC|\d{1,5})$/;
const PRECEDENCE_WORD = /\s(?:NIACT )?(FLASH|IMMEDIATE|PRIORITY|ROUTINE)$/;
/** An address without its indicator. */
const NAME = /^[A-Z0-9][A-Z0-9 .,'’()/&:+-]{2,}$/;

/**
 * Reads the transmission header, FL1 to FL9 (5 FAH-2 H-321), from the lines `from` to `to` (0-based, `to` exclusive).
 * Lines that are no part of a header are passed over; each part is taken where it stands first. With `upToInfo`, nothing
 * is read behind the action addressees, and of the lines before them only FL3 and FL5 to FL7.
 */
export function parseTransmission(
  source: TrimmedLines,
  from: number,
  to: number,
  upToInfo = false,
): Transmission {
  const header = new HeaderReader(upToInfo);
  for (let line = from; line < to && !header.isComplete; line++) {
    const content = source.content(line);
    if (content !== '') header.read(content, source.span(line));
  }
  return header.transmission();
}

class HeaderReader {
  #ti: TransmissionIdentification | null = null;
  #routing: RoutingLine | null = null;
  /** The routing line's indicators, its continuation lines' included. */
  readonly #indicators: Field<string>[] = [];
  #de: DeLine | null = null;
  #security: SecurityLine | null = null;
  #dtg: DateTimeGroup | null = null;
  #from: Field<string> | null = null;
  readonly #to: Addressee[] = [];
  readonly #info: Addressee[] = [];
  readonly #xmt: Field<string>[] = [];
  readonly #order: { readonly part: HeaderPart; readonly start: number; end: number }[] = [];
  /** The part that an unmarked line continues. */
  #open: HeaderPart | null = null;
  /** The list that members left out interrupt. */
  #lastList: 'TO' | 'INFO' = 'INFO';
  #complete = false;
  /** What the pattern of the line's part captured, where the part is read from it. */
  #match: RegExpExecArray | null = null;
  readonly #upToInfo: boolean;

  constructor(upToInfo: boolean) {
    this.#upToInfo = upToInfo;
  }

  /** Whether nothing that follows adds anything. */
  get isComplete(): boolean {
    return this.#complete || (this.#upToInfo && this.#hasAction);
  }

  /** Whether the action addressees, and all lines before them that a later line could not replace, have been read. */
  get #hasAction(): boolean {
    const isBehind = this.#open === 'INFO' || this.#open === 'XMT';
    if (!isBehind || this.#to.length === 0) return false;
    return !!this.#de && this.#hasRead('SECURITY') && !!this.#dtg && !!this.#from;
  }

  read(content: string, span: Span): void {
    const part = this.#begin(content) ?? (this.#open === 'TO' ? this.#beginNearInfo(content) : null);
    if (part && part === this.#open && isList(part)) {
      this.#take(part, content, span);
      this.#stretch(span.end);
    } else if (part && this.#hasRead(part)) {
      // A line or a header that is printed twice is read once: the second copy adds nothing.
      this.#complete = this.#order.at(-1)?.part !== part;
    } else if (part) {
      this.#open = part;
      this.#order.push({ part, start: span.start, end: span.end });
      this.#take(part, content, span);
    } else if (this.#open) {
      this.#continue(this.#open, content, span);
    }
  }

  #hasRead(part: HeaderPart): boolean {
    for (const line of this.#order) if (line.part === part) return true;
    return false;
  }

  /** The part that a line begins by its keyword or form. */
  #begin(content: string): HeaderPart | null {
    switch (content[0]) {
      case 'V':
        return TI.test(content) ? 'TI' : null;
      case 'D':
        this.#match = DE_PARTS.exec(content);
        return this.#match || DE.test(content) ? 'DE' : null;
      case 'F':
        this.#match = FROM.exec(content);
        return this.#match && 'FM';
      case 'T':
        return this.#beginList('TO', content);
      case 'I':
        return this.#beginList('INFO', content);
      case 'X':
        return this.#beginList('XMT', content);
      case 'Z':
      case 'O':
      case 'P':
      case 'R':
      case 'Y':
        // The second character tells which of the three it can be.
        if (content[1] === content[0]) return ROUTING.test(content) ? 'ROUTING' : null;
        if (content[1] === 'N') {
          this.#match = SECURITY.exec(content);
          return this.#match && 'SECURITY';
        }
        return !isLetter(codeAt(content, 1)) && beginsLikeDtg(content) ? 'DTG' : null;
      case '0':
      case '1':
      case '2':
      case '3':
        return !this.#from && !this.#dtg && beginsLikeDtg(content) ? 'DTG' : null;
      default:
        return null;
    }
  }

  #beginList(part: 'TO' | 'INFO' | 'XMT', content: string): HeaderPart | null {
    this.#match = LIST.exec(content);
    return this.#match && !isNoAddressee(content) ? part : null;
  }

  /** The information addressees begin with a slip in the word INFO, too. */
  #beginNearInfo(content: string): HeaderPart | null {
    this.#match = NEAR_INFO.exec(content);
    const word = this.#match?.[1];
    return word !== undefined && nearKeyword(word, 'info') !== null ? 'INFO' : null;
  }

  #take(part: HeaderPart, content: string, span: Span): void {
    const match = this.#match;
    switch (part) {
      case 'TI':
        if (this.#upToInfo) break;
        this.#ti = { channel: content.slice(5, 8), number: content.slice(8), ...span };
        break;
      case 'ROUTING':
        if (this.#upToInfo) break;
        this.#routing = parseRouting(content, span, this.#indicators);
        break;
      case 'DE':
        this.#de = parseDe(match, span);
        break;
      case 'SECURITY':
        if (this.#upToInfo) break;
        this.#security = match && parseSecurity(match, span);
        break;
      case 'DTG':
        this.#dtg = parseDtg(content, span.start);
        break;
      case 'FM': {
        const from = match && lastCapture(match, span);
        this.#from = from && { value: withSingleBlanks(from.value), start: from.start, end: from.end };
        break;
      }
      case 'TO':
      case 'INFO':
      case 'XMT': {
        if (part !== 'XMT') this.#lastList = part;
        if (this.#upToInfo && part !== 'TO') break;
        const rest = match && lastCapture(match, span);
        if (rest) this.#add(part, rest.value, rest, PREFIX.exec(rest.value));
      }
    }
  }

  #continue(part: HeaderPart, content: string, span: Span): void {
    if (part === 'ROUTING' && this.#routing && content.split(/\s+/).every(word => LIKE_RI.test(word))) {
      const { unreadable } = this.#routing;
      const stray = sortIndicators(wordsOf(content, span.start), this.#indicators);
      this.#routing = { ...this.#routing, unreadable: unreadable ?? stray, end: span.end };
      this.#stretch(span.end);
    } else if (isList(part)) {
      const prefix = PREFIX.exec(content);
      if ((prefix || NAME.test(content)) && !isNoAddressee(content) && (prefix || !captionsOf(content, 0))) {
        // Those that a collective leaves out have no routing indicator: with one, the list that was open before goes on.
        this.#add(part === 'XMT' && prefix ? this.#lastList : part, content, span, prefix);
        this.#stretch(span.end);
      } else {
        this.#open = null;
      }
    }
  }

  #add(part: 'TO' | 'INFO' | 'XMT', content: string, span: Span, prefix: RegExpExecArray | null): void {
    if (this.#upToInfo && part !== 'TO') return;
    if (content.startsWith('PAGE') && PAGE_HEAD.test(content)) return;
    const excluded = content.startsWith('XMT') ? (EXCLUDED.exec(content)?.[0].length ?? 0) : 0;
    if (part === 'XMT' || excluded > 0)
      this.#xmt.push({ start: span.start + excluded, end: span.end, value: content.slice(excluded) });
    else (part === 'TO' ? this.#to : this.#info).push(parseAddressee(content, span, prefix));
  }

  /** Lets the last header line reach to `end`. */
  #stretch(end: number): void {
    const last = this.#order.at(-1);
    if (last) last.end = end;
  }

  transmission(): Transmission {
    return {
      ti: this.#ti,
      routing: this.#routing,
      de: this.#de,
      security: this.#security,
      dtg: this.#dtg,
      from: this.#from,
      to: this.#to,
      info: this.#info,
      xmt: this.#xmt,
      order: this.#order,
    };
  }
}

/** What only class lines have, damaged ones too. */
const SECTION = /\bSECTI[O0]N [\dOIl]{1,2} [O0]F [\dOIl]{1,2}\b/;
/** A designation with blanks between its letters: no address begins so. */
const SPACED = /^(?:[A-Z0] ){4}/;

/** Whether `/087 W` stands in a line: only looked for behind a slash that no letter follows, as it does that of an indicator. */
function hasCopyTotal(content: string): boolean {
  for (let at = content.indexOf('/'); at >= 0; at = content.indexOf('/', at + 1)) {
    if (isLetter(codeAt(content, at + 1))) continue;
    COPY_TOTAL.lastIndex = at;
    if (COPY_TOTAL.test(content)) return true;
  }
  return false;
}

/** Whether a line tells the Department's distribution, how long the text is, which section of it this is, or a publisher's label. */
function isNoAddressee(content: string): boolean {
  return (
    (content.includes('-') && BUREAUS.test(content)) ||
    hasCopyTotal(content) ||
    (content.includes('GR') && GROUP_COUNT.test(content)) ||
    (content.includes('SECTI') && SECTION.test(content)) ||
    (content[1] === ' ' && SPACED.test(content)) ||
    (content.includes(':') && LABEL.test(content))
  );
}

function isList(part: HeaderPart): part is 'TO' | 'INFO' | 'XMT' {
  return part === 'TO' || part === 'INFO' || part === 'XMT';
}

/** The words of a line as fields; `base` is the offset of the line's first character. */
function wordsOf(content: string, base: number): Field<string>[] {
  const words: Field<string>[] = [];
  let at = 0;
  for (const value of content.split(/\s+/)) {
    at = content.indexOf(value, at);
    words.push({ value, start: base + at, end: base + at + value.length });
    at += value.length;
  }
  return words;
}

function parseRouting(content: string, span: Span, indicators: Field<string>[]): RoutingLine {
  const [digraph = { value: content, ...span }, ...rest] = wordsOf(content, span.start);
  return { digraph, indicators, unreadable: sortIndicators(rest, indicators), ...span };
}

/** Puts the routing indicators among `words` with `indicators`; gives the first word that is none, or null. */
function sortIndicators(words: readonly Field<string>[], indicators: Field<string>[]): Span | null {
  const stray = words.find(word => !RI.test(word.value));
  indicators.push(...words.filter(word => RI.test(word.value)));
  return stray ? { start: stray.start, end: stray.end } : null;
}

/** The last capture of a match that reaches to the end of the line in `span`. */
function lastCapture(match: RegExpExecArray, { end }: Span): Field<string> {
  const value = match.at(-1) ?? '';
  return { value, start: end - value.length, end };
}

function parseDe(match: RegExpExecArray | null, { start, end }: Span): DeLine {
  if (!match) return { ri: null, ssn: null, section: null, fileTime: null, start, end };
  const [ri = null, ssn = null, section = null, fileTime = null] = captures(match, 4, start);
  return {
    ri,
    ssn,
    section: section && { value: Number(section.value), start: section.start, end: section.end },
    fileTime,
    start,
    end,
  };
}

function parseSecurity(match: RegExpExecArray, { start, end }: Span): SecurityLine | null {
  const [signal, group] = captures(match, 2, start);
  if (!signal || !group) return null;
  return { signal: { ...signal, value: signal.value === 'ZNR' ? 'ZNR' : 'ZNY' }, group, start, end };
}

/**
 * The originator's count of messages to the addressee at the end of a line. Fewer than four digits are one only behind a
 * precedence or the name of a station that numbers telegrams: the names of units end in numbers.
 */
function channelNumber(content: string, nameStart: number): string {
  const number = CHANNEL_NUMBER.exec(content.slice(-CHANNEL_REACH))?.[1];
  if (number !== undefined) return number;
  const short = SHORT_NUMBER.exec(content.slice(-4))?.[1];
  if (short === undefined) return '';
  const before = content.slice(nameStart, -short.length).trimEnd();
  return PRECEDENCE_WORD.test(before) || isKnownPost(postOfPlad(before)) ? short : '';
}

/** Reads `RI/PLAD precedence number` from its ends inward: what lies between is the PLAD. `prefix` is the indicator with its slash. */
function parseAddressee(content: string, span: Span, prefix: RegExpExecArray | null): Addressee {
  const { start, end } = span;
  const nameStart = prefix ? prefix[0].length : 0;
  const ri = prefix?.[1] ?? 'ZEN';
  const number = isDigit(codeAt(content, content.length - 1)) ? channelNumber(content, nameStart) : '';
  const beforeNumber = number === '' ? content : content.slice(0, -number.length).trimEnd();
  const word = PRECEDENCE_WORD.exec(beforeNumber);
  const name = word ? beforeNumber.slice(nameStart, word.index).trimEnd() : beforeNumber.slice(nameStart);
  const behindWord = start + beforeNumber.length;
  return {
    ri: ri === 'ZEN' ? null : { value: ri, start, end: start + ri.length },
    name: {
      value: withSingleBlanks(name),
      start: start + nameStart,
      end: start + nameStart + name.length,
    },
    precedence: word && {
      value: word[1] as Precedence,
      start: behindWord - word[0].length + 1,
      end: behindWord,
    },
    number: number === '' ? null : { value: number, start: end - number.length, end },
    start,
    end,
  };
}
