import type { Span } from '../text/span';
import { authorityInParagraph, parseAuthority } from './authority';
import { parseBody } from './body';
import { citingTelegram } from './citation';
import { findClassLine } from './classLine';
import { parseExecutiveOrder } from './executiveOrder';
import { keywordAtStart } from './lines';
import { findMentions } from './mentions';
import type { Cable } from './model';
import { paragraphMark } from './paragraphMark';
import { findPassages } from './passages';
import { splitPreamble } from './preamble';
import { identify, printedAbove, yearOf } from './provenance';
import { parseReferences } from './references';
import { findSignature } from './signature';
import { Source } from './source';
import { parseSubject } from './subject';
import { parseTags } from './tagsLine';
import { parseTransmission } from './transmission';

/**
 * Reads a cable from its text. Total and linear: never throws; what cannot be read is null or empty, and what was read says
 * where it stands and how it was printed.
 */
export function parseCable(text: string): Cable {
  const source = new Source(text);
  const top = endOfHeader(source);
  const found = findClassLine(source, 0, top.classLineLimit);
  const headerEnd = found ? found.line : top.firstField;
  const transmission = parseTransmission(source, 0, headerEnd);
  const lastHeaderLine = transmission.order.at(-1);
  const preambleLine = found?.line ?? (lastHeaderLine ? source.lines.lineAt(lastHeaderLine.end) + 1 : 0);
  const preamble = splitPreamble(source, preambleLine, found?.classLine.end ?? 0);
  const field = (keyword: string) => preamble.fields.find(at => at.keyword === keyword);

  const orderField = field('executive-order');
  const executiveOrder = orderField ? parseExecutiveOrder(text, orderField) : null;
  const printed = printedAbove(source, headerEnd);
  const authorityField = field('authority') ?? authorityInParagraph(source, preamble.bodyLine);
  const authority = authorityField && parseAuthority(text, authorityField);
  const year = yearOf(transmission, printed, executiveOrder, authority);
  const mrn = identify(found?.classLine ?? null, transmission, printed, year.value);
  const citing = citingTelegram(mrn, year.value);

  const tagsField = field('tags');
  const tags = tagsField ? parseTags(text, tagsField) : null;
  const subjectField = field('subject');
  const references = parseReferences(
    text,
    preamble.fields.filter(({ keyword }) => keyword === 'references'),
    citing,
  );

  const signature = findSignature(source, preamble.bodyLine - 1);
  const bodyEnd = signature ? signature.line + (signature.glued ? 1 : 0) : source.count;
  const body = parseBody(source, {
    from: preamble.bodyLine,
    to: bodyEnd,
    end: signature?.glued ? signature.start : text.length,
    startsInLaterSection: (found?.classLine.section?.n ?? 1) > 1,
  });
  const bodySpan = spanOfLines(source, preamble.bodyLine, bodyEnd);

  return {
    text,
    lines: source.lines,
    dialect: 'cablegate',
    partial: printed.partial,
    mrn,
    yearInferred: year.inferred,
    transmission,
    classLine: found?.classLine ?? null,
    captions: [...(found?.captions ?? []), ...preamble.captions, ...body.captions],
    passing: preamble.passing,
    executiveOrder,
    tags: tags?.tags ?? null,
    subject: subjectField ? parseSubject(text, subjectField) : null,
    references: references?.references ?? null,
    authority,
    pageLines: [...preamble.pageLines, ...body.pageLines],
    body: bodySpan,
    paragraphs: body.paragraphs,
    headings: body.headings,
    passages: findPassages(text, body.paragraphs, body.headings),
    mentions: findMentions(text, bodySpan, references?.references.items ?? [], citing),
    signature: signature && { value: signature.value, start: signature.start, end: signature.end },
    artefacts: [...(tags?.links ?? []), ...(references?.artefacts ?? []), ...body.artefacts].sort(
      (a, b) => a.start - b.start,
    ),
  };
}

/** The class line stands before the first paragraph; the header, where there is none, before the first field of the preamble. */
function endOfHeader(source: Source): { classLineLimit: number; firstField: number } {
  let firstField = -1;
  for (let line = source.nextFilled(0); line < source.count; line = source.nextFilled(line + 1)) {
    const content = source.content(line);
    if (paragraphMark(content)?.digits)
      return { classLineLimit: line, firstField: firstField < 0 ? line : firstField };
    const found = keywordAtStart(content);
    if (found && found.keyword !== 'references' && firstField < 0) firstField = line;
  }
  return { classLineLimit: source.count, firstField: firstField < 0 ? source.count : firstField };
}

/** The span from the first to the last line with text, of the lines `from` to `to` (exclusive). */
function spanOfLines(source: Source, from: number, to: number): Span {
  const first = source.nextFilled(from);
  const last = source.previousFilled(to - 1);
  if (last < first) {
    const at = Math.min(source.lines.start(from), source.text.length);
    return { start: at, end: at };
  }
  return { start: source.span(first).start, end: source.span(last).end };
}
