import { isAscii, isUtf8, transcode } from 'node:buffer';
import { fromLatin1 } from '../../text/windows1252';

/** How many bytes of a file are examined to tell text from binary and to recognise a cable. */
export const HEAD_BYTES = 8192;

/** A file's encoding. A file in `ascii` becomes UTF-8 when other characters are added. */
export type Encoding = 'ascii' | 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of `bytes`: UTF-16 if it has a byte order mark, otherwise UTF-8, or Windows-1252 if that is invalid. Null for binary
 * data, that is, a NUL within the first 8 KB.
 */
export function encodingOf(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const nul = bytes.indexOf(0);
  if (nul >= 0 && nul < HEAD_BYTES) return null;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (isAscii(bytes)) return 'ascii';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The text in `bytes` (see `encodingOf`), without a byte order mark. Null for binary data. */
export function decode(bytes: Buffer): string | null {
  switch (encodingOf(bytes)) {
    case null:
      return null;
    case 'utf-16le':
      return bytes.toString('utf16le', 2);
    case 'utf-16be':
      return decodeBigEndian(bytes.subarray(2));
    case 'utf-8-bom':
      return bytes.toString('utf8', 3);
    case 'ascii':
      return bytes.toString('latin1');
    case 'utf-8':
      return decodeUtf8(bytes);
    case 'windows-1252':
      return fromLatin1(bytes.toString('latin1'));
  }
}

/** The text in the first `bytes` of a file; a character that they cut in two is left out. */
export function decodeHead(bytes: Buffer): string | null {
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut++) {
    const whole = bytes.subarray(0, bytes.length - cut);
    if (isUtf8(whole)) return decode(whole);
  }
  return decode(bytes);
}

/**
 * The text in valid UTF-8. Hardly any published cable is without a pilcrow or a dash, and by way of UTF-16 such a text is decoded in half
 * the time. Node.js that was built without ICU has no `transcode`.
 */
function decodeUtf8(bytes: Buffer): string {
  const text = bytes.includes(FIRST_OF_DASH) ? null : decodePilcrows(bytes);
  if (text !== null) return text;
  return transcode ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : bytes.toString('utf8');
}

/** The first byte of a dash, and of the quotation marks that are not straight. */
const FIRST_OF_DASH = 0xe2;
/** The first byte of a pilcrow, as of all characters from U+0080 to U+00BF; their second byte is the character's code. */
const FIRST_OF_PILCROW = /\u00c2/g;

/** The text in valid UTF-8 with no character above U+00BF, which needs no UTF-16 in between; null for any other. */
function decodePilcrows(bytes: Buffer): string | null {
  const text = bytes.toString('latin1').replace(FIRST_OF_PILCROW, '');
  return Buffer.byteLength(text) === bytes.length ? text : null;
}

function decodeBigEndian(bytes: Buffer): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return even.swap16().toString('utf16le');
}
