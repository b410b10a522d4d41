import { splitMrn } from '../../cable/identity';
import { type Check, finding } from '../check';
import { type NamedId, namedIds } from './fileNames';
import { placeOfId, samePost } from './header';

/** The classification line names the text; a file is named by whoever stored it (cable-format 10.5). */
export const check: Check = {
  code: 'file-name-mismatch',
  severity: 'information',
  summary: 'The file is named after another telegram.',
  run(cable, { fileName }) {
    const { mrn, yearInferred } = cable;
    if (mrn === null || fileName === null) return [];
    const ids = namedIds(fileName);
    const [named] = ids;
    if (!named || ids.some(id => mayBe(id, mrn, yearInferred))) return [];
    const rename = fileName.slice(0, named.start) + mrn + fileName.slice(named.end);
    return [
      finding(placeOfId(cable), `File is named ${named.value}; the text is ${mrn}.`, {
        fix: { title: `Rename the file to ${rename}`, edits: [], certain: false, rename },
      }),
    ];
  },
};

/** Whether an id in a file name can stand for the cable; document numbers cut the station to six letters. */
function mayBe({ value }: NamedId, mrn: string, yearInferred: boolean): boolean {
  const named = splitMrn(value);
  const text = splitMrn(mrn);
  if (!named || !text || named.serial !== text.serial) return false;
  const sameYear = yearInferred || named.year === text.year;
  return sameYear && (samePost(named.post, text.post) || text.post.startsWith(named.post));
}
