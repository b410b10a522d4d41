import { WINDOWS_1252 } from '../../text/windows1252';
import type { Encoding } from './decode';

/** The usual names of the encodings. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  ascii: 'ASCII',
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

/** The bytes of a text, or the first character that the encoding lacks. */
type Encoded =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'missing'; readonly character: string };

/** The inverse of `decode`, with a byte order mark if the encoding has one. */
export function encode(text: string, encoding: Encoding): Encoded {
  switch (encoding) {
    case 'ascii':
    case 'utf-8':
      return { kind: 'bytes', bytes: Buffer.from(text, 'utf8') };
    case 'utf-8-bom':
      return { kind: 'bytes', bytes: Buffer.from(`\ufeff${text}`, 'utf8') };
    case 'utf-16le':
      return { kind: 'bytes', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') };
    case 'utf-16be':
      return { kind: 'bytes', bytes: Buffer.from(`\ufeff${text}`, 'utf16le').swap16() };
    case 'windows-1252':
      return encodeWindows1252(text);
  }
}

const HIGH = new Map([...WINDOWS_1252].map((character, i) => [character.charCodeAt(0), 0x80 + i]));

function encodeWindows1252(text: string): Encoded {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : HIGH.get(code);
    if (byte === undefined)
      return { kind: 'missing', character: String.fromCodePoint(text.codePointAt(i) ?? 0) };
    bytes[i] = byte;
  }
  return { kind: 'bytes', bytes };
}
