import { addSubjectPart, addTag, beginSubject } from './batch';
import { addPart, beginField } from './fieldText';
import { SUBJECT, TAGS } from './keywords';
import { fieldCount, fieldKeyword, firstPart, partCount, partEnd, partStart } from './preamble';
import {
  readSubject,
  partAt as subjectPartAt,
  partCount as subjectPartCount,
  partLength as subjectPartLength,
} from './subject';
import { readTags, tagAt, tagCount, tagLength } from './tags';

/**
 * Reads the TAGS and the subject of the cable whose preamble was read, and adds them to the row. False where the plain reader is not
 * sure.
 */
export function readFields(): bool {
  const tags = firstField(TAGS);
  if (tags >= 0 && !(join(tags) && readTags())) return false;
  if (tags >= 0) for (let i = 0; i < tagCount; i++) addTag(tagAt(i), tagLength(i));
  const subject = firstField(SUBJECT);
  if (subject < 0 || partCount(subject) === 0) return true;
  if (!(join(subject) && readSubject())) return false;
  beginSubject();
  for (let i = 0; i < subjectPartCount; i++) addSubjectPart(subjectPartAt(i), subjectPartLength(i));
  return true;
}

/** The number of the first field with a keyword, or -1. */
function firstField(keyword: i32): i32 {
  for (let field = 0; field < fieldCount; field++) if (fieldKeyword(field) === keyword) return field;
  return -1;
}

/** Joins the parts of a field. False where it gets too long. */
function join(field: i32): bool {
  beginField();
  const first = firstPart(field);
  const behind = first + partCount(field);
  for (let part = first; part < behind; part++) if (!addPart(partStart(part), partEnd(part))) return false;
  return true;
}
