import { isoMinute } from '../cable/dateTimeGroup';
import type { Cable, Paragraph } from '../cable/model';
import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import type { CableEntry, Citation, Range } from './snapshot';

/** The longest `opening` of an entry, in UTF-16 code units. */
const OPENING_LENGTH = 300;

/** All that the archive keeps of one file that is a cable. */
export interface CableFacts {
  readonly entry: CableEntry;
  /** In the order of the text. */
  readonly citations: readonly Citation[];
  /** Orders the files of one cable: the larger, the more of the text a file has. */
  readonly completeness: number;
  /** What a search looks at, see `searchTextOf`. */
  readonly searchText: string;
}

/** What the archive keeps of `cable` in the file `uri`. Linear in the number of citations; does not hold the text. */
export function factsOf(uri: string, cable: Cable): CableFacts {
  const entry = entryOf(uri, cable);
  const citations = [
    ...(cable.references?.items ?? []).map(item => ({ ...item, place: 'list' as const })),
    ...cable.mentions.map(mention => ({ ...mention, place: 'text' as const })),
  ]
    .sort((a, b) => a.start - b.start)
    .flatMap((named): Citation[] => {
      if (named.mrn === null) return [];
      const { value: text, place, yearSource } = named;
      return [
        { source: entry, range: rangeOf(cable.lines, named), target: named.mrn, text, place, yearSource },
      ];
    });
  return { entry, citations, completeness: completenessOf(cable), searchText: searchTextOf(entry) };
}

/** Id, id without its year (`MUSCAT73`) and subject, folded, with a blank before each word. */
export function searchTextOf({ mrn, subject }: CableEntry): string {
  const id = mrn === null ? '' : `${mrn} ${mrn.slice(2)}`;
  return ` ${fold(`${id} ${subject ?? ''}`)}`;
}

/** Capitals, with one blank for whatever is neither letter nor digit: the form in which texts are searched. */
export function fold(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A span in lines and columns. */
export function rangeOf(lines: LineTable, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

function entryOf(uri: string, cable: Cable): CableEntry {
  const instant = cable.transmission.dtg?.instant ?? null;
  return {
    uri,
    mrn: cable.mrn,
    subject: cable.subject?.value ?? null,
    dtg: instant === null ? null : isoMinute(instant),
    from: cable.transmission.from?.value ?? null,
    classification: cable.classLine?.classification?.value ?? null,
    captions: [...new Set(cable.captions.map(caption => caption.value))],
    anchor: rangeOf(cable.lines, cable.classLine ?? { start: 0, end: 0 }),
    opening: openingOf(cable.text, cable.paragraphs[0]),
  };
}

function openingOf(text: string, paragraph: Paragraph | undefined): string {
  if (!paragraph) return '';
  let opening = '';
  for (const segment of paragraph.segments) {
    // Indentation and line breaks shrink to one blank, so a little more than the limit is enough to fill it.
    const start = Math.max(segment.start, paragraph.textStart);
    const raw = text.slice(start, Math.max(start, Math.min(segment.end, start + 2 * OPENING_LENGTH)));
    opening = `${opening} ${raw.replace(/\s+/g, ' ').trim()}`.trim();
    if (opening.length > OPENING_LENGTH) return opening.slice(0, wordEnd(opening, OPENING_LENGTH));
  }
  return opening;
}

/** Where the last whole word before `limit` ends; `limit` itself in one long word. */
function wordEnd(text: string, limit: number): number {
  const blank = text.lastIndexOf(' ', limit);
  return blank > 0 ? blank : limit;
}

/** The length of the text; a file that begins with a later section lacks the beginning and comes last. */
function completenessOf(cable: Cable): number {
  const section = cable.classLine?.section?.n ?? 1;
  return section > 1 ? -section : cable.body.end - cable.body.start;
}
