// What the tests of headers and captions call.
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
import { read } from './read';

export { bytes, read } from './read';

const CAPTION: usize = memory.data(256);

/** Whether the text is plain and its header is read. */
export function readAll(length: i32): bool {
  return read(length) && readHeader();
}

/** Where there is room for a caption. */
export function caption(): usize {
  return CAPTION;
}
