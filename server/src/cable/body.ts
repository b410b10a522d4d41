import { findHeadings } from './bodyHeadings';
import { classify, rejoined } from './bodyLines';
import type { Artefact, Caption, Heading, PageLine, Paragraph } from './model';
import { numberLostParagraphs, numberParagraphs } from './numbering';
import { assemble } from './paragraphs';
import type { TrimmedLines } from './trimmedLines';

export interface Body {
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Heading[];
  readonly pageLines: readonly PageLine[];
  readonly captions: readonly Caption[];
  readonly artefacts: readonly Artefact[];
}

/** Where a body lies. */
export interface BodyExtent {
  /** Its first 0-based line. */
  readonly from: number;
  /** The offset at which it starts: it may be glued to the end of that line. */
  readonly start: number;
  /** The 0-based line behind its last. */
  readonly to: number;
  /** The offset at which it ends: a signature may be glued to its last line. */
  readonly end: number;
  /** Whether the text begins with section 2 or later, so that its first paragraph may have any number. */
  readonly startsInLaterSection: boolean;
}

/**
 * Reads the text between preamble and signature: paragraphs, headings, page lines, repeated captions (cable-format 3.14
 * and 5).
 */
export function parseBody(
  source: TrimmedLines,
  { from, start, to, end, startsInLaterSection }: BodyExtent,
): Body {
  const pageLines: PageLine[] = [];
  const captions: Caption[] = [];
  const parts = classify(source, from, to, { start, end }, pageLines, captions);
  numberParagraphs(parts, source, startsInLaterSection);
  const lines = rejoined(parts);
  numberLostParagraphs(lines, source);
  const artefacts: Artefact[] = [];
  const headings = findHeadings(source, lines, artefacts);
  const paragraphs = assemble(source, lines, artefacts);
  return { paragraphs, headings, pageLines, captions, artefacts };
}
