// What the tests of running text and signature call.
import { bodyEnd, bodyEndLine, bodyStart, findBody } from '../body';
import { captionCount, captionEnd, captionStart, forgetCaptions } from '../captions';
import { setCiting } from '../citation';
import { beginFlow, joinPart } from '../flow';
import { mentionAt, mentionCount } from '../mentionList';
import { findMentions } from '../mentions';
import { readList } from '../references';
import { keepRepeatedCaptions } from '../repeatedCaptions';
import { isGlued, signatureLine, signatureStart } from '../signature';
import { postKey, postLength, postLetters } from '../stations';
import { BYTES, codeAt } from '../text';

export { bytes, read } from './read';
export { captionEnd, captionStart, codeAt, findBody, mentionAt, postLength, postLetters };

export function line(): i32 {
  return signatureLine;
}

export function glued(): bool {
  return isGlued;
}

export function nameStart(): i32 {
  return signatureStart;
}

export function start(): i32 {
  return bodyStart;
}

export function end(): i32 {
  return bodyEnd;
}

export function endLine(): i32 {
  return bodyEndLine;
}

export function captions(from: i32, to: i32): i32 {
  forgetCaptions();
  return keepRepeatedCaptions(from, to) ? captionCount : -1;
}

/** Tells the telegram whose text it is, and reads its list of references: the text from `start` to `end`, which is one line. */
export function cite(post: i32, year: i32, serial: i32, start: i32, end: i32): bool {
  setCiting(year, post, serial);
  beginFlow();
  return joinPart(start, end) && readList();
}

/** The mentions in the text from `start` to `end`. */
export function mentions(start: i32, end: i32, post: i32): i32 {
  return findMentions(start, end, post) ? mentionCount : -1;
}

export function station(length: i32): i32 {
  return postKey(BYTES, length);
}
