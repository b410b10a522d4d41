import { highestSerial } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import { codeAt, isDigit } from '../text/characters';
import type { Field, Span } from '../text/span';
import { postOfPlad } from './addressing';
import { idInFileName } from './fileName';
import { type GuessedYear, guessYear } from './guessedYear';
import { formatMrn, fullYear, parseMrn, splitMrn } from './identity';
import { isDateline, saysPartialExtract, tableRowId } from './lines';
import type {
  ClassificationAuthority,
  ClassLine,
  DeLine,
  ExecutiveOrder,
  Transmission,
  YearGuess,
} from './model';
import type { TrimmedLines } from './trimmedLines';

/** What publishers print above or into the header beside the header itself. */
export interface PrintedAbove {
  readonly partial: boolean;
  /** The year of a dateline, `Friday, 09 February 2007, 14:12`. */
  readonly datelineYear: number | null;
  /** An id alone on a line, `09NAIROBI2497`, or in a table's row above the text. */
  readonly mrn: string | null;
}

/** Reads the lines before 0-based line `to`. */
export function printedAbove(source: TrimmedLines, to: number): PrintedAbove {
  let partial = false;
  let datelineYear: number | null = null;
  let mrn: string | null = null;
  // The dateline of some copies stands one line below the class line's place.
  for (
    let line = source.nextFilled(0);
    line < Math.min(to + 2, source.count);
    line = source.nextFilled(line + 1)
  ) {
    const content = source.content(line);
    if (saysPartialExtract(content)) partial = true;
    else if (isDateline(content)) datelineYear ??= Number(/\d{4}/.exec(content)?.[0]);
    else if (isDigit(codeAt(content, 0)))
      mrn ??= parseMrn(/^\d{2}[A-Z]{4,20}\d{1,6}$/.test(content) ? content : (tableRowId(content) ?? ''));
  }
  return { partial, datelineYear, mrn };
}

export interface TelegramYear {
  readonly value: number | null;
  /** How it was guessed; null where the text prints it, or nothing tells it. */
  readonly guess: YearGuess | null;
}

/** What may tell the year of a telegram whose text states none. */
export interface YearEvidence {
  readonly source: TrimmedLines;
  readonly classLine: ClassLine | null;
  /** Asked only where the file's name tells no year. */
  readonly order: () => ExecutiveOrder | null;
  readonly authority: () => ClassificationAuthority | null;
  /** The ids of references that print their year. */
  readonly cited: () => readonly string[];
  /** Path or uri of the file. */
  readonly path: string;
}

/** The year that a telegram's text states, in the DTG, a dateline or a printed id; null where a copy has lost all of them. */
export function statedYear({ dtg }: Transmission, printed: () => PrintedAbove): TelegramYear | null {
  const value = dtg?.year ?? yearAbove(printed());
  return value === null ? null : { value, guess: null };
}

function yearAbove({ datelineYear, mrn }: PrintedAbove): number | null {
  return datelineYear ?? (mrn ? fullYear(mrn.slice(0, 2)) : null);
}

/**
 * The year where the text states none: a file named by the very station and serial of the class line tells it; else the
 * declassification date, where the text proves it.
 */
export function guessedYearOf(evidence: YearEvidence): TelegramYear {
  const named = yearOfFile(evidence.path, evidence.classLine);
  if (named !== null) return { value: named, guess: { by: 'file-name' } };
  const guessed = yearOfTerm(evidence);
  if (!guessed) return { value: null, guess: null };
  const { value, term, witness } = guessed;
  return { value, guess: { by: 'declassification', term, witness } };
}

/**
 * The year in a file's name. A file is only taken at its word where the text says the rest of the id itself: the name adds what
 * the copy lost and never speaks against it.
 */
function yearOfFile(path: string, classLine: ClassLine | null): number | null {
  if (!classLine?.post || !classLine.serial) return null;
  const fileId = idInFileName(path);
  const year = fileId?.slice(0, 2) ?? '';
  if (fileId === null || formatMrn(year, classLine.post.value, classLine.serial.value) !== fileId)
    return null;
  return fullYear(year);
}

/** The year that the declassification date proves together with the text. */
function yearOfTerm({ source, classLine, order, authority, cited }: YearEvidence): GuessedYear | null {
  const line = order();
  if (!line?.declassifyOn || mayBeCut(source, line)) return null;
  const ids = cited();
  const isLaterCited = (year: number) => {
    const own = splitMrn(formatMrn(year, classLine?.post?.value ?? '', classLine?.serial?.value ?? '') ?? '');
    return ids.some(id => isLater(splitMrn(id), year, own));
  };
  return guessYear(source.text, line, authority(), isLaterCited);
}

type Parts = ReturnType<typeof splitMrn>;

/** Whether a cable is of a later year than `year`, or of the same station and year as `own` with a higher serial. */
function isLater(cited: Parts, year: number, own: Parts): boolean {
  if (!cited || cited.year !== year) return cited !== null && cited.year > year;
  return cited.post === own?.post && cited.serial > own.serial;
}

/** A station's name that a publisher has blacked out. */
const REDACTED = /^X{3,}$/i;

/**
 * The canonical id. The class line names the text; without one, an id that the publisher printed; else the originator and
 * the station serial of the header, where that cannot be but a part of the id's serial (cable-format 10.5). Null rather
 * than an id that a cut at the end of the text may have shortened.
 */
export function identify(
  source: TrimmedLines,
  classLine: ClassLine | null,
  { from, de }: Transmission,
  printed: () => PrintedAbove,
  year: number | null,
): string | null {
  if (classLine?.post && REDACTED.test(classLine.post.value)) {
    // The originator names a post that is blacked out on the class line, where both give one serial.
    const { serial } = classLine;
    if (year === null || !from || !serial || Number(de?.ssn?.value) !== Number(serial.value) % 10_000)
      return null;
    const post = postOfPlad(from.value);
    return isKnownPost(post) ? formatMrn(year, post, serial.value) : null;
  }
  if (classLine?.post && classLine.serial) {
    if (year === null || !isWhole(source, classLine.serial, de)) return null;
    return formatMrn(year, classLine.post.value, classLine.serial.value);
  }
  const printedMrn = printed().mrn;
  if (printedMrn) return printedMrn;
  if (year === null || !from || mayBeCut(source, from)) return null;
  const post = postOfPlad(from.value);
  return de?.ssn && isKnownPost(post) && isWholeNumber(de, post) ? formatMrn(year, post, de.ssn.value) : null;
}

/** Whether a text ends where a field does, so that the rest of it may be lost. */
function mayBeCut(source: TrimmedLines, { end }: Span): boolean {
  return source.span(source.count - 1).end <= end;
}

/** Whether a class line's serial is all there: six digits, or the four that the DE line repeats (cable-format X1). */
function isWhole(source: TrimmedLines, serial: Field<string>, de: DeLine | null): boolean {
  if (!mayBeCut(source, serial)) return true;
  return de?.ssn ? Number(de.ssn.value) === Number(serial.value) % 10_000 : serial.value.length === 6;
}

/**
 * Whether the four digits of a DE line are the whole serial. Where a station is known to number above 9999 they are if it
 * cannot have come to 10000 by the day of filing, at twice the even pace of its fullest year.
 */
function isWholeNumber({ ssn, fileTime }: DeLine, post: string): boolean {
  const highest = highestSerial(post);
  if (highest < 10_000) return true;
  const day = Number(fileTime?.value.slice(0, 3) ?? 366);
  return (2 * highest * day) / 365 < 10_000 + Number(ssn?.value);
}
