import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { decode, decodeHead, HEAD_BYTES } from '../../../server/src/host/files/decode';
import { readText, SIZE_LIMIT } from '../../../server/src/host/files/read';
import { withFolder } from '../folder';

const bytes = (...values: number[]) => Buffer.from(values);

describe('decode', () => {
  const cases: [name: string, Buffer, string | null][] = [
    ['nothing', bytes(), ''],
    ['ASCII', Buffer.from('MUSCAT\r\n'), 'MUSCAT\r\n'],
    ['UTF-8', Buffer.from('¶1. “é” 😀'), '¶1. “é” 😀'],
    ['UTF-8 with pilcrows alone', Buffer.from('¶1. § 2 ¶3.'), '¶1. § 2 ¶3.'],
    ['UTF-8 with letters of two bytes alone', Buffer.from('é à'), 'é à'],
    ['UTF-8 with accents beside them', Buffer.from('¶1. Ângela é Â¶'), '¶1. Ângela é Â¶'],
    ['UTF-8 with longer characters beside them', Buffer.from('¶1. 😀 ﬁ'), '¶1. 😀 ﬁ'],
    ['UTF-8 with a mark', Buffer.from('\ufeffé'), 'é'],
    ['UTF-16 LE', Buffer.from('\ufeff¶1', 'utf16le'), '¶1'],
    ['UTF-16 BE', bytes(0xfe, 0xff, 0, 0xb6, 0, 0x31), '¶1'],
    ['UTF-16 BE with half a character', bytes(0xfe, 0xff, 0, 0xb6, 0), '¶'],
    ['Windows-1252', bytes(0xb6, 0x31, 0x93, 0xe9, 0x94, 0x80, 0x81), '¶1“é”€\x81'],
    ['binary', bytes(0x4d, 0x5a, 0, 1), null],
    [
      'a NUL behind the head',
      Buffer.concat([Buffer.alloc(HEAD_BYTES, 'x'), bytes(0)]),
      `${'x'.repeat(HEAD_BYTES)}\0`,
    ],
  ];
  for (const [name, input, expected] of cases)
    it(`reads ${name}`, () => assert.equal(decode(input), expected));

  it('leaves out a character that the end of the head cuts in two', () => {
    assert.equal(decodeHead(Buffer.from('é¶').subarray(0, 3)), 'é');
    assert.equal(decodeHead(Buffer.from('é😀').subarray(0, 5)), 'é');
    assert.equal(decodeHead(bytes(0xb6, 0x31, 0x20)), '¶1 ');
    assert.equal(decodeHead(bytes()), '');
  });
});

describe('reading a file', () => {
  it('gives text of any length', async () => {
    const long = `${'ABCDEFGH '.repeat(1_200_000)}é`;
    await withFolder({ long, empty: '', exact: 'x'.repeat(HEAD_BYTES) }, folder => {
      assert.deepEqual(readText(join(folder, 'long')), { kind: 'text', text: long });
      assert.deepEqual(readText(join(folder, 'empty')), { kind: 'text', text: '' });
      assert.deepEqual(readText(join(folder, 'exact')), { kind: 'text', text: 'x'.repeat(HEAD_BYTES) });
    });
  });

  it('shows the head first and reads on only if it is accepted', async () => {
    const text = `${'a'.repeat(HEAD_BYTES)}b`;
    await withFolder({ file: text }, folder => {
      const heads: string[] = [];
      const path = join(folder, 'file');
      const declined = readText(path, head => heads.push(head) > 1);
      assert.deepEqual(declined, { kind: 'declined' });
      assert.deepEqual(
        readText(path, head => heads.push(head) > 1),
        { kind: 'text', text },
      );
      assert.deepEqual(heads, ['a'.repeat(HEAD_BYTES), 'a'.repeat(HEAD_BYTES)]);
    });
  });

  it('says what is wrong', async () => {
    await withFolder({ binary: bytes(1, 0, 2), 'folder/x': '' }, folder => {
      const kindOf = (name: string) => {
        const result = readText(join(folder, name));
        return result.kind === 'problem' ? `${result.problem.kind}: ${result.problem.message}` : result.kind;
      };
      assert.equal(kindOf('binary'), 'binary: it is a binary file');
      assert.equal(kindOf('folder'), 'unreadable: it is a folder');
      assert.equal(kindOf('gone'), 'vanished: no such file or folder');
      assert.equal(kindOf('binary/x'), 'vanished: no such file or folder');
      assert.equal(kindOf('a\0b').split(':')[0], 'unreadable');
    });
  });

  it('does not read what is too large', async () => {
    await withFolder({ large: 'text' }, folder => {
      const path = join(folder, 'large');
      const file = openSync(path, 'r+');
      writeSync(file, 'x'.repeat(HEAD_BYTES), 0);
      // The file is sparse: all but its head and its last byte takes no room on the disk.
      writeSync(file, 'x', SIZE_LIMIT);
      closeSync(file);
      const result = readText(path);
      assert.equal(result.kind === 'problem' && result.problem.kind, 'too-large');
      assert.deepEqual(
        readText(path, () => false),
        { kind: 'declined' },
      );
    });
  });

  it('does not wait at a pipe', async function () {
    if (process.platform === 'win32') this.skip('needs a POSIX system');
    await withFolder({}, folder => {
      const pipe = join(folder, 'pipe');
      if (spawnSync('mkfifo', [pipe]).status !== 0) this.skip('mkfifo makes no pipes here');
      const result = readText(pipe);
      assert.equal(result.kind === 'problem' && result.problem.message, 'it is no regular file');
    });
  });
});
