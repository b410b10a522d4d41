import { formatMrn } from '../../cable/identity';
import { postKey } from '../../reference/posts';
import { isKnownPost } from '../../reference/stations';
import type { Field } from '../../text/span';

/** A canonical id and where a file name has it, as offsets in the name. */
export type NamedId = Field<string>;

const ID = /(?<![0-9A-Z])(\d{4}|\d{2})[ _-]?([A-Z][A-Z .'_-]{2,30}?)[ _-]?(\d{1,6})(?!\d)/gi;
/** No file system has longer names. */
const LONGEST = 260;

/** The well-formed ids of known stations in a file name: `07MUSCAT73.txt`, `1975 Moscow 14984_b.html`. */
export function namedIds(fileName: string): readonly NamedId[] {
  return [...fileName.slice(0, LONGEST).matchAll(ID)].flatMap(match => {
    const [whole, year = '', post = '', serial = ''] = match;
    const value = isKnownPost(postKey(post)) ? formatMrn(year, post, serial) : null;
    return value ? [{ value, start: match.index, end: match.index + whole.length }] : [];
  });
}
