import type { Cable } from '../../cable/model';
import { oneLetterAway } from '../../reference/nearIndex';
import { otherName, postKey } from '../../reference/posts';
import { postOfAddress, stationsAt } from '../../reference/routing';
import { isKnownPost } from '../../reference/stations';
import type { Span } from '../../text/span';

/** The key of the station on the FM line; null if it is missing or not known. */
export function originatingPost(cable: Cable): string | null {
  return cable.transmission.from && postOfAddress(cable.transmission.from.value);
}

/** The key of the station on the classification line; null if it is missing or not known. */
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
  return header !== null && text !== null && !samePost(header, text) && !misspeltPost(cable);
}

/** The line that agrees with the FM line. */
interface Witness extends Span {
  readonly kind: 'DE line' | 'page line';
}

/**
 * The key of the station that the classification line means where it is a letter off what the FM line and one more line
 * name, and that line; null where it is not misspelt, or no second line says so.
 */
export function misspeltPost(cable: Cable): { readonly post: string; readonly witness: Witness } | null {
  const printed = cable.classLine?.post;
  const post = originatingPost(cable);
  if (!printed || !post) return null;
  const key = postKey(printed.value);
  if (samePost(key, post) || !oneLetterAway(key, post)) return null;
  const { de } = cable.transmission;
  if (de?.ri && stationsAt(de.ri.value).some(row => row.post !== '' && samePost(row.post, post)))
    return { post, witness: { start: de.start, end: de.end, kind: 'DE line' } };
  const page = cable.pageLines.find(({ post: named }) => isCutFrom(named.value, post));
  return page ? { post, witness: { start: page.start, end: page.end, kind: 'page line' } } : null;
}

/** Whether a page line's post, cut to ten letters, is the station's. */
function isCutFrom(printed: string, post: string): boolean {
  const key = postKey(printed);
  return key === post || (key.length > 5 && post.startsWith(key));
}

/** Where a telegram says which one it is: post and number on the classification line, otherwise the line that comes nearest. */
export function placeOfId({ classLine, transmission, pageLines, lines }: Cable): Span {
  const { post, serial } = classLine ?? {};
  if (post && serial) return { start: post.start, end: serial.end };
  const line = classLine ?? transmission.de ?? pageLines[0] ?? transmission.dtg;
  return line ?? { start: lines.start(0), end: lines.end(0) };
}

/** The last four digits of a serial, which is what a DE line has of it. */
export function lastFour(serial: string): string {
  return serial.slice(-4).padStart(4, '0');
}
