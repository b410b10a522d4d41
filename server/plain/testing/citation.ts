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
export { postKey, postLength, postLetters } from '../stations';

import { numberCount } from '../citation';
import { BYTES } from '../text';

export function bytes(): usize {
  return BYTES;
}

export function numbers(): i32 {
  return numberCount;
}
