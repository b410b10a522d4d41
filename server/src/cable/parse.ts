import { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { parseBody } from './body';
import { readHandling } from './distribution';
import { authorityOf, executiveOrderWithArchived, readEnvelope } from './envelope';
import { findLineBreakMarks } from './lineBreakMarks';
import { findMentions } from './mentions';
import type { Cable, Paragraph } from './model';
import { findPassages } from './passages';
import { readRelease } from './stamps';

/**
 * Reads a cable from its text, whichever kind of copy it is. Total and linear: never throws; what cannot be read is null or
 * empty, and what was read says where it stands and how it was printed. `path`, or the uri, of the file tells the year of a
 * copy that has lost all dates, where the file is named by the id that the text otherwise has. `lines`
 * are those of `text`.
 */
export function parseCable(text: string, path = '', lines = new LineTable(text)): Cable {
  const envelope = readEnvelope(text, lines, path);
  const { copy, opening, tags, subject, references, signature } = envelope;
  const { source } = copy;
  const body = parseBody(source, {
    from: opening.bodyLine,
    start: opening.bodyStart,
    to: envelope.bodyEnd,
    end: envelope.end,
    startsInLaterSection: (opening.classLine?.section?.n ?? 1) > 1,
  });

  /** The words of a copy in lower case, which is read in capitals, as they are printed. */
  const words = ({ start, end }: Span) => copy.smallText?.slice(start, end);

  return {
    text,
    telegram: { n: 1, of: 1, start: 0, end: text.length },
    lines: source.lines,
    dialect: copy.dialect,
    partial: envelope.printed().partial,
    mrn: envelope.mrn,
    yearGuess: envelope.mrn === null ? null : envelope.year.guess,
    transmission: envelope.transmission,
    classLine: opening.classLine,
    captions: [...opening.captions, ...body.captions],
    passing: opening.passing,
    executiveOrder: executiveOrderWithArchived(text, envelope),
    tags: tags?.tags ?? null,
    subject,
    references: references?.references ?? null,
    authority: authorityOf(source, opening),
    pageLines: [...copy.pageHeads, ...opening.pageLines, ...body.pageLines].sort((a, b) => a.start - b.start),
    body: envelope.body,
    paragraphs: asPrinted(text, body.paragraphs, copy.repairs),
    headings: body.headings.map(heading => ({ ...heading, value: words(heading.title) ?? heading.value })),
    passages: findPassages(source.text, body.paragraphs, body.headings),
    mentions: findMentions(source.text, envelope.body, references?.references.items ?? [], envelope.citing),
    signature: signature && {
      value: words(signature) ?? signature.value,
      start: signature.start,
      end: signature.end,
    },
    artefacts: [
      ...(tags?.links ?? []),
      ...(references?.artefacts ?? []),
      ...body.artefacts,
      ...findLineBreakMarks(source),
    ].sort((a, b) => a.start - b.start),
    banner: copy.banner,
    ...readHandling(copy.pages),
    attributes: copy.attributes,
    release: copy.dialect === 'foia' ? readRelease(text) : null,
    repairs: copy.repairs,
  };
}

/** The paragraphs with their numbers as the text prints them, where a scanner misread some. */
function asPrinted(
  text: string,
  paragraphs: readonly Paragraph[],
  repairs: Cable['repairs'],
): readonly Paragraph[] {
  if (repairs.length === 0) return paragraphs;
  const misread = new Set(repairs.map(({ start }) => start));
  return paragraphs.map(paragraph => {
    const { printed } = paragraph;
    const offsets = Array.from({ length: printed.end - printed.start }, (_, i) => printed.start + i);
    if (!offsets.some(offset => misread.has(offset))) return paragraph;
    return {
      ...paragraph,
      trust: 'repaired',
      printed: { ...printed, value: text.slice(printed.start, printed.end) },
    };
  });
}
