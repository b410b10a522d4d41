/**
 * Compares two texts whose UTF-8 bytes lie in `bytes`, from `a` up to `aEnd` and from `b` up to `bEnd`, by their UTF-16 code units, as
 * `compareText` does with strings: negative, zero or positive.
 */
export function compareUtf8(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): number {
  const end = Math.min(aEnd, a + bEnd - b);
  for (let i = a, j = b; i < end; i++, j++) {
    const left = bytes[i] ?? 0;
    const right = bytes[j] ?? 0;
    if (left !== right) return rankOf(left) - rankOf(right);
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
