// What the tests of stations, cable numbers and reference lists call.

export {
  findCableNumbers,
  numberEnd,
  numberHasPost,
  numberIsCapital,
  numberPost,
  numberPostStart,
  numberSerial,
  numberSource,
  numberStart,
  numberYear,
  setCiting,
} from '../citation';
export { beginFlow, joinPart } from '../flow';
export {
  hasLabel,
  itemEnd,
  itemLabel,
  itemPost,
  itemSerial,
  itemSource,
  itemStart,
  itemYear,
  readList,
} from '../references';
export { postKey, postLength, postLetters } from '../stations';
export { bytes, read as decode } from './read';

import { numberCount } from '../citation';
import { itemCount } from '../references';
import { TEXT } from '../text';

/** Where the text stands that was decoded. */
export function text(): usize {
  return TEXT;
}

export function numbers(): i32 {
  return numberCount;
}

export function items(): i32 {
  return itemCount;
}
