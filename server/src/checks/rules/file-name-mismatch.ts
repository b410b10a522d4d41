import * as l10n from '@vscode/l10n';
import { formatMrn, splitMrn } from '../../cable/identity';
import type { Cable } from '../../cable/model';
import { postKey } from '../../reference/posts';
import { isKnownPost } from '../../reference/stations';
import type { Field } from '../../text/span';
import { type Check, finding } from '../check';
import { isMixedRecord, misspeltPost, originatingPost, placeOfId, samePost } from './statedIdentity';

/**
 * The classification line names the text; a file is named by whoever stored it (cable-format 10.5). A misspelt
 * post is reported by `class-line-post-misspelt`.
 */
export const check: Check = {
  code: 'file-name-mismatch',
  severity: 'information',
  summary: 'The file is named after another telegram.',
  run(cable, { fileName }) {
    const { mrn } = cable;
    if (mrn === null || fileName === null || misspeltPost(cable)) return [];
    const ids = namedIds(fileName);
    const [named] = ids;
    if (!named || ids.some(id => mayBe(id, mrn, cable.yearGuess !== null) || isOfHeader(id, cable)))
      return [];
    const rename = nameWithId(fileName, mrn);
    return [
      finding(placeOfId(cable), l10n.t('File is named {0}; the text is {1}.', named.value, mrn), {
        fix: () => ({ title: l10n.t('Rename the file to {0}', rename), edits: [], certain: false, rename }),
      }),
    ];
  },
};

/** Whether a file's name holds the id `mrn`, in any spelling. */
export function isNamedAfter(fileName: string, mrn: string): boolean {
  return namedIds(fileName).some(id => mayBe(id, mrn, false));
}

/**
 * The name that a file should have by the id of its cable: `mrn` in place of the first id in the name, otherwise the id and the
 * extension.
 */
export function nameWithId(fileName: string, mrn: string): string {
  const [named] = namedIds(fileName);
  if (named) return fileName.slice(0, named.start) + mrn + fileName.slice(named.end);
  return mrn + (EXTENSION.exec(fileName)?.[0] ?? '');
}

const EXTENSION = /\.[A-Za-z][A-Za-z0-9]{0,9}$/;

/** Whether an id in a file name can stand for the cable; document numbers cut the station to six letters. */
function mayBe({ value }: NamedId, mrn: string, yearInferred: boolean): boolean {
  const named = splitMrn(value);
  const text = splitMrn(mrn);
  if (!named || !text || named.serial !== text.serial) return false;
  const sameYear = yearInferred || named.year === text.year;
  return sameYear && (samePost(named.post, text.post) || text.post.startsWith(named.post));
}

/** Whether a file is named after the header of a record whose text is another telegram's, as `header-text-mismatch` says. */
function isOfHeader({ value }: NamedId, cable: Cable): boolean {
  const named = splitMrn(value);
  const sender = originatingPost(cable);
  return named !== null && sender !== null && isMixedRecord(cable) && samePost(named.post, sender);
}

/** A canonical id and where a file name has it, as offsets in the name. */
type NamedId = Field<string>;

const ID = /(?<![0-9A-Z])(\d{4}|\d{2})[ _-]?([A-Z][A-Z .'_-]{2,30}?)[ _-]?(\d{1,6})(?!\d)/gi;
/** No file system has longer names. */
const LONGEST = 260;

/** The well-formed ids of known stations in a file name: `07MUSCAT73.txt`, `1975 Moscow 14984_b.html`. */
function namedIds(fileName: string): readonly NamedId[] {
  return [...fileName.slice(0, LONGEST).matchAll(ID)].flatMap(match => {
    const [whole, year = '', post = '', serial = ''] = match;
    const value = isKnownPost(postKey(post)) ? formatMrn(year, post, serial) : null;
    return value ? [{ value, start: match.index, end: match.index + whole.length }] : [];
  });
}
