import { equal } from 'node:assert/strict';
import { isWindows1252 } from '../../client/src/windows1252';

const latin = (text: string) => Buffer.from(text, 'latin1');

const cases: readonly (readonly [name: string, bytes: Uint8Array, expected: boolean])[] = [
  ['pilcrows', latin('\xb61. The works are done.'), true],
  ['curved quotation marks and a dash', latin('\x93Done\x94 \x96 he said.'), true],
  ['ASCII', latin('1. The works are done.'), false],
  ['nothing', latin(''), false],
  ['UTF-8', Buffer.from('¶1. “Done”.'), false],
  ['UTF-8 with a replacement character in the file', Buffer.from('\uFFFD1. Done.'), false],
  [
    'a replacement character in the file and a pilcrow',
    Buffer.concat([Buffer.from('\uFFFD'), latin('\xb62.')]),
    false,
  ],
  ['characters of both', Buffer.concat([Buffer.from('¶1. '), latin('\xb62. ')]), false],
  ['UTF-8 that is cut at its end', Buffer.from('¶1. “Done”').subarray(0, -1), false],
  ['bytes that Windows-1252 has no character for', latin('\xb61. \x81'), false],
  ['binary data', latin('\xb61.\x00'), false],
];

describe('a file in Windows-1252', () => {
  for (const [name, bytes, expected] of cases)
    it(`${expected ? 'is' : 'is not'} one with ${name}`, () => equal(isWindows1252(bytes), expected));
});
