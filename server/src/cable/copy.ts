import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import type { LineTable } from '../text/lineTable';
import type { Field } from '../text/span';
import { postOfPlad } from './addressing';
import { findAttributes, titleNumber } from './attributes';
import { dialectOf } from './dialect';
import { findFurniture, findStrayPages } from './furniture';
import { formatMrn } from './identity';
import { blankOut, mergeSpans, replaceSpans } from './mask';
import type { Attribute, Classification, ClassLine, Dialect, PageLine } from './model';
import { asDigits, findRepairs } from './ocr';
import { inCapitals, withPlainBlanks } from './plainText';
import { bannerClassification, findProvenRepairs } from './provenRepairs';
import { findPageFeet } from './smartPages';
import { findStamps } from './stamps';
import { type TelegramNumber, telegramNumber } from './telegramNumber';
import { TrimmedLines } from './trimmedLines';

/** A copy of a telegram, made readable like any other: what its pages and its readers added is blank, what a scanner misread is repaired. */
export interface Copy {
  readonly dialect: Dialect;
  /** The text to read: as long as the printed one, line by line. */
  readonly source: TrimmedLines;
  /** The 0-based lines that are blank only because what stood there is no part of the telegram. */
  readonly isCut: (line: number) => boolean;
  /** The same with what belongs to the page still in it: there stand the distribution and those who cleared the telegram. */
  readonly pages: TrimmedLines;
  /** The classification that the banners of most pages give. */
  readonly banner: Classification | null;
  readonly pageHeads: readonly PageLine[];
  /** The text of a copy in lower case, which `source` has in capitals, as it is printed; null for all others. */
  readonly smallText: string | null;
  /** What the archive's attributes say; empty where there are none. */
  readonly attributes: readonly Attribute[];
  /** The characters that were read otherwise than they are printed. */
  readonly repairs: readonly Field<string>[];
  /** The canonical id that an archive printed beside the telegram. */
  readonly documentNumber: string | null;
}

/** What the header says of the telegram's identity. */
export interface Origin {
  readonly classLine: ClassLine | null;
  readonly from: Field<string> | null;
  readonly year: number | null;
}

/**
 * The canonical id of a telegram whose class line does not tell it, from the page heads: the originator's station, where
 * the heads begin with it, and their serial (cable-format 6). `mrn` is what the class line says; it stands unless its
 * station is the originator's with a letter or two misread.
 */
export function identityOf(
  { dialect, pageHeads, documentNumber }: Copy,
  mrn: string | null,
  { classLine, from, year }: Origin,
): string | null {
  // What several places of released paper agree on stands against a line that one scan may have damaged.
  if (dialect === 'foia' && documentNumber !== null) return documentNumber;
  if (year === null || (mrn !== null && dialect !== 'foia')) return mrn;
  const sender = from ? postOfPlad(from.value) : '';
  if (!isKnownPost(sender)) return mrn;
  if (mrn !== null) {
    const station = classLine?.post ? postKey(classLine.post.value) : sender;
    if (!classLine?.serial || isKnownPost(station) || !isMisread(station, sender)) return mrn;
    return formatMrn(year, sender, classLine.serial.value);
  }
  const [head] = pageHeads;
  const cut = head?.post.value.replace(/[^A-Z]+/g, '') ?? '';
  if (!head || cut === '' || !sender.startsWith(cut)) return null;
  const serials = new Set(pageHeads.map(({ serial }) => Number(asDigits(serial.value))));
  return serials.size === 1 ? formatMrn(year, sender, asDigits(head.serial.value)) : null;
}

/** Whether one name may be the other with up to two letters misread. */
function isMisread(printed: string, name: string): boolean {
  if (printed.length !== name.length) return false;
  return [...printed].filter((letter, i) => letter !== name[i]).length <= 2;
}

/** Tells what kind of copy a text is and makes it readable (cable-format 6 to 8). `lines` are those of the text. Linear; never throws. */
export function readCopy(printedText: string, lines: LineTable): Copy {
  const plain = withPlainBlanks(printedText);
  const text = inCapitals(plain);
  const copy = readableCopy(text, new TrimmedLines(text, lines));
  return text === plain ? copy : { ...copy, smallText: plain };
}

function readableCopy(text: string, printed: TrimmedLines): Copy {
  const dialect = dialectOf(printed);
  if (dialect === 'cablegate') return webCopy(printed);
  const attributes = dialect === 'sas' ? findAttributes(printed) : null;
  const stamps = mergeSpans([...findStamps(text), ...(attributes ? [attributes.span] : [])]);
  const stamped = new TrimmedLines(blankOut(text, stamps), printed.lines);
  const repairs = dialect === 'foia' ? findRepairs(stamped) : [];
  const repaired = new TrimmedLines(replaceSpans(stamped.text, repairs), printed.lines);
  const number = dialect === 'foia' ? telegramNumber(repaired) : null;
  const banner = dialect === 'smart' ? null : bannerClassification(repaired, dialect === 'foia');
  if (number) repairs.push(...findProvenRepairs(repaired, number, banner));
  const readable = number ? new TrimmedLines(replaceSpans(repaired.text, repairs), printed.lines) : repaired;
  const isStamped = (line: number) => readable.isBlank(line) && !printed.isBlank(line);
  const furniture =
    dialect === 'smart'
      ? { spans: findPageFeet(readable), pageHeads: [] }
      : findFurniture(readable, isStamped, dialect === 'foia', number);
  const source = new TrimmedLines(blankOut(readable.text, furniture.spans), printed.lines);
  const isDoubleSpaced = dialect !== 'smart' && hasDoubleSpacing(printed);
  return {
    dialect,
    source,
    isCut: line => source.isBlank(line) && (isDoubleSpaced || !printed.isBlank(line)),
    pages: readable,
    smallText: null,
    banner,
    attributes: attributes?.list ?? [],
    pageHeads: [...furniture.pageHeads].sort((a, b) => a.start - b.start),
    repairs: repairs
      .filter(({ start, end, value }) => source.text.slice(start, end) === value)
      .sort((a, b) => a.start - b.start),
    documentNumber: numberOf(number) ?? attributes?.mrn ?? (dialect === 'sas' ? titleNumber(printed) : null),
  };
}

/** A text of fewer lines than this says nothing of its spacing. */
const LEAST_LINES = 12;
const MOST_LINES = 60;

/** Whether a blank line follows each line, as where pages were copied out of a PDF: it then ends nothing. */
function hasDoubleSpacing(source: TrimmedLines): boolean {
  let filled = 0;
  for (let line = source.nextFilled(0); line < source.count && filled < MOST_LINES; filled++) {
    const next = source.nextFilled(line + 1);
    if (next === line + 1 && next < source.count) return false;
    line = next;
  }
  return filled >= LEAST_LINES;
}

/** The canonical id of a number of which every part is known. */
function numberOf(number: TelegramNumber | null): string | null {
  if (!number || number.year === null || number.station === null || number.serial === null) return null;
  return formatMrn(number.year, number.station, number.serial);
}

/** A web copy is read as it is printed, but for the page heads that a few have kept. */
function webCopy(printed: TrimmedLines): Copy {
  const stray = findStrayPages(printed);
  const source = stray ? new TrimmedLines(blankOut(printed.text, stray.spans), printed.lines) : printed;
  return {
    dialect: 'cablegate',
    source,
    isCut: line => source !== printed && source.isBlank(line) && !printed.isBlank(line),
    pages: printed,
    smallText: null,
    banner: null,
    attributes: [],
    pageHeads: stray?.pageHeads ?? [],
    repairs: [],
    documentNumber: stray ? titleNumber(printed) : null,
  };
}
