import { postKey } from '../reference/posts';
import { isKnownPost } from '../reference/stations';
import { formatMrn } from './identity';

/** Year, station and serial with at most one sign between them, and neither letter nor digit beside. */
const ID =
  /(?<![A-Z0-9])(\d{4}|\d{2})[ _.-]?([A-Z]{3,20}(?:[ _-][A-Z]{2,20}){0,2})[ _.-]?(\d{1,7})(?![A-Z0-9])/;

/** A name longer than this is cut before it is looked at. */
const NAME_LENGTH = 255;

/**
 * The canonical id that a file is named by, `07MUSCAT73` for `…/07MUSCAT73.txt` and `2007-muscat-00073 (1).cable`; null where its
 * name holds no id of a known station. `path` may be a path of any system, or a uri.
 */
export function idInFileName(path: string): string | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const [, year = '', post = '', serial = ''] =
    ID.exec(name.slice(0, NAME_LENGTH).replaceAll('%20', ' ').toUpperCase()) ?? [];
  return isKnownPost(postKey(post)) ? formatMrn(year, post, serial) : null;
}
