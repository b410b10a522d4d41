import type { Span } from '../text/span';
import { authorityInParagraph, parseAuthority } from './authority';
import { parseBody } from './body';
import { citingTelegram } from './citation';
import { identityOf, readCopy } from './copy';
import { parseExecutiveOrder } from './executiveOrder';
import { findLineBreakMarks } from './lineBreakMarks';
import { findMentions } from './mentions';
import type { Cable, Paragraph } from './model';
import { readOpening } from './opening';
import { findPassages } from './passages';
import { identify, yearOf } from './provenance';
import { parseReferences } from './references';
import { findSignature } from './signature';
import { readSmart } from './smart';
import { cutAt, type Source } from './source';
import { parseSubject } from './subject';
import { parseTags } from './tagsLine';

/**
 * Reads a cable from its text, whichever kind of copy it is. Total and linear: never throws; what cannot be read is null or
 * empty, and what was read says where it stands and how it was printed. `path`, or the uri, of the file tells the year of a
 * copy that has lost all dates, where the file is named by the id that the text otherwise has.
 */
export function parseCable(text: string, path = ''): Cable {
  const copy = readCopy(text);
  const { source } = copy;
  const opening = copy.dialect === 'smart' ? readSmart(source) : readOpening(source, copy.isCut);
  const { transmission, classLine, bodyLine } = opening;
  const field = (keyword: string) => opening.fields.find(at => at.keyword === keyword);

  const orderField = field('executive-order');
  const executiveOrder = orderField ? parseExecutiveOrder(source.text, orderField) : null;
  const printed = { ...opening.printed, mrn: opening.printed.mrn ?? copy.documentNumber };
  const authorityField = field('authority') ?? authorityInParagraph(source, bodyLine);
  const authority = authorityField && parseAuthority(source.text, authorityField);
  const year = yearOf({
    source,
    transmission,
    classLine,
    printed,
    order: executiveOrder,
    authority,
    path,
  });
  const mrn =
    opening.mrn ??
    identityOf(copy, identify(source, classLine, transmission, printed, year.value), {
      classLine,
      from: transmission.from,
      year: year.value,
    });
  const citing = citingTelegram(mrn, year.value);

  const tagsField = field('tags');
  const tags = tagsField ? parseTags(source.text, tagsField) : null;
  const subjectField = field('subject');
  const references = parseReferences(
    source.text,
    opening.fields.filter(({ keyword }) => keyword === 'references'),
    citing,
  );

  const signature = opening.closing?.signature ?? findSignature(source, bodyLine - 1, opening.closing?.line);
  const bodyEnd = signature
    ? signature.line + (signature.glued ? 1 : 0)
    : (opening.closing?.line ?? source.count);
  const end = signature?.glued ? signature.start : text.length;
  const body = parseBody(source, {
    from: bodyLine,
    to: bodyEnd,
    end,
    startsInLaterSection: (classLine?.section?.n ?? 1) > 1,
  });
  const bodySpan = spanOfLines(source, bodyLine, bodyEnd, end);

  return {
    text,
    lines: source.lines,
    dialect: copy.dialect,
    partial: printed.partial,
    mrn,
    yearInferred: year.inferred,
    transmission,
    classLine,
    captions: [...opening.captions, ...body.captions],
    passing: opening.passing,
    executiveOrder,
    tags: tags?.tags ?? null,
    subject: subjectField ? parseSubject(source.text, subjectField) : null,
    references: references?.references ?? null,
    authority,
    pageLines: [...copy.pageHeads, ...opening.pageLines, ...body.pageLines].sort((a, b) => a.start - b.start),
    body: bodySpan,
    paragraphs: asPrinted(text, body.paragraphs, copy.repairs),
    headings: body.headings,
    passages: findPassages(source.text, body.paragraphs, body.headings),
    mentions: findMentions(source.text, bodySpan, references?.references.items ?? [], citing),
    signature: signature && { value: signature.value, start: signature.start, end: signature.end },
    artefacts: [
      ...(tags?.links ?? []),
      ...(references?.artefacts ?? []),
      ...body.artefacts,
      ...findLineBreakMarks(source),
    ].sort((a, b) => a.start - b.start),
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

/** The span from the first to the last line with text, of the lines `from` to `to` (exclusive), up to the offset `limit`. */
function spanOfLines(source: Source, from: number, to: number, limit: number): Span {
  const first = source.nextFilled(from);
  const last = source.previousFilled(to - 1);
  if (last < first) {
    const at = Math.min(source.lines.start(from), source.text.length);
    return { start: at, end: at };
  }
  const { start } = source.span(first);
  return { start, end: Math.max(start, cutAt(source.text, source.span(last), limit).end) };
}
