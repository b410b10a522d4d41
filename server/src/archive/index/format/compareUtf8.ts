/**
 * Compares two texts by their UTF-16 code units, as `compareText` does with strings: negative, zero or positive. Their UTF-8 bytes lie in
 * `left` from `a` up to `aEnd`, and in `right` from `b` up to `bEnd`.
 */
export function compareUtf8(
  left: Uint8Array,
  a: number,
  aEnd: number,
  right: Uint8Array,
  b: number,
  bEnd: number,
): number {
  const end = Math.min(aEnd, a + bEnd - b);
  for (let i = a, j = b; i < end; i++, j++) {
    const byte = left[i] ?? 0;
    const other = right[j] ?? 0;
    if (byte !== other) return rankOf(byte) - rankOf(other);
  }
  return aEnd - a - (bEnd - b);
}

/**
 * Bytes are in the order of code units but for 0xee and 0xef: what these begin, from U+E000 on, comes behind surrogates, which 0xf0 to
 * 0xf4 begin.
 */
function rankOf(byte: number): number {
  return byte === 0xee || byte === 0xef ? byte + 0x10 : byte;
}
