// What the tests of the endings of names call.
import { ANY, endingOf, isWhole, mayEnd } from '../endings';
import { BYTES } from '../text';

export function bytes(): usize {
  return BYTES;
}

/** Whether so many letters are the end of a name (1), a whole one (2), or neither (0). */
export function ask(length: i32): i32 {
  const ending = endingOf(ANY, BYTES, BYTES + length);
  return ending === 0 ? 0 : isWhole(ending) ? 2 : 1;
}

/** Whether a name may end with the last of so many letters. */
export function may(length: i32): bool {
  // What was put there before may be letters as well.
  store<u8>(BYTES, 0x20);
  return mayEnd(BYTES + length);
}
