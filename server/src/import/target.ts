import { readEnvelope } from '../cable/envelope';
import { splitMrn } from '../cable/identity';
import { LineTable } from '../text/lineTable';

/**
 * The canonical id of a telegram: the one its container gives, otherwise the one its text has; null where neither does. The name of the
 * `source` may tell the year of a copy that has lost all dates, as that of any file does.
 */
export function idOf(text: string, given: string | null, source = ''): string | null {
  return given ?? readEnvelope(text, new LineTable(text), source, true).mrn;
}

/**
 * The path, below the folder of imports and with `/` between names, of the file for a telegram: `2007/07MUSCAT73.cable`; where it has
 * no id, the source's name and the telegram's number in it: `dump-12.cable`. `copy` counts from 1 and tells files of the same id but
 * other text apart: `2007/07MUSCAT73-2.cable`.
 */
export function targetPath(id: string | null, source: string, row: number, copy: number): string {
  const suffix = copy > 1 ? `-${copy}` : '';
  const parts = id === null ? null : splitMrn(id);
  if (parts) return `${parts.year}/${id}${suffix}.cable`;
  return `${plainName(source)}-${row}${suffix}.cable`;
}

/** Characters that some system does not allow in a name. */
const FORBIDDEN = /[\x00-\x1f<>:"/\\|?*]/g;

/** The name of a file without its extension, as any system allows it. */
function plainName(source: string): string {
  const name = source.slice(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
  const stem = name.replace(/\.[^.]{0,12}$/, '');
  const plain = stem
    .replace(FORBIDDEN, '_')
    .replace(/^[. ]{1,255}/, '')
    .slice(0, 80)
    .trimEnd();
  return plain === '' ? 'source' : plain;
}
