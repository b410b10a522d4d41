import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { rewriteText } from '../../../server/src/host/files/rewrite';
import { withFolder } from '../folder';

const isPosix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;

/** Rewrites the file `a.txt` of a folder that holds nothing else; gives the message, and checks that nothing is left behind. */
async function rewrite(
  content: string | Uint8Array,
  before: string,
  after: string,
  prepare?: (path: string) => void,
) {
  let result: { readonly message: string | null; readonly bytes: Buffer } | undefined;
  await withFolder({ 'a.txt': content }, folder => {
    const path = join(folder, 'a.txt');
    prepare?.(path);
    const problem = rewriteText(path, before, after);
    assert.deepEqual(readdirSync(folder), ['a.txt']);
    result = { message: problem && problem.message, bytes: readFileSync(path) };
  });
  assert.ok(result);
  return result;
}

describe('rewriting a file', () => {
  for (const [name, hex, before, after, expected] of [
    ['UTF-8', 'c2b63120e28892', '¶1 −', '¶2 −', 'c2b63220e28892'],
    ['UTF-8 with a mark', 'efbbbf53', 'S', 'SS', 'efbbbf5353'],
    ['UTF-16 LE', 'fffeb6003100', '¶1', '¶2', 'fffeb6003200'],
    ['UTF-16 BE', 'feff00b60031', '¶1', '¶2', 'feff00b60032'],
    ['Windows-1252', 'b63120938199', '¶1 “\x81™', '¶2 “\x81™', 'b63220938199'],
    ['CRLF', '530d0a', 'S\r\n', 'SS\r\n', '53530d0a'],
  ] as const)
    it(`keeps ${name}`, async () => {
      const { message, bytes } = await rewrite(Buffer.from(hex, 'hex'), before, after);
      assert.deepEqual([message, bytes.toString('hex')], [null, expected]);
    });

  it('refuses what the encoding lacks', async () => {
    const old = Buffer.from('b631', 'hex');
    const { message, bytes } = await rewrite(old, '¶1', '¶1 ă');
    assert.equal(message, 'not written: its encoding, Windows-1252, has no ă');
    assert.deepEqual(bytes, old);
  });

  it('refuses a file of which not every byte can be kept', async () => {
    const old = Buffer.from('feff00b600', 'hex');
    const { message, bytes } = await rewrite(old, '¶', '¶1');
    assert.equal(message, 'not written: some of its bytes are no UTF-16');
    assert.deepEqual(bytes, old);
  });

  it('refuses a file that has changed, or is gone', async () => {
    const { message, bytes } = await rewrite('newer', 'older', 'mended');
    assert.equal(message, 'not written: it was changed meanwhile');
    assert.equal(bytes.toString(), 'newer');
    const gone = rewriteText(join('no', 'such', 'file'), 'a', 'b');
    assert.equal(gone?.message, 'not written: no such file or folder');
  });

  it('refuses a read-only file', async () => {
    const { message, bytes } = await rewrite('S', 'S', 'SS', path => chmodSync(path, 0o444));
    assert.ok(
      ['not written: it is read-only', 'not written: no permission to write it'].includes(message ?? ''),
    );
    assert.equal(bytes.toString(), 'S');
  });

  it('keeps the permissions', async function () {
    if (!isPosix) return this.skip();
    await withFolder({ 'a.txt': 'S' }, folder => {
      const path = join(folder, 'a.txt');
      for (const mode of [0o600, 0o666, 0o755]) {
        chmodSync(path, mode);
        const text = readFileSync(path, 'utf8');
        assert.equal(rewriteText(path, text, `${text}S`), null);
        assert.equal(statSync(path).mode & 0o777, mode);
      }
    });
  });

  it('follows a link to the file that it names', async function () {
    if (!isPosix) return this.skip();
    await withFolder({ 'real/a.txt': 'S' }, folder => {
      const link = join(folder, 'link.txt');
      symlinkSync(join('real', 'a.txt'), link);
      assert.equal(rewriteText(link, 'S', 'SS'), null);
      assert.ok(lstatSync(link).isSymbolicLink());
      assert.equal(readFileSync(join(folder, 'real', 'a.txt'), 'utf8'), 'SS');
      assert.deepEqual(readdirSync(join(folder, 'real')), ['a.txt']);
    });
  });

  it('leaves the old file where the folder cannot be written', async function () {
    if (!isPosix || isRoot) return this.skip();
    await withFolder({}, folder => {
      const closed = join(folder, 'closed');
      mkdirSync(closed);
      const path = join(closed, 'a.txt');
      writeFileSync(path, 'S');
      chmodSync(closed, 0o555);
      const problem = rewriteText(path, 'S', 'SS');
      chmodSync(closed, 0o755);
      assert.equal(problem?.message, 'not written: no permission to write it');
      assert.equal(readFileSync(path, 'utf8'), 'S');
    });
  });
});
