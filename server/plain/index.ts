import { findLandmarks } from './landmarks';
import { BYTES, decode } from './text';

/** Where the bytes of a file are to be put. */
export function bytes(): usize {
  return BYTES;
}

/** Reads the file of so many bytes. False where it is no plain cable. */
export function scan(length: i32): bool {
  if (!decode(length)) return false;
  findLandmarks();
  return false;
}
