// What the tests of lines and marks call.
import { findLandmarks, lineCount, lineStart, mark, markCount } from '../landmarks';
import { BYTES, decode, textLength, unit } from '../text';

export { findLandmarks, lineStart, mark, unit };

export function bytes(): usize {
  return BYTES;
}

export function read(length: i32): bool {
  if (!decode(length)) return false;
  findLandmarks();
  return true;
}

export function units(): i32 {
  return textLength;
}

export function lines(): i32 {
  return lineCount;
}

export function marks(): i32 {
  return markCount;
}
