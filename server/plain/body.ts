import { post, section } from './header';
import { lineCount } from './landmarks';
import { contentEnd, contentStart, nextFilled, previousFilled } from './lines';
import { addMentions } from './mentionList';
import { findMentions } from './mentions';
import { bodyLine } from './preamble';
import { keepRepeatedCaptions } from './repeatedCaptions';
import { findSignature, isGlued, signatureLine, signatureStart } from './signature';
import { unit } from './text';

/** The length of the running text, or minus the number of a later section; see `CableFacts.completeness`. */
export let completeness: i32 = 0;

/** Where the running text starts; where it ends, if there is none. */
export let bodyStart: i32 = 0;

/** Where it ends. */
export let bodyEnd: i32 = 0;

/** The line behind its last. */
export let bodyEndLine: i32 = 0;

/**
 * Reads the running text: where it ends, its length, the captions it repeats, which are kept, and the cables it mentions, which are
 * added to the row. False where the plain reader is not sure.
 */
export function readBody(): bool {
  if (!findBody(bodyLine)) return false;
  completeness = section > 1 ? -section : bodyEnd - bodyStart;
  if (!keepRepeatedCaptions(bodyLine, bodyEndLine) || !findMentions(bodyStart, bodyEnd, post)) return false;
  addMentions();
  return true;
}

/**
 * Finds the running text that begins on a line: from its first to its last line with text before the signature, which may be glued to
 * the last. False where the plain reader is not sure.
 */
export function findBody(line: i32): bool {
  if (!findSignature(line - 1)) return false;
  bodyEndLine = signatureLine < 0 ? lineCount : signatureLine + (isGlued ? 1 : 0);
  bodyStart = 0;
  bodyEnd = 0;
  const first = nextFilled(line);
  const last = previousFilled(bodyEndLine - 1);
  if (last < first) return true;
  bodyStart = contentStart(first);
  bodyEnd = max(bodyStart, isGlued ? cutAt(last, signatureStart) : contentEnd(last));
  return true;
}

/** Where the content of a line ends that is cut at an offset, blanks before that left out. */
function cutAt(line: i32, limit: i32): i32 {
  const start = contentStart(line);
  let end = contentEnd(line);
  if (end <= limit) return end;
  end = limit;
  while (end > start && unit(end - 1) === 0x20) end--;
  return end;
}
