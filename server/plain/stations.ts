import { isLetter } from './characters';
import { intern, newTable, stringAt, stringLength } from './strings';
import { knownCount, knownLength, knownName, knownStation } from './tables';

/** No id has more letters of a station. */
const LONGEST_NAME = 40;

/** What may be read behind a name that is looked for. */
const MARGIN = 16;

const SPELT: usize = memory.data(LONGEST_NAME + MARGIN);

/** The names that no table has, in the order in which this thread met them. */
const UNKNOWN = newTable(1 << 13, 1 << 17);

/**
 * The number of the station of a name as written: its letters in upper case, other names resolved. Known stations have the numbers
 * below `knownCount` of tables.ts; an unknown one gets the next behind them. -1 where the name has no letters, more than an id
 * can have, signs that are not of ASCII, or there is no room left for it.
 */
export function postKey(name: usize, length: i32): i32 {
  // The upper case of another sign may be letters.
  for (let at = 0; at < length; at++) if (load<u8>(name + at) > 0x7f) return -1;
  const letters = spell(name, length, SPELT, LONGEST_NAME);
  return letters < 0 ? -1 : postOf(SPELT, letters);
}

/** The same for a name that is spelt in capitals alone. */
export function postOf(letters: usize, length: i32): i32 {
  if (length === 0 || length > LONGEST_NAME) return -1;
  const known = knownStation(letters, length);
  if (known >= 0) return known;
  const unknown = intern(UNKNOWN, letters, length);
  return unknown < 0 ? -1 : knownCount + unknown;
}

/** Writes the letters of a name in upper case to `to`; gives their number, -1 where there are more than `room`. */
export function spell(name: usize, length: i32, to: usize, room: i32): i32 {
  let letters = 0;
  for (const end = name + length; name < end; name++) {
    const unit = <i32>load<u8>(name);
    if (!isLetter(unit)) continue;
    if (letters === room) return -1;
    store<u8>(to + letters, unit & ~0x20);
    letters++;
  }
  return letters;
}

/** Whether a number is that of a known station. */
export function isKnown(post: i32): bool {
  return post < knownCount;
}

/** Where the letters of a station's part of an id stand. */
export function postLetters(post: i32): usize {
  return isKnown(post) ? knownName(post) : stringAt(UNKNOWN, post - knownCount);
}

/** How many letters a station's part of an id has. */
export function postLength(post: i32): i32 {
  return isKnown(post) ? knownLength(post) : stringLength(UNKNOWN, post - knownCount);
}
