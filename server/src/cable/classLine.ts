import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import { capitalsOf, withSingleBlanks } from '../text/characters';
import { readDesignation } from './designation';
import type { Caption, ClassLine, Section } from './model';
import { captures, type TrimmedLines } from './trimmedLines';

const SECTION = /\bS\s?E?\s?C\s?T\s?I\s?[O0]\s?N\s{0,4}([0-9OIl]{1,2})\s{0,4}[O0]F\s{0,4}([0-9OCIl]{1,2})\b/i;
const STATION = /(?:^|\s)([A-Z][A-Z .'-]{1,30}?)\s{0,4}(\d{3,7})(?![\w/-])/i;
const STATION_ALONE = /^([A-Z][A-Z .'-]{2,30}?)\s{1,4}(\d{5,6})$/i;
const CLASS_CAPTIONS =
  /\b(NOFORN|E\s?F\s?T\s?O|SENSITIVE|ORCON|NOCONTRACTOR|SIPDIS|EXDIS|NODIS|LIMDIS|STADIS|FOR OFFICIAL USE ONLY)\b/gi;

export interface FoundClassLine {
  readonly classLine: ClassLine;
  /** The 0-based line on which it begins. */
  readonly line: number;
  readonly captions: readonly Caption[];
}

/**
 * The classification line: the first line from `from` on, and before `to`, that holds a classification and either a station
 * with a serial or a section (cable-format 3.7). It may go on with its station on the next line. Null where there is none.
 */
export function findClassLine(source: TrimmedLines, from: number, to: number): FoundClassLine | null {
  for (let line = source.nextFilled(from); line < to; line = source.nextFilled(line + 1)) {
    if (!source.beginning(line).mayBeClassLine) continue;
    const found =
      parseClassLine(source.content(line), source.span(line).start) ?? joinedWithNext(source, line, to);
    if (found) return { line, classLine: found.classLine, captions: found.captions };
  }
  return null;
}

/** A line with the classification alone, and the station with its serial on the next. */
function joinedWithNext(source: TrimmedLines, line: number, to: number): Omit<FoundClassLine, 'line'> | null {
  const next = source.nextFilled(line + 1);
  if (next >= to || !STATION_ALONE.test(source.content(next))) return null;
  const designation = readDesignation(source.content(line));
  if (!designation || designation.state === 'damaged' || designation.length < source.content(line).length)
    return null;
  const start = source.span(line).start;
  return parseClassLine(source.text.slice(start, source.span(next).end), start);
}

/** Reads a classification line; `base` is the offset of its first character in the text. */
export function parseClassLine(content: string, base: number): Omit<FoundClassLine, 'line'> | null {
  const designation = readDesignation(content);
  if (!designation) return null;
  const rest = content.slice(designation.length);
  const restBase = base + designation.length;

  const sectionMatch = SECTION.exec(rest);
  const section = sectionMatch && readSection(sectionMatch, restBase);
  const afterSection = sectionMatch ? sectionMatch.index + sectionMatch[0].length : 0;

  const captions: Caption[] = [];
  let afterCaptions = afterSection;
  const stationAt = STATION.exec(rest.slice(afterSection));
  const beforeSerial = stationAt ? afterSection + stationAt.index + stationAt[0].length : rest.length;
  const mayHoldCaptions = rest.slice(0, beforeSerial);
  CLASS_CAPTIONS.lastIndex = 0;
  for (
    let match = CLASS_CAPTIONS.exec(mayHoldCaptions);
    match;
    match = CLASS_CAPTIONS.exec(mayHoldCaptions)
  ) {
    const value = match[0].toUpperCase().replace(/^E\s?F\s?T\s?O$/, 'EFTO');
    captions.push({
      value,
      place: 'class-line',
      start: restBase + match.index,
      end: restBase + match.index + match[0].length,
    });
    if (match.index >= afterSection) afterCaptions = match.index + match[0].length;
  }

  const station = afterCaptions === afterSection ? stationAt : STATION.exec(rest.slice(afterCaptions));
  const stationBase = restBase + afterCaptions;
  const [post = null, serial = null] = station ? captures(station, 2, stationBase) : [];
  // Between designation, section, captions and station nothing else stands on a class line.
  const strays =
    rest.slice(0, sectionMatch?.index ?? 0) +
    rest.slice(afterCaptions, afterCaptions + (station?.index ?? 0));
  if (strays.trim() !== '' && !isPassedOver(strays)) return null;
  if (!section && !(post && serial && looksLikeSerial(serial.value, designation.state))) return null;

  const end = Math.max(
    serial ? serial.end + travelNumberLength(content.slice(serial.end - base)) : 0,
    section?.end ?? 0,
    restBase,
  );
  const classLine: ClassLine = {
    start: base,
    end,
    classification: { value: designation.classification, start: base, end: restBase },
    state: designation.state,
    section,
    post: post && { value: capitalsOf(withSingleBlanks(post.value)), start: post.start, end: post.end },
    serial,
  };
  return { classLine, captions };
}

/** Whether a class line may have this between its parts: captions, and before the station the year (`75 LIBREVILLE 1895`). */
function isPassedOver(strays: string): boolean {
  return /^(?:19|20)?\d\d$|^$/.test(strays.replace(CLASS_CAPTIONS, '').replace(/[\s/.:,-]/g, ''));
}

/** The length of a second number behind the first, of the series that goes with a travelling party (cable-format 6). */
function travelNumberLength(rest: string): number {
  const match = rest === '' ? null : /^\s{1,8}([A-Z]{5})\s{1,4}\d{4,7}\b/i.exec(rest);
  return match && isKnownPost(postKey(match[1] ?? '')) ? match[0].length : 0;
}

/** Five digits and more are a serial; fewer only behind a designation that is spelled soundly (older telegrams). */
function looksLikeSerial(digits: string, state: ClassLine['state']): boolean {
  return digits.length >= 5 || state !== 'damaged';
}

/** The number of a section, in which letters may stand for digits. */
function numberRead(printed: string): number {
  const number = Number(printed);
  if (!Number.isNaN(number)) return number;
  return Number(
    printed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/^C/, '0').replace('C', '4'),
  );
}

function readSection(match: RegExpExecArray, base: number): Section | null {
  const number = (group: number) => numberRead(match[group] ?? '');
  const [n, of] = [number(1), number(2)];
  if (!(n >= 1 && of >= n)) return null;
  return { n, of, start: base + match.index, end: base + match.index + match[0].length };
}
