// What the tests of lines and marks call.
import { lineCount, lineStart, mark, markCount } from '../landmarks';
import { textLength, unit } from '../text';

export { bytes, read } from './read';
export { lineStart, mark, unit };

export function units(): i32 {
  return textLength;
}

export function lines(): i32 {
  return lineCount;
}

export function marks(): i32 {
  return markCount;
}
