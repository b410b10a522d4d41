import { documentNumber } from '../cable/attributes';
import { formatMrn } from '../cable/identity';
import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';

const ID = /^(\d{4}|\d{2})\s?([A-Z][A-Z .'-]{1,40}?)\s?(\d{1,7})(?:_[A-Z])?$/i;

/**
 * The canonical id that a container gives by `07MUSCAT73`, `2007 MUSCAT 00073` or `1975LISBON04321_b`; null for any other text and
 * for a station that nobody knows, whose name is garbled; archives cut stations to six letters.
 */
export function containerId(text: string): string | null {
  const plain = text.trim().slice(0, 80);
  const [, year = '', post = '', serial = ''] = ID.exec(plain) ?? [];
  return isKnownPost(postKey(post)) ? formatMrn(year, post, serial) : documentNumber(plain);
}
