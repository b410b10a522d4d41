import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../server/src/host/files/decode';
import { decodeText } from '../../server/src/web/decode';

const same = (bytes: Uint8Array) => equal(decodeText(bytes), decode(Buffer.from(bytes)));

describe('a text in a browser', () => {
  it('is decoded as on a disk', () => {
    for (const text of ['', 'plain', 'naïve – “quoted”', '\ufeffmarked', 'a\0b', '\u0080\u009d'])
      for (const encoding of ['utf8', 'utf16le', 'latin1'] as const) {
        same(Buffer.from(text, encoding));
        same(Buffer.from(`\ufeff${text}`, encoding));
        same(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
      }
    same(Uint8Array.of(0xff, 0xfe, 65));
    same(Uint8Array.of(0xe2, 0x80));
    same(Uint8Array.from({ length: 128 }, (_, i) => 128 + i));
  });

  it('is decoded as on a disk, whatever the bytes', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        // Half of a pair has no meaning in UTF-16, and is read as one likes.
        const isWide = (bytes[0] ?? 0) >= 0xfe && (bytes[1] ?? 0) >= 0xfe;
        if (!isWide) same(bytes);
      }),
    ));
});
