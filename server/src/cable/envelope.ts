import type { LineTable } from '../text/lineTable';
import type { Span } from '../text/span';
import { archivedField, withArchivedStations } from './archivedFields';
import { authorityInParagraph, parseAuthority } from './authority';
import { type CitingTelegram, citingTelegram } from './citation';
import { type Copy, identityOf, readCopy } from './copy';
import { guessedYearOf, identify, type PrintedAbove, statedYear, type TelegramYear } from './dating';
import { parseExecutiveOrder } from './executiveOrder';
import type { PreambleKeyword } from './lines';
import type { ClassificationAuthority, ExecutiveOrder, Subject, Transmission } from './model';
import { type Opening, readOpening } from './opening';
import type { PreambleField } from './preamble';
import { parseReferences, type ReadReferences } from './references';
import { findScannedSignature } from './scannedSignature';
import { type FoundSignature, findSignature } from './signature';
import { readSmart } from './smart';
import { parseSubject } from './subject';
import { parseTags, type ReadTags } from './tagsLine';
import { cutAt, type TrimmedLines } from './trimmedLines';

/** What stands around the running text of a cable: all that is told without reading its paragraphs. */
export interface Envelope {
  readonly copy: Copy;
  readonly opening: Opening;
  /** The header, with what the archive's attributes supply. */
  readonly transmission: Transmission;
  readonly tags: ReadTags | null;
  readonly subject: Subject | null;
  readonly printed: () => PrintedAbove;
  readonly year: TelegramYear;
  readonly mrn: string | null;
  readonly citing: CitingTelegram;
  readonly references: ReadReferences | null;
  readonly signature: FoundSignature | null;
  /** The 0-based line behind the last of the running text, which begins on `opening.bodyLine`. */
  readonly bodyEnd: number;
  /** The offset at which the running text ends at the latest: a signature may be glued to its last line. */
  readonly end: number;
  /** The running text; empty where there is none. */
  readonly body: Span;
}

/**
 * Reads what stands around the running text. `lines` are those of the text; `path` is that of the file, or its uri. With `upToInfo`, info addressees may be
 * left out. Total and linear.
 */
export function readEnvelope(text: string, lines: LineTable, path: string, upToInfo = false): Envelope {
  const copy = readCopy(text, lines);
  const { source } = copy;
  const opening = copy.dialect === 'smart' ? readSmart(source) : readOpening(source, copy.isCut, upToInfo);
  const { transmission, classLine, bodyLine } = opening;
  const printed = () => {
    const { partial, datelineYear, mrn } = opening.printed();
    return { partial, datelineYear, mrn: mrn ?? copy.documentNumber };
  };
  const lists = listsOf(opening);
  const year = statedYear(transmission, printed) ?? yearGuessed(source, opening, lists, path);
  const mrn =
    opening.mrn ??
    identityOf(copy, identify(source, classLine, transmission, printed, year.value), {
      classLine,
      from: transmission.from,
      year: year.value,
    });
  const citing = citingTelegram(mrn, year.value);
  const find = copy.dialect === 'foia' ? findScannedSignature : findSignature;
  const signature = opening.closing?.signature ?? find(source, bodyLine - 1, opening.closing?.line);
  const bodyEnd = signature
    ? signature.line + (signature.glued ? 1 : 0)
    : (opening.closing?.line ?? source.count);
  const end = signature?.glued ? signature.start : text.length;
  const tags = fieldOf(opening, 'tags');
  const archivedTags = tags ? null : archivedField(text, copy.attributes, 'tags');
  const subject = fieldOf(opening, 'subject');
  const ownSubject = subject && parseSubject(copy.smallText ?? source.text, subject);
  const archivedSubject = ownSubject ? null : archivedField(text, copy.attributes, 'subject');
  return {
    copy,
    opening,
    transmission: withArchivedStations(transmission, copy.attributes),
    tags: tags ? parseTags(source.text, tags) : archivedTags && parseTags(text, archivedTags),
    subject: ownSubject ?? (archivedSubject && parseSubject(text, archivedSubject)),
    printed,
    year,
    mrn,
    citing,
    references: parseReferences(source.text, lists, citing),
    signature,
    bodyEnd,
    end,
    body: spanAbove(signature, spanOfLines(source, opening, bodyEnd, end)),
  };
}

/** The fields of references between class line and running text. */
function listsOf(opening: Opening): PreambleField[] {
  const lists: PreambleField[] = [];
  for (const field of opening.fields) if (field.keyword === 'references') lists.push(field);
  return lists;
}

/** The year of a telegram whose text states none. */
function yearGuessed(
  source: TrimmedLines,
  opening: Opening,
  lists: readonly PreambleField[],
  path: string,
): TelegramYear {
  return guessedYearOf({
    source,
    classLine: opening.classLine,
    order: () => executiveOrderOf(source, opening),
    authority: () => authorityOf(source, opening),
    cited: () =>
      (parseReferences(source.text, lists, UNKNOWN)?.references.items ?? []).flatMap(({ mrn }) => mrn ?? []),
    path,
  });
}

/** Of a telegram of which nothing is known, only references that print their year are read. */
const UNKNOWN: CitingTelegram = { year: null, post: null, serial: null };

/** A body above the signature; nothing where the text has none and the signature follows the header. */
function spanAbove(signature: Span | null, body: Span): Span {
  if (!signature || body.start <= signature.start) return body;
  return { start: signature.start, end: signature.start };
}

/** The first field of a kind between class line and running text. */
export function fieldOf(opening: Opening, keyword: PreambleKeyword): PreambleField | null {
  for (const field of opening.fields) if (field.keyword === keyword) return field;
  return null;
}

/** The executive order of the text, or where it names none that of the archive's attributes in `printed`, the printed text. */
export function executiveOrderWithArchived(
  printed: string,
  { copy, opening }: Pick<Envelope, 'copy' | 'opening'>,
): ExecutiveOrder | null {
  const own = executiveOrderOf(copy.source, opening);
  const field = own ? null : archivedField(printed, copy.attributes, 'executive-order');
  const archived = field && parseExecutiveOrder(printed, field);
  return own ?? (archived?.number ? archived : null);
}

export function executiveOrderOf(source: TrimmedLines, opening: Opening): ExecutiveOrder | null {
  const field = fieldOf(opening, 'executive-order');
  return field && parseExecutiveOrder(source.text, field);
}

export function authorityOf(source: TrimmedLines, opening: Opening): ClassificationAuthority | null {
  const field = fieldOf(opening, 'authority') ?? authorityInParagraph(source, opening.bodyLine);
  return field && parseAuthority(source.text, field);
}

/** The span of the body, from its first to its last character that is no blank: its lines end before `to`, its text at `limit`. */
function spanOfLines(
  source: TrimmedLines,
  { bodyLine, bodyStart }: Opening,
  to: number,
  limit: number,
): Span {
  const first = source.nextFilled(bodyLine);
  const last = source.previousFilled(to - 1);
  if (last < first) {
    const at = Math.min(source.lines.start(bodyLine), source.text.length);
    return { start: at, end: at };
  }
  const start = Math.max(source.span(first).start, bodyStart);
  return { start, end: Math.max(start, cutAt(source.text, source.span(last), limit).end) };
}
