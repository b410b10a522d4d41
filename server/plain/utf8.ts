import { BYTES, widthOf } from './text';

/** Where in `BYTES` the character stands whose first unit is at an offset of the text. Linear in the offset, and quick. */
export function bytesAt(offset: i32): usize {
  let at = BYTES;
  let left = offset;
  for (; left >= 32; at += 16) left -= unitsOf(v128.load(at));
  // The last of these may have begun a character that goes on behind them.
  while (isWithin(load<u8>(at))) at++;
  while (left > 0) {
    const byte = load<u8>(at);
    left -= byte >= 0xf0 ? 2 : 1;
    at += widthOf(byte);
  }
  return at;
}

/** Whether a byte is not the first of a character. */
function isWithin(byte: u8): bool {
  return (byte & 0xc0) === 0x80;
}

/** The number of UTF-16 units that sixteen bytes begin: two for the first of four bytes, none for any but the first. */
function unitsOf(sixteen: v128): i32 {
  const within = i8x16.bitmask(i8x16.lt_s(sixteen, i8x16.splat(-64)));
  const pairs = i8x16.bitmask(i8x16.ge_u(sixteen, i8x16.splat(-16)));
  return 16 - popcnt(within) + popcnt(pairs);
}
