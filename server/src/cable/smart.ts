import { readDesignation } from './designation';
import { formatMrn, fullYear } from './identity';
import { keywordAtStart, type PreambleKeyword } from './lines';
import type { ClassLine, HeaderLine } from './model';
import type { Opening } from './opening';
import { type PreambleField, splitPreamble } from './preamble';
import type { FoundSignature } from './signature';
import { type FieldName, readFields, type SmartField } from './smartFields';
import { addressees, captionsIn, originator, readTime } from './smartValues';
import type { TrimmedLines } from './trimmedLines';

const SIGNATURE = /^Signature\s{0,3}:\s*/i;
/** What nothing but the trailer has. */
const TRAILER = /^(?:Drafted By|Cleared By|Approved By|Released By|Dissemination Rule)\s{0,3}:/i;

/**
 * Reads the fields of a SMART printout (cable-format 7) into the same values as a transmission header and a preamble give.
 * The line of the MRN stands for the class line.
 */
export function readSmart(source: TrimmedLines): Opening {
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
    classLine: number.classLine,
    captions: [...captions, ...(preamble?.captions ?? [])],
    passing: [
      ...parts('pass line').map(part => ({ ...part, value: source.text.slice(part.start, part.end) })),
      ...(preamble?.passing ?? []),
    ],
    fields: [...fields.flatMap(asPreambleField), ...(preamble?.fields ?? [])],
    pageLines: preamble?.pageLines ?? [],
    bodyLine: preamble?.bodyLine ?? bodyLine,
    bodyStart: preamble?.bodyStart ?? source.lines.start(bodyLine),
    printed: () => ({ partial: false, datelineYear: number.year, mrn: number.mrn }),
    mrn: number.mrn,
    closing,
  };
}

const NUMBER = /^(\d{4}|\d\d)\s{0,4}([A-Z][A-Z .'-]{1,40}?)\s{0,4}(\d{1,6})$/i;

interface SmartNumber {
  readonly mrn: string | null;
  readonly year: number | null;
  readonly classLine: ClassLine | null;
}

/** The line of the MRN as class line, with the classification of the banner above the fields. */
function readNumber(source: TrimmedLines, field: SmartField | null, banner: number): SmartNumber {
  const classification = banner >= 0 ? classificationAt(source, banner) : null;
  const line = { classification, state: 'sound' as const, section: null };
  const part = field?.parts[0];
  const match = part && NUMBER.exec(source.text.slice(part.start, Math.min(part.end, part.start + 80)));
  if (!field || !part || !match) {
    const classLine = classification && {
      ...line,
      start: classification.start,
      end: classification.end,
      post: null,
      serial: null,
    };
    return { mrn: null, year: null, classLine };
  }
  const [whole, year = '', name = '', serial = ''] = match;
  const start = part.start + whole.indexOf(name, year.length);
  return {
    mrn: formatMrn(year, name, serial),
    year: fullYear(year),
    classLine: {
      ...line,
      start: Math.min(classification?.start ?? field.keyword.start, field.keyword.start),
      end: part.end,
      post: { value: name.replace(/\s+/g, ' ').toUpperCase(), start, end: start + name.length },
      serial: { value: serial, start: part.end - serial.length, end: part.end },
    },
  };
}

/** The classification that a banner says; SBU is unclassified (cable-format 3.7). */
function classificationAt(source: TrimmedLines, line: number): ClassLine['classification'] {
  const content = source.content(line);
  const { start, end } = source.span(line);
  if (/^S(?:BU|ENSITIVE)/i.test(content)) return { value: 'UNCLASSIFIED', start, end };
  const found = readDesignation(content);
  return found && { value: found.classification, start, end: start + found.length };
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
function hasFieldsInBody(source: TrimmedLines, bodyLine: number): boolean {
  const first = source.nextFilled(bodyLine);
  return first < source.count && keywordAtStart(source.content(first)) !== null;
}

/** Where the text ends, and the name in the signature field; null where no trailer follows. */
function readClosing(
  source: TrimmedLines,
  bodyLine: number,
): { line: number; signature: FoundSignature | null } | null {
  for (let line = source.nextFilled(bodyLine); line < source.count; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    const keyword = SIGNATURE.exec(content);
    if (keyword) {
      const { start, end } = source.span(line);
      const from = start + keyword[0].length;
      const value = source.text.slice(from, end).replace(/\s+/g, ' ');
      if (value === '') return { line, signature: null };
      // Older texts are signed themselves: the name alone on the line above.
      const above = source.previousFilled(line - 1);
      const signed = above >= bodyLine && source.content(above).toUpperCase() === value.toUpperCase();
      return {
        line,
        signature: { start: from, end, value, line: signed ? above : line, glued: false },
      };
    }
    if (TRAILER.test(content)) return { line, signature: null };
  }
  return null;
}
