// What the tests of nearly every part call first.
import { readText } from '../reading';
import { BYTES } from '../text';

/** Where the bytes of a text are to be put. */
export function bytes(): usize {
  return BYTES;
}

/** Decodes a text of so many bytes and finds its lines; false where it is not plain. */
export function read(length: i32): bool {
  return readText(length);
}
