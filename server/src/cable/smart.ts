import type { Field, Span } from '../text/span';
import { readDesignation } from './classLine';
import { parseDtg } from './dateTimeGroup';
import { formatMrn, fullYear } from './identity';
import type { PreambleKeyword } from './lines';
import { keywordAtStart } from './lines';
import type { Addressee, Caption, ClassLine, DateTimeGroup, HeaderLine, Precedence } from './model';
import type { Opening } from './opening';
import { paragraphMark, unnumberedMark } from './paragraphMark';
import { captionsOf, type PreambleField, splitPreamble } from './preamble';
import type { FoundSignature } from './signature';
import { isSmartBanner } from './smartPages';
import type { Source } from './source';

type FieldName =
  | 'mrn'
  | 'date/dtg'
  | 'from'
  | 'action'
  | 'info'
  | 'e.o.'
  | 'tags'
  | 'captions'
  | 'reference'
  | 'pass line'
  | 'subject';

const FIELD =
  /^(MRN|Date\s?\/\s?DTG|From|Action|Info|E\.O\.|TAGS|Captions?|References?|Pass Line|Subject)\s{0,3}:\s*/i;
const SIGNATURE = /^Signature\s{0,3}:\s*/i;
const TRAILER =
  /^(?:Signature|Drafted By|Cleared By|Approved By|Released By|Info|XMT|Attachments|Dissemination Rule)\s{0,3}:/i;
/** Nothing but the trailer has these. */
const TRAILER_ALONE = /^(?:Drafted By|Cleared By|Approved By|Released By|Dissemination Rule)\s{0,3}:/i;

interface SmartField {
  readonly name: FieldName;
  readonly keyword: Span;
  readonly parts: Span[];
}

/**
 * Reads the fields of a SMART printout (cable-format 7) into the same values as a transmission header and a preamble give.
 * The line of the MRN stands for the class line.
 */
export function readSmart(source: Source): Opening {
  const { fields, bodyLine, banner } = readFields(source);
  const of = (name: FieldName) => fields.filter(field => field.name === name);
  const parts = (name: FieldName) => of(name).flatMap(field => field.parts);
  const number = readNumber(source, of('mrn')[0] ?? null, banner);
  const closing = readClosing(source, bodyLine);
  const preamble = hasFieldsInBody(source, bodyLine) ? splitPreamble(source, bodyLine, 0) : null;
  const captions = parts('captions').flatMap(part => captionsIn(source, part));
  return {
    transmission: {
      ti: null,
      routing: null,
      de: null,
      security: null,
      dtg: readTime(source, parts('date/dtg')),
      from: parts('from').map(part => originator(source, part))[0] ?? null,
      to: parts('action').flatMap(part => addressees(source, part)),
      info: parts('info').flatMap(part => addressees(source, part)),
      xmt: [],
      order: headerLines(fields),
    },
    classLine: number?.classLine ?? null,
    captions: [...captions, ...(preamble?.captions ?? [])],
    passing: [
      ...parts('pass line').map(part => ({ ...part, value: source.text.slice(part.start, part.end) })),
      ...(preamble?.passing ?? []),
    ],
    fields: [...fields.flatMap(asPreambleField), ...(preamble?.fields ?? [])],
    pageLines: preamble?.pageLines ?? [],
    bodyLine: preamble?.bodyLine ?? bodyLine,
    printed: { partial: false, datelineYear: number?.year ?? null, mrn: number?.mrn ?? null },
    mrn: number?.mrn ?? null,
    closing,
  };
}

function readFields(source: Source): { fields: SmartField[]; bodyLine: number; banner: number } {
  const fields: SmartField[] = [];
  let banner = -1;
  let blankBefore = false;
  let line = 0;
  for (; line < source.count; line++) {
    const content = source.content(line);
    if (content === '') {
      blankBefore = true;
      continue;
    }
    const span = source.span(line);
    const found = FIELD.exec(content);
    const open = fields[fields.length - 1];
    if (found) {
      const keyword = { start: span.start, end: span.start + found[0].trimEnd().length };
      const start = span.start + found[0].length;
      fields.push({
        name: nameOf(found[1] ?? ''),
        keyword,
        parts: start < span.end ? [{ start, end: span.end }] : [],
      });
    } else if (!open) {
      if (isSmartBanner(content)) banner = line;
    } else if (goesOn(source, line, open, blankBefore)) open.parts.push(span);
    else break;
    blankBefore = false;
  }
  return { fields, bodyLine: line, banner };
}

function nameOf(printed: string): FieldName {
  const name = printed.toLowerCase().replace(/\s?\/\s?/, '/');
  if (name === 'references') return 'reference';
  return name === 'caption' ? 'captions' : (name as FieldName);
}

/**
 * Whether a line goes on with the field above it: indented, or directly below it where a copy has lost the indentation.
 * Behind a blank line it does so only while more fields follow.
 */
function goesOn(source: Source, line: number, open: SmartField, blankBefore: boolean): boolean {
  const content = source.content(line);
  if (paragraphMark(content) || unnumberedMark(content) || TRAILER.test(content)) return false;
  if (keywordAtStart(content) && !isIndented(source, line)) return false;
  if (blankBefore && open.parts.length > 0 && !fieldAhead(source, line + 1)) return false;
  return true;
}

function isIndented(source: Source, line: number): boolean {
  return source.span(line).start > source.lines.start(line);
}

/** Whether another field begins within the next lines. */
function fieldAhead(source: Source, from: number): boolean {
  let line = source.nextFilled(from);
  for (let seen = 0; line < source.count && seen < 6; seen++) {
    const content = source.content(line);
    if (FIELD.test(content)) return true;
    if (paragraphMark(content)) return false;
    line = source.nextFilled(line + 1);
  }
  return false;
}

/** The MRN as class line; the classification is the banner's above it. */
function readNumber(
  source: Source,
  field: SmartField | null,
  banner: number,
): { classLine: ClassLine; mrn: string | null; year: number } | null {
  const part = field?.parts[0];
  if (!field || !part) return null;
  const match = /^(\d{4}|\d\d)\s{0,4}([A-Z][A-Z .'-]{1,40}?)\s{0,4}(\d{1,6})$/i.exec(
    source.text.slice(part.start, part.end),
  );
  if (!match) return null;
  const [whole, year = '', name = '', serial = ''] = match;
  const post = whole.indexOf(name, year.length);
  const classification = banner >= 0 ? classificationAt(source, banner) : null;
  return {
    mrn: formatMrn(year, name, serial),
    year: fullYear(year),
    classLine: {
      start: classification?.start ?? field.keyword.start,
      end: part.end,
      classification,
      state: 'sound',
      section: null,
      post: {
        value: name.replace(/\s+/g, ' ').toUpperCase(),
        start: part.start + post,
        end: part.start + post + name.length,
      },
      serial: { value: serial, start: part.end - serial.length, end: part.end },
    },
  };
}

/** The classification that a banner says; SBU is unclassified (cable-format 3.7). */
function classificationAt(source: Source, line: number): ClassLine['classification'] {
  const content = source.content(line);
  const { start, end } = source.span(line);
  if (/^S(?:BU|ENSITIVE)/i.test(content)) return { value: 'UNCLASSIFIED', start, end };
  const found = readDesignation(content);
  return found && { value: found.classification, start, end: start + found.length };
}

const TIME = /\d{6}\s?Z\s{1,4}[A-Z]{3,9}\s{1,4}(?:\d{4}|\d{2})(?!\d)/i;

/** `Sep 16, 2023 / 160150Z SEP 23`: the second half is the date-time group; there is no prosign. */
function readTime(source: Source, parts: readonly Span[]): DateTimeGroup | null {
  for (const { start, end } of parts) {
    const printed = source.text.slice(start, end);
    const found = TIME.exec(printed);
    if (!found) continue;
    const at = start + found.index;
    // A prosign before it makes it a line that the reader of headers knows.
    const dtg = parseDtg(`R ${found[0]}`, at - 2);
    if (dtg?.time) return { ...dtg, start: at, precedences: [], tail: null };
  }
  return null;
}

const ADDRESS = /^(.*?\S)(?:\s{1,8}(FLASH|NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE))?\s*$/i;

/** One line of addressees, `WASHDC, SECSTATE ROUTINE`; several are divided by semicolons. */
function addressees(source: Source, part: Span): Addressee[] {
  const found: Addressee[] = [];
  for (const piece of source.text
    .slice(part.start, Math.min(part.end, part.start + 4096))
    .matchAll(/[^;]+/g)) {
    const lead = piece[0].length - piece[0].trimStart().length;
    const start = part.start + piece.index + lead;
    const text = piece[0].trim();
    const match = ADDRESS.exec(text);
    const name = match?.[1];
    if (!match || name === undefined || !/[A-Z]/i.test(name)) continue;
    const word = match[2];
    const at = start + text.length - (word?.length ?? 0);
    found.push({
      start,
      end: start + text.length,
      ri: null,
      name: { value: plainAddress(name), start, end: start + name.length },
      precedence: word
        ? {
            value: word.toUpperCase().replace('NIACT ', '') as Precedence,
            start: at,
            end: at + word.length,
          }
        : null,
      number: null,
    });
  }
  return found;
}

function originator(source: Source, part: Span): Field<string> {
  return { ...part, value: plainAddress(source.text.slice(part.start, part.end)) };
}

/** `WASHDC, SECSTATE` as the plain language address that a header has: `SECSTATE WASHDC`. */
function plainAddress(printed: string): string {
  const comma = printed.lastIndexOf(',');
  const whole = comma < 0 ? printed : `${printed.slice(comma + 1)} ${printed.slice(0, comma)}`;
  return whole
    .replace(/[\s,]+/g, ' ')
    .trim()
    .toUpperCase();
}

function captionsIn(source: Source, part: Span): Caption[] {
  return [
    ...source.text.slice(part.start, Math.min(part.end, part.start + 4096)).matchAll(/[^,;]+/g),
  ].flatMap(piece => {
    const text = piece[0].trim();
    const start = part.start + piece.index + piece[0].indexOf(text);
    if (text === '') return [];
    const known = captionsOf(text, start);
    if (known) return known;
    return [{ value: text.toUpperCase(), place: 'caption' as const, start, end: start + text.length }];
  });
}

const PARTS: Readonly<Partial<Record<FieldName, HeaderLine['part']>>> = {
  'date/dtg': 'DTG',
  from: 'FM',
  action: 'TO',
  info: 'INFO',
};

function headerLines(fields: readonly SmartField[]): HeaderLine[] {
  const seen = new Set<string>();
  return fields.flatMap(({ name, keyword, parts }) => {
    const part = PARTS[name];
    if (!part || seen.has(part)) return [];
    seen.add(part);
    return [{ part, start: keyword.start, end: parts[parts.length - 1]?.end ?? keyword.end }];
  });
}

const KEYWORDS: Readonly<Partial<Record<FieldName, PreambleKeyword>>> = {
  'e.o.': 'executive-order',
  tags: 'tags',
  reference: 'references',
  subject: 'subject',
};

function asPreambleField({ name, keyword, parts }: SmartField): PreambleField[] {
  const of = KEYWORDS[name];
  return of ? [{ keyword: of, keywordSpan: keyword, parts }] : [];
}

/** Older telegrams keep fields of their own in the text: `Classified By: …`. */
function hasFieldsInBody(source: Source, bodyLine: number): boolean {
  const first = source.nextFilled(bodyLine);
  return first < source.count && keywordAtStart(source.content(first)) !== null;
}

/** Where the text ends, and the name in the signature field; null where no trailer follows. */
function readClosing(
  source: Source,
  bodyLine: number,
): { line: number; signature: FoundSignature | null } | null {
  for (let line = source.nextFilled(bodyLine); line < source.count; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    const keyword = SIGNATURE.exec(content);
    if (keyword) {
      const { start, end } = source.span(line);
      const from = start + keyword[0].length;
      const value = source.text.slice(from, end).replace(/\s+/g, ' ');
      const signature = value === '' ? null : { start: from, end, value, line, glued: false };
      return { line, signature };
    }
    if (TRAILER_ALONE.test(content)) return { line, signature: null };
  }
  return null;
}
