// What the tests of headers and captions call.
import { BYTES, decode } from '../text';

export {
  captionCount,
  captionsAboveText,
  captionsOf,
  forgetCaptions,
  keepCaptions,
  writeCaption,
} from '../captions';
export {
  classEnd,
  classification,
  classLineLine,
  classStart,
  fromEnd,
  fromStart,
  minutes,
  post,
  section,
  serial,
  year,
} from '../header';
export { postLength, postLetters } from '../stations';

import { readHeader } from '../header';
import { findLandmarks } from '../landmarks';

const CAPTION: usize = memory.data(256);

export function bytes(): usize {
  return BYTES;
}

export function read(length: i32): bool {
  if (!decode(length)) return false;
  findLandmarks();
  return true;
}

/** Whether the text is plain and its header is read. */
export function readAll(length: i32): bool {
  return read(length) && readHeader();
}

/** Where there is room for a caption. */
export function caption(): usize {
  return CAPTION;
}
