import type { Span } from '../text/span';
import {
  canBeRuledHeading,
  endsSentence,
  headingMarkLength,
  headingTitle,
  looksLikeHeading,
} from './headings';
import { isFiller, isRule } from './lines';
import type { Artefact, Caption, Heading, PageLine, Paragraph } from './model';
import { type Ordinal, resolveOrdinals } from './ordinals';
import { isPageCount, parsePageLine } from './pageLine';
import { type ParagraphMark, paragraphMark, unnumberedMark } from './paragraphMark';
import { captionsOf } from './preamble';
import type { Source } from './source';

export interface Body {
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Heading[];
  readonly pageLines: readonly PageLine[];
  readonly captions: readonly Caption[];
  readonly artefacts: readonly Artefact[];
}

/** Captions that transmission repeats in the text; others are words there too. */
const REPEATED_CAPTIONS = new Set(['SIPDIS', 'NOFORN', 'EXDIS', 'NODIS', 'LIMDIS', 'STADIS']);

/** What a line of the body is. `candidate` and `unnumbered` become paragraphs only if their neighbours agree. */
type LineKind = 'blank' | 'rule' | 'page' | 'caption' | 'paragraph' | 'heading' | 'text';

interface BodyLine {
  readonly line: number;
  kind: LineKind;
  readonly mark: ParagraphMark | null;
  ordinal: Ordinal | null;
  /** The number that follows from the neighbours of a paragraph that lost its own. */
  guessed: number | null;
}

/** Where a body lies. */
export interface BodyExtent {
  /** Its first 0-based line. */
  readonly from: number;
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
export function parseBody(source: Source, { from, to, end, startsInLaterSection }: BodyExtent): Body {
  const pageLines: PageLine[] = [];
  const captions: Caption[] = [];
  const lines = classify(source, from, to, pageLines, captions);
  numberParagraphs(lines, source, startsInLaterSection);
  numberLostParagraphs(lines);
  const artefacts: Artefact[] = [];
  const headings = findHeadings(source, lines, artefacts);
  const paragraphs = assemble(source, lines, end, artefacts);
  return { paragraphs, headings, pageLines, captions, artefacts };
}

function classify(
  source: Source,
  from: number,
  to: number,
  pageLines: PageLine[],
  captions: Caption[],
): BodyLine[] {
  const lines: BodyLine[] = [];
  for (let line = from; line < to; line++) {
    const content = source.content(line);
    let kind: LineKind = 'text';
    let mark: ParagraphMark | null = null;
    if (content === '' || isFiller(content)) {
      // Runs of blank lines say no more than one does.
      if (lines[lines.length - 1]?.kind === 'blank') continue;
      kind = 'blank';
    } else if (isRule(content)) kind = 'rule';
    else {
      mark = paragraphMark(content) ?? unnumberedMark(content);
      if (!mark) kind = kindOfText(source, line, content, pageLines, captions);
    }
    lines.push({ line, kind, mark, ordinal: null, guessed: null });
  }
  return lines;
}

function kindOfText(
  source: Source,
  line: number,
  content: string,
  pageLines: PageLine[],
  captions: Caption[],
): LineKind {
  const { start } = source.span(line);
  if (content.length <= 60) {
    if (isPageCount(content)) return 'page';
    const pageLine = parsePageLine(content, start);
    if (pageLine) {
      pageLines.push(pageLine);
      return 'page';
    }
    const repeated = captionsOf(content, start);
    if (repeated?.every(caption => REPEATED_CAPTIONS.has(caption.value))) {
      captions.push(...repeated.map(caption => ({ ...caption, place: 'text' as const })));
      return 'caption';
    }
  }
  return headingMarkLength(content) > 0 ? 'heading' : 'text';
}

/** Decides which numbered lines are paragraphs, from the whole sequence of their numbers. */
function numberParagraphs(lines: BodyLine[], source: Source, startsInLaterSection: boolean): void {
  const numbered = lines.filter(({ mark }) => mark !== null && mark.digits !== '');
  const candidates = numbered.map(({ line, mark }) => ({
    digits: mark?.digits ?? '',
    hasMarking: mark?.marking != null,
    blankBefore: line === 0 || source.isBlank(line - 1),
  }));
  resolveOrdinals(candidates, startsInLaterSection).forEach((ordinal, i) => {
    const at = numbered[i];
    if (!at || !ordinal) return;
    at.ordinal = ordinal;
    at.kind = 'paragraph';
  });
}

/**
 * A line that begins with a portion mark and no number is a paragraph that lost its number if exactly as many numbers are
 * missing between its neighbours; else it is a part of the paragraph before it, as sub-paragraphs are.
 */
function numberLostParagraphs(lines: BodyLine[]): void {
  const dashes = lines.some(({ ordinal, mark }) => ordinal !== null && mark?.dashed);
  let previous = 0;
  let lost: BodyLine[] = [];
  let allFit = true;
  const settle = (next: number | null) => {
    const fits =
      next === null
        ? allFit && lost.every(at => dashes || !at.mark?.dashed)
        : next - previous - 1 === lost.length;
    if (fits) {
      lost.forEach((at, i) => {
        at.guessed = previous + 1 + i;
        at.kind = 'paragraph';
      });
    } else if (lost.length > 0) allFit = false;
    lost = [];
  };
  lines.forEach((at, i) => {
    if (at.ordinal) {
      settle(at.ordinal.number);
      previous = at.ordinal.number;
    } else if (at.mark?.digits === '' && lines[i - 1]?.kind !== 'text' && (dashes || !at.mark.dashed))
      lost.push(at);
  });
  settle(null);
}

/** Finds headings: marked as such, between or above rules, or short lines alone before a paragraph. */
function findHeadings(source: Source, lines: BodyLine[], artefacts: Artefact[]): Heading[] {
  const headings: Heading[] = [];
  /** The last line of running text so far. */
  let textBefore: BodyLine | null = null;
  for (let i = 0; i < lines.length; i++) {
    const at = lines[i];
    if (!at) continue;
    if (at.kind === 'paragraph') textBefore = at;
    else if (at.kind === 'heading') {
      headings.push(toHeading(source, lines, i, i));
      const { start } = source.span(at.line);
      artefacts.push({ kind: 'heading', start, end: start + headingMarkLength(source.content(at.line)) });
    } else if (at.kind === 'text') {
      const last = endOfBlock(lines, i);
      const first = headingStart(source, lines, i, last, textBefore);
      if (first !== null) {
        for (let k = first; k <= last; k++) {
          const line = lines[k];
          if (line) line.kind = 'heading';
        }
        headings.push(toHeading(source, lines, first, last));
      }
      if (first !== i) textBefore = lines[first === null ? last : first - 1] ?? null;
      i = last;
    }
  }
  return headings;
}

/** The last index of the run of text lines that starts at `from`. */
function endOfBlock(lines: readonly BodyLine[], from: number): number {
  let last = from;
  while (lines[last + 1]?.kind === 'text') last++;
  return last;
}

/** Where in the block of text lines `first` to `last` a heading starts; it ends with the block. Null where there is none. */
function headingStart(
  source: Source,
  lines: readonly BodyLine[],
  first: number,
  last: number,
  textBefore: BodyLine | null,
): number | null {
  const contents = lines.slice(first, last + 1).map(({ line }) => source.content(line));
  const before = lines[neighbour(lines, first, -1)];
  const after = lines[neighbour(lines, last, 1)];
  const continuesText = lines[first - 1]?.kind === 'paragraph';
  if (after?.kind === 'rule' && !continuesText && canBeRuledHeading(contents)) return first;
  if (after?.kind === 'rule' && lines[last + 1]?.kind === 'rule') {
    // A heading glued to the text above it: its last line, where the line before that has ended.
    const title = contents[contents.length - 1] ?? '';
    const line = lines[last];
    const above = line ? source.content(line.line - 1) : '';
    return looksLikeHeading([title]) && endsSentence(above) ? last : null;
  }
  if (continuesText) return null;
  if (before?.kind === 'rule' && contents.length <= 2 && looksLikeHeading(contents)) return first;
  if (after?.kind !== 'paragraph' || !looksLikeHeading(contents)) return null;
  if (!textBefore) return first;
  const capitals = contents.every(line => line === line.toUpperCase());
  const { end } = source.span(textBefore.line);
  return capitals || endsSentence(source.text.slice(Math.max(0, end - 12), end)) ? first : null;
}

/** The index of the next line in a direction that is no blank, no page line and no repeated caption. */
function neighbour(lines: readonly BodyLine[], from: number, step: 1 | -1): number {
  let at = from + step;
  while (lines[at]?.kind === 'blank' || lines[at]?.kind === 'page' || lines[at]?.kind === 'caption')
    at += step;
  return at;
}

function toHeading(source: Source, lines: readonly BodyLine[], first: number, last: number): Heading {
  const aboveAt = neighbour(lines, first, -1);
  const above = lines[aboveAt];
  const below = lines[neighbour(lines, last, 1)];
  const spans = lines
    .slice(first, last + 1)
    .map(({ line }) => headingTitle(source.content(line), source.span(line).start));
  const title: Span = { start: spans[0]?.start ?? 0, end: spans[spans.length - 1]?.end ?? 0 };
  const firstLine = lines[first]?.line ?? 0;
  const lastLine = lines[last]?.line ?? 0;
  return {
    value: spans.map(({ start, end }) => source.text.slice(start, end)).join(' '),
    title,
    start:
      above?.kind === 'rule' && !isUnderline(lines, aboveAt)
        ? source.span(above.line).start
        : source.span(firstLine).start,
    end: below?.kind === 'rule' ? source.span(below.line).end : source.span(lastLine).end,
  };
}

/** Whether a rule belongs to the heading above it rather than to one below. */
function isUnderline(lines: readonly BodyLine[], rule: number): boolean {
  return lines[neighbour(lines, rule, -1)]?.kind === 'heading';
}

interface OpenParagraph {
  readonly at: BodyLine | null;
  readonly start: number;
  readonly segments: { start: number; end: number }[];
  lastLine: number;
}

/** Gives each line of text to the paragraph that it belongs to. */
function assemble(
  source: Source,
  lines: readonly BodyLine[],
  end: number,
  artefacts: Artefact[],
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: OpenParagraph | null = null;
  const close = () => {
    if (open) paragraphs.push(toParagraph(source, open, artefacts));
    open = null;
  };
  for (const at of lines) {
    const span = cutAt(source, source.span(at.line), end);
    if (at.kind === 'paragraph') {
      close();
      open = { at, start: span.start, segments: [{ ...span }], lastLine: at.line };
    } else if (at.kind === 'text') {
      // Before the first number every sentence that ends a block ends a paragraph.
      const last: Span | undefined = open?.at === null ? open.segments.at(-1) : undefined;
      if (last && open?.lastLine !== at.line - 1 && endsSentence(source.text.slice(last.end - 12, last.end)))
        close();
      open = addText(open, at.line, span);
    } else if (at.kind === 'heading' && (!open || open.at === null)) close();
  }
  close();
  return paragraphs;
}

/** The span up to `end`, blanks before that left out. */
function cutAt(source: Source, span: Span, end: number): Span {
  if (span.end <= end) return span;
  return { start: span.start, end: span.start + source.text.slice(span.start, end).trimEnd().length };
}

function addText(open: OpenParagraph | null, line: number, span: Span): OpenParagraph {
  if (!open) return { at: null, start: span.start, segments: [{ ...span }], lastLine: line };
  const segment = open.segments[open.segments.length - 1];
  if (segment && open.lastLine === line - 1) segment.end = span.end;
  else open.segments.push({ ...span });
  open.lastLine = line;
  return open;
}

function toParagraph(
  source: Source,
  { at, start, segments }: OpenParagraph,
  artefacts: Artefact[],
): Paragraph {
  const end = segments[segments.length - 1]?.end ?? start;
  const mark = at?.mark;
  if (!at || !mark) {
    const printed = { value: '', start, end: start };
    return { start, end, number: null, printed, trust: 'guessed', marking: null, textStart: start, segments };
  }
  const printed = {
    value: source.text.slice(start, start + mark.end).trimEnd(),
    start,
    end: start + mark.end,
  };
  const artefact = artefactOf(source, start, mark, at.ordinal);
  if (artefact) artefacts.push(artefact);
  const repaired = artefact !== null;
  const textStart = start + mark.markingEnd;
  return {
    start,
    end,
    number: at.ordinal?.number ?? at.guessed,
    printed: { ...printed, end: start + printed.value.length },
    trust: at.ordinal ? (repaired ? 'repaired' : 'printed') : 'guessed',
    marking:
      mark.marking === null
        ? null
        : { value: mark.marking, start: start + mark.markingStart, end: start + mark.markingEnd },
    textStart: skipBlanks(source.text, textStart, end),
    segments,
  };
}

/** What a copy put before a paragraph's number; a plain pilcrow is how the text was published. */
function artefactOf(
  source: Source,
  start: number,
  mark: ParagraphMark,
  ordinal: Ordinal | null,
): Artefact | null {
  const printed = source.text.slice(start, start + mark.end);
  if (mark.dashed) return { kind: 'dash', start, end: start + 1 };
  if (mark.marked) {
    const digitsAt = mark.digits === '' ? printed.trimEnd().length : printed.lastIndexOf(mark.digits);
    return { kind: 'mark', start, end: start + digitsAt };
  }
  if (!ordinal?.leadingOne) return null;
  const one = start + printed.indexOf(mark.digits);
  return { kind: 'mark', start: one, end: one + 1 };
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/.test(text[at] ?? '')) at++;
  return at;
}
