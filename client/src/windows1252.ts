/** Where Windows-1252 has no characters. */
const GAPS = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Whether bytes are a text in Windows-1252 and in no part UTF-8: a text that has characters of both would lose those of the one
 * whichever it were read as. A replacement character that stands in the file itself was lost before, and is UTF-8.
 */
export function isWindows1252(bytes: Uint8Array): boolean {
  if (bytes.every(byte => byte < 0x80) || bytes.some(byte => byte === 0 || GAPS.has(byte))) return false;
  if (bytes.some((byte, at) => byte === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd))
    return false;
  for (const character of new TextDecoder('utf-8').decode(bytes))
    if (character > '\x7f' && character !== '\ufffd') return false;
  return true;
}
