import type { Cable, HeaderPart } from '../../cable/model';
import { otherName, postKey } from '../../reference/posts';
import { postOfAddress } from '../../reference/routing';
import { isKnownPost } from '../../reference/stations';
import { type Span, textOf } from '../../text/span';

/** What messages call the parts of the transmission header. */
export const PART_NAMES: Readonly<Record<HeaderPart, string>> = {
  TI: 'transmission identification',
  ROUTING: 'routing line',
  DE: 'DE line',
  SECURITY: 'security warning',
  DTG: 'date-time group',
  FM: 'FM line',
  TO: 'TO line',
  INFO: 'INFO line',
  XMT: 'XMT line',
};

/** The parts in the order of the format lines, FL1 to FL9. */
export const PART_ORDER: readonly HeaderPart[] = [
  'TI',
  'ROUTING',
  'DE',
  'SECURITY',
  'DTG',
  'FM',
  'TO',
  'INFO',
  'XMT',
];

/** The key of the station on the FM line; null where it is missing or not known. */
export function originatingPost(cable: Cable): string | null {
  return cable.transmission.from && postOfAddress(cable.transmission.from.value);
}

/** The key of the station on the classification line; null where it is missing or not known. */
export function textPost(cable: Cable): string | null {
  if (!cable.classLine?.post) return null;
  const key = postKey(cable.classLine.post.value);
  return isKnownPost(key) ? key : null;
}

/** Whether two keys may stand for one station: equal, renamed, or one the other with the kind of mission before it. */
export function samePost(a: string, b: string): boolean {
  return a === b || otherName(a) === b || a.endsWith(b) || b.endsWith(a);
}

/** Whether FM line and classification line name two stations, so that header and text may be two telegrams. */
export function isMixedRecord(cable: Cable): boolean {
  const header = originatingPost(cable);
  const text = textPost(cable);
  return header !== null && text !== null && !samePost(header, text);
}

/** Where a telegram says which one it is: post and number on the classification line, else the line that comes nearest. */
export function placeOfId({ classLine, transmission, pageLines, lines }: Cable): Span {
  const { post, serial } = classLine ?? {};
  if (post && serial) return { start: post.start, end: serial.end };
  const line = classLine ?? transmission.de ?? pageLines[0] ?? transmission.dtg;
  return line ?? { start: lines.start(0), end: lines.end(0) };
}

/** The first line of a part of the header, of which `TO` and `INFO` may have many. */
export function firstLine({ lines }: Cable, { start, end }: Span): Span {
  return { start, end: Math.min(end, lines.end(lines.lineAt(start))) };
}

/** The word with which a span begins. */
export function firstWord(text: string, span: Span): Span {
  const [word = ''] = textOf(text, { start: span.start, end: Math.min(span.end, span.start + 80) }).split(
    /\s/,
    1,
  );
  return { start: span.start, end: span.start + word.length };
}

/** The last four digits of a serial, which is what a DE line has of it. */
export function lastFour(serial: string): string {
  return serial.slice(-4).padStart(4, '0');
}
