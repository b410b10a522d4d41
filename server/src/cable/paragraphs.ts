import { isWhite } from '../text/characters';
import type { Span } from '../text/span';
import type { BodyLine } from './bodyLines';
import { endsSentence } from './headings';
import type { Artefact, Paragraph } from './model';
import type { Ordinal } from './ordinals';
import type { ParagraphMark } from './paragraphMark';
import type { TrimmedLines } from './trimmedLines';

interface OpenParagraph {
  readonly at: BodyLine | null;
  readonly start: number;
  readonly segments: { start: number; end: number }[];
  lastLine: number;
}

/** Gives each line of text to the paragraph that it belongs to. */
export function assemble(
  source: TrimmedLines,
  lines: readonly BodyLine[],
  artefacts: Artefact[],
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: OpenParagraph | null = null;
  const close = () => {
    if (open) paragraphs.push(toParagraph(source, open, artefacts));
    open = null;
  };
  for (const at of lines) {
    const { span } = at;
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

function addText(open: OpenParagraph | null, line: number, span: Span): OpenParagraph {
  if (!open) return { at: null, start: span.start, segments: [{ ...span }], lastLine: line };
  const segment = open.segments[open.segments.length - 1];
  if (segment && open.lastLine === line - 1) segment.end = span.end;
  else open.segments.push({ ...span });
  open.lastLine = line;
  return open;
}

function toParagraph(
  source: TrimmedLines,
  { at, start, segments }: OpenParagraph,
  artefacts: Artefact[],
): Paragraph {
  const end = segments[segments.length - 1]?.end ?? start;
  const mark = at?.mark;
  if (!at || !mark) {
    const printed = { value: '', start, end: start };
    return {
      start,
      end,
      number: null,
      printed,
      trust: 'guessed',
      marking: null,
      isMarkedForEntireText: false,
      textStart: start,
      segments,
    };
  }
  const printed = {
    value: source.text.slice(start, start + mark.end).trimEnd(),
    start,
    end: start + mark.end,
  };
  const artefact = artefactOf(source, start, mark, at.ordinal);
  if (artefact) artefacts.push(artefact);
  const repaired = artefact !== null;
  const textStart = start + mark.textStart;
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
    isMarkedForEntireText: mark.isForEntireText,
    textStart: skipBlanks(source.text, textStart, end),
    segments,
  };
}

/** What a copy put before a paragraph's number; a plain pilcrow is how the text was published. */
function artefactOf(
  source: TrimmedLines,
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
  while (at < to && isWhite(text.charCodeAt(at))) at++;
  return at;
}
