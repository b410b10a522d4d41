/** Questions about the units of `TEXT`, as server/src/text/characters.ts and the signs of patterns answer them. */
import { TEXT } from './text';

export function isDigit(unit: i32): bool {
  return <u32>(unit - 0x30) < 10;
}

/** A letter of the alphabet without accents, in either case. */
export function isLetter(unit: i32): bool {
  return <u32>((unit | 32) - 0x61) < 26;
}

export function isCapital(unit: i32): bool {
  return <u32>(unit - 0x41) < 26;
}

export function isSmall(unit: i32): bool {
  return <u32>(unit - 0x61) < 26;
}

/** What `\w` means; `\b` stands where only one of two neighbours is such. */
export function isWordSign(unit: i32): bool {
  return isLetter(unit) || isDigit(unit) || unit === 0x5f;
}

/** What `\s` means: no other white space is in a plain text. */
export function isWhite(unit: i32): bool {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d;
}

/** How many digits stand from a place in memory on; no more than `most` are counted. */
export function digitsAt(place: usize, most: i32): i32 {
  let digits = 0;
  while (digits < most && isDigit(load<u8>(place + digits))) digits++;
  return digits;
}

/** Whether a word stands at an offset, its letters in either case. Costs no memory where the word is a literal. */
export function standsAt(word: string, at: i32): bool {
  return isWordAt(word, TEXT + at);
}

/** The same for a place in memory. */
export function isWordAt(word: string, place: usize): bool {
  for (let i = 0; i < word.length; i++) {
    const wanted = letterOf(word, i);
    const here = <i32>load<u8>(place + i);
    if (here !== wanted && !(isLetter(wanted) && (here ^ wanted) === 32)) return false;
  }
  return true;
}

/** Whether a word stands at an offset just as it is written. */
export function printedAt(word: string, at: i32): bool {
  for (let i = 0; i < word.length; i++) if (<i32>load<u8>(TEXT + at + i) !== letterOf(word, i)) return false;
  return true;
}

/** A letter of a literal. */
function letterOf(word: string, index: i32): i32 {
  return load<u16>(changetype<usize>(word) + ((<usize>index) << 1));
}
