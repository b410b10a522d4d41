import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, type Encoding, encodingOf } from '../../../server/src/host/files/decode';
import { encode } from '../../../server/src/host/files/encode';

const bytesOf = (text: string, encoding: Encoding): Buffer => {
  const encoded = encode(text, encoding);
  assert.equal(encoded.kind, 'bytes');
  return encoded.kind === 'bytes' ? encoded.bytes : Buffer.alloc(0);
};

describe('encode', () => {
  const cases: [Encoding, text: string, hex: string][] = [
    ['ascii', 'A\r\n', '410d0a'],
    ['utf-8', '¶1', 'c2b631'],
    ['utf-8-bom', '¶', 'efbbbfc2b6'],
    ['utf-16le', '¶1', 'fffeb6003100'],
    ['utf-16be', '¶1', 'feff00b60031'],
    ['windows-1252', '¶“€\x81ÿ', 'b6938081ff'],
  ];
  for (const [encoding, text, hex] of cases) {
    it(`writes ${encoding} as it is read`, () => {
      const bytes = bytesOf(text, encoding);
      assert.equal(bytes.toString('hex'), hex);
      assert.equal(encodingOf(bytes), encoding);
      assert.equal(decode(bytes), text);
    });
  }

  it('makes UTF-8 of ASCII where more is added', () =>
    assert.equal(encodingOf(bytesOf('¶1', 'ascii')), 'utf-8'));

  it('says which character an encoding lacks', () => {
    assert.deepEqual(encode('a – ă', 'windows-1252'), { kind: 'missing', character: 'ă' });
    assert.deepEqual(encode('😀', 'windows-1252'), { kind: 'missing', character: '😀' });
    // A control character whose byte means something else there.
    assert.deepEqual(encode('\x80', 'windows-1252'), { kind: 'missing', character: '\x80' });
  });

  it('gives back the bytes of any Windows-1252 or UTF-8 text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), array => {
        const bytes = Buffer.from(array);
        const encoding = encodingOf(bytes);
        const text = decode(bytes);
        // Half a character at the end of UTF-16 is not kept; who writes has to compare.
        if (encoding === null || text === null || encoding.startsWith('utf-16')) return;
        assert.ok(bytesOf(text, encoding).equals(bytes));
      }),
      { seed: 19730701, numRuns: 2000 },
    );
  });
});
