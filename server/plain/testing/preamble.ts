// What the tests of preambles call.
import { captionCount, captionEnd, captionStart, forgetCaptions } from '../captions';
import { contentEnd } from '../lines';
import {
  bodyLine,
  fieldCount,
  fieldKeyword,
  firstPart,
  partCount,
  partEnd,
  partStart,
  splitPreamble,
} from '../preamble';
import { read } from './read';

export { bytes } from './read';
export { captionEnd, captionStart, fieldKeyword, firstPart, partCount, partEnd, partStart };

/** Reads the text of so many bytes and splits what stands behind a line. */
export function split(length: i32, line: i32): bool {
  return read(length) && again(line);
}

/** Splits the text read last once more. */
export function again(line: i32): bool {
  forgetCaptions();
  return splitPreamble(line, contentEnd(line));
}

export function fields(): i32 {
  return fieldCount;
}

export function captions(): i32 {
  return captionCount;
}

export function body(): i32 {
  return bodyLine;
}
