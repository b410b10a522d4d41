import type { IndexDigest } from '../cable/indexDigest';
import type { Mention, Reference, YearSource } from '../cable/model';
import { classificationOf, eachOnce, tagsOf } from '../cable/record';
import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import type { CableEntry, Range } from './snapshot';

/** One citation of a file, in the order of its text. */
export interface FactCitation {
  /** Canonical id of the cited cable. */
  readonly target: string;
  /** `list`: an entry of the REF field; `text`: a mention in the running text. */
  readonly place: 'list' | 'text';
  readonly yearSource: YearSource | null;
  readonly range: Range;
}

/** All that the archive keeps of one telegram. Plain data; holds neither the text nor parts of it. */
export interface CableFacts extends Omit<CableEntry, 'uri'> {
  /** Orders the files of one cable: the more of the text a file has, the larger. A whole number. */
  readonly completeness: number;
  readonly citations: readonly FactCitation[];
}

/** What the archive keeps of one file: of each of its telegrams, in their order; nothing of a file that is no cable. */
export type FileFacts = readonly CableFacts[];

/** What the archive keeps of `cable`, whether it was read whole or not. Linear in the number of citations. */
export function factsOf(cable: IndexDigest): CableFacts {
  const { lines, transmission, classLine } = cable;
  return {
    mrn: cable.mrn,
    subject: cable.subject?.value ?? null,
    instant: transmission.dtg?.instant ?? null,
    from: transmission.from?.value ?? null,
    to: eachOnce(transmission.to.map(({ name }) => name.value)),
    classification: classificationOf(cable),
    captions: eachOnce(cable.captions.map(({ value }) => value)),
    tags: tagsOf(cable),
    anchor: rangeOf(lines, classLine ?? { start: 0, end: 0 }),
    completeness: completenessOf(cable),
    citations: citationsOf(cable),
  };
}

/** The citations in the reference list and in the running text, in order. */
function citationsOf({ lines, references, mentions }: IndexDigest): FactCitation[] {
  const citations: FactCitation[] = [];
  if (references) addCitations(citations, lines, references.items, 'list');
  addCitations(citations, lines, mentions, 'text');
  return isSorted(citations) ? citations : citations.sort(byStart);
}

function addCitations(
  citations: FactCitation[],
  lines: LineTable,
  items: readonly (Reference | Mention)[],
  place: FactCitation['place'],
): void {
  for (const item of items) {
    const { mrn: target, yearSource } = item;
    if (target !== null) citations.push({ target, place, yearSource, range: rangeOf(lines, item) });
  }
}

/** Whether nothing need be sorted: nearly all telegrams have their list above the text. */
function isSorted(citations: readonly FactCitation[]): boolean {
  let last: FactCitation | null = null;
  for (const citation of citations) {
    if (last && byStart(last, citation) > 0) return false;
    last = citation;
  }
  return true;
}

function byStart({ range: { start: a } }: FactCitation, { range: { start: b } }: FactCitation): number {
  return a.line - b.line || a.character - b.character;
}

/** The lines and columns of a span. */
export function rangeOf(lines: LineTable, span: Span): Range {
  const start = lines.positionAt(span.start);
  const length = span.end - span.start;
  // Nearly all spans end on the line on which they start.
  const end =
    span.end < lines.start(start.line + 1)
      ? { line: start.line, character: start.character + length }
      : lines.positionAt(span.end);
  return { start, end };
}

/** The length of the body, or negative for a file that starts with a later section, and so lacks the beginning. */
function completenessOf(cable: IndexDigest): number {
  const section = cable.classLine?.section?.n ?? 1;
  return section > 1 ? -section : cable.body.end - cable.body.start;
}
