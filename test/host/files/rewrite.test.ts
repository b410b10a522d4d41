import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
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
import { failing } from '../faults';
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
    result = { message: problem?.message ?? null, bytes: readFileSync(path) };
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
    if (!isPosix) return this.skip('needs a POSIX system');
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
    if (!isPosix) return this.skip('needs a POSIX system');
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
    if (!isPosix || isRoot) return this.skip('the system or its superuser knows no rights to withhold');
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

  it('refuses a file that has another name, which would keep the old text', async function () {
    if (!isPosix) return this.skip('needs a POSIX system');
    await withFolder({ 'a.txt': 'S' }, folder => {
      linkSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
      const problem = rewriteText(join(folder, 'a.txt'), 'S', 'SS');
      assert.equal(
        problem?.message,
        'not written: it has another name (a hard link), which would keep the old text',
      );
      assert.equal(readFileSync(join(folder, 'b.txt'), 'utf8'), 'S');
    });
  });

  it('keeps extended attributes', async function () {
    if (process.platform !== 'linux') return this.skip('needs Linux');
    await withFolder({ 'a.txt': 'S' }, folder => {
      const path = join(folder, 'a.txt');
      const python = (code: string) =>
        spawnSync('python3', ['-c', `import os; ${code}`, path], { encoding: 'utf8' });
      if (python('import sys; os.setxattr(sys.argv[1], "user.note", b"seen")').status !== 0)
        return this.skip('no extended attributes can be set here');
      assert.equal(rewriteText(path, 'S', 'SS'), null);
      assert.equal(
        python('import sys; print(os.getxattr(sys.argv[1], "user.note"))').stdout.trim(),
        "b'seen'",
      );
      assert.equal(readFileSync(path, 'utf8'), 'SS');
    });
  });

  it('keeps access lists', async function () {
    if (process.platform !== 'linux') return this.skip();
    await withFolder({ 'a.txt': 'S' }, folder => {
      const path = join(folder, 'a.txt');
      const python = (code: string) =>
        spawnSync('python3', ['-c', `import os, struct, sys; ${code}`, path], { encoding: 'utf8' });
      // Somebody else may read it: user::rw-, user:1234:r--, group::r--, mask::r--, other::---.
      const list = '(1,6,-1),(2,4,1234),(4,4,-1),(16,4,-1),(32,0,-1)';
      const write = `os.setxattr(sys.argv[1], "system.posix_acl_access", struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *e) for e in (${list})))`;
      const read = 'print(os.getxattr(sys.argv[1], "system.posix_acl_access").hex())';
      // Where the disk has none, or Python is not there.
      if (python(write).status !== 0) return this.skip();
      const before = python(read).stdout;
      assert.equal(rewriteText(path, 'S', 'SS'), null);
      assert.equal(python(read).stdout, before);
      assert.equal(readFileSync(path, 'utf8'), 'SS');
    });
  });

  it('refuses where access lists and attributes would be lost', async function () {
    if (process.platform !== 'linux') return this.skip();
    await withFolder(
      { 'bin/cp': '#!/bin/sh\n[ "$1" = --version ] && echo GNU || exit 1\n', 'a/a.txt': 'S' },
      folder => {
        const path = join(folder, 'a', 'a.txt');
        const { PATH } = process.env;
        chmodSync(join(folder, 'bin', 'cp'), 0o755);
        process.env.PATH = `${join(folder, 'bin')}:${PATH}`;
        try {
          const problem = rewriteText(path, 'S', 'SS');
          assert.equal(problem?.message, 'not written: its extended attributes or access list would be lost');
        } finally {
          process.env.PATH = PATH;
        }
        assert.equal(readFileSync(path, 'utf8'), 'S');
        assert.deepEqual(readdirSync(join(folder, 'a')), ['a.txt']);
      },
    );
  });

  it('keeps owner and group, or refuses', async function () {
    if (!isPosix || !isRoot) return this.skip('only the superuser can give files away');
    await withFolder({ 'a.txt': 'S' }, async folder => {
      const path = join(folder, 'a.txt');
      chownSync(path, 65534, 65534);
      const refused = await failing('fchownSync', 'EACCES', { first: 1, once: false }, () =>
        rewriteText(path, 'S', 'SS'),
      );
      assert.equal(refused?.message, 'not written: it belongs to somebody else, and the new file would not');
      assert.equal(rewriteText(path, 'S', 'SS'), null);
      const { uid, gid } = statSync(path);
      assert.deepEqual([uid, gid], [65534, 65534]);
    });
  });

  it('follows no link out of the folder', async function () {
    if (!isPosix) return this.skip('needs a POSIX system');
    await withFolder({ 'in/a.txt': 'S', 'out/b.txt': 'S' }, folder => {
      symlinkSync(join(folder, 'out'), join(folder, 'in', 'linked'));
      symlinkSync(join(folder, 'in', 'a.txt'), join(folder, 'in', 'same.txt'));
      const within = join(folder, 'in');
      const problem = rewriteText(join(within, 'linked', 'b.txt'), 'S', 'SS', within);
      assert.equal(problem?.message, 'not written: a link leads to it, out of the folder');
      assert.equal(readFileSync(join(folder, 'out', 'b.txt'), 'utf8'), 'S');
      assert.equal(rewriteText(join(within, 'same.txt'), 'S', 'SS', within), null);
    });
  });

  it('removes what a run that was killed has left, and not what another is writing', async () => {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const leftover = `.reftel-${ended}-0123456789ab`;
    const ours = `.reftel-${process.ppid}-0123456789ab`;
    await withFolder({ 'a.txt': 'S', [leftover]: 'S', [ours]: 'S' }, folder => {
      assert.equal(rewriteText(join(folder, 'a.txt'), 'S', 'SS'), null);
      assert.deepEqual(readdirSync(folder).sort(), [ours, 'a.txt'].sort());
    });
  });

  it('leaves the old file where the disk is full', async () => {
    for (const call of ['writeFileSync', 'fsyncSync', 'openSync'])
      await withFolder({ 'a.txt': 'S' }, async folder => {
        const path = join(folder, 'a.txt');
        const problem = await failing(call, 'ENOSPC', { first: 1, once: false }, () =>
          rewriteText(path, 'S', 'SS'),
        );
        assert.equal(problem?.message, 'not written: the disk is full');
        assert.deepEqual(readdirSync(folder), ['a.txt']);
        assert.equal(readFileSync(path, 'utf8'), 'S');
      });
  });
});
