import { fromLatin1 } from '../text/windows1252';

/** A NUL among the first so many bytes tells binary data. */
const HEAD_BYTES = 8192;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text in `bytes`, without a byte order mark: UTF-16 if it has such a mark, otherwise UTF-8, or Windows-1252 if that is invalid. Null
 * for binary data. The same as `host/files/decode.ts` reads, by what a browser has.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWide('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWide('utf-16be', bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0 && nul < HEAD_BYTES) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return fromLatin1(latin1(bytes));
  }
}

function decodeWide(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length & ~1));
}

/** Not by a TextDecoder, which takes Latin-1 for Windows-1252 or the reverse, depending on where it runs. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += HEAD_BYTES)
    text += String.fromCharCode(...bytes.subarray(i, i + HEAD_BYTES));
  return text;
}
