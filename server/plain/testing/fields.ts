// What the tests of TAGS and subjects call.
import { beginField } from '../fieldText';
import { readText } from '../reading';

export { addPart, FIELD, fieldEnd } from '../fieldText';
export { partAt, partCount, partLength, readSubject } from '../subject';
export { readTags, tagAt, tagCount, tagLength } from '../tags';
export { bytes } from './read';

export function read(length: i32): bool {
  beginField();
  return readText(length);
}
