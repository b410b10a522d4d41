import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Selection, selectionOf } from '../../../server/src/archive/selection';
import type { FileProblem } from '../../../server/src/host/files/problem';
import { pathBelow, walk } from '../../../server/src/host/files/walk';
import { withFolder } from '../folder';

function walked(folder: string, selection?: Selection): { names: string[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  return { names: [...walk(folder, problem => problems.push(problem), selection)], problems };
}

describe('walk', () => {
  it('gives files in the order of their names and leaves hidden ones out', async () => {
    const files = {
      'b.txt': '',
      'a/z': '',
      'a/b/c': '',
      B: '',
      '.git/x': '',
      '.x': '',
      'node_modules/y': '',
    };
    await withFolder(files, folder => {
      assert.deepEqual(walked(folder), { names: ['B', 'a/b/c', 'a/z', 'b.txt'], problems: [] });
    });
  });

  it('walks a hidden folder that is named itself', async () => {
    await withFolder({ '.old/a.txt': '' }, folder => {
      for (const given of [join(folder, '.old'), `${folder}/.old/`])
        assert.deepEqual([...walk(given, () => assert.fail())], ['a.txt']);
    });
  });

  it('leaves out what is excluded, and all below an excluded folder', async () => {
    const files = { 'a/drafts/1.txt': '', 'a/2.txt': '', 'drafts/3.txt': '', 'b/4.bak': '' };
    await withFolder(files, folder => {
      assert.deepEqual(walked(folder, selectionOf(['drafts', '**/*.bak'])).names, [
        'a/2.txt',
        'a/drafts/1.txt',
      ]);
      assert.deepEqual(walked(folder, selectionOf(['**/drafts'])).names, ['a/2.txt', 'b/4.bak']);
    });
  });

  it('joins paths to a folder as given', () => {
    assert.equal(pathBelow('a', 'b/c'), ['a', 'b', 'c'].join(sep));
    assert.equal(pathBelow(`a${sep}..${sep}`, 'b'), ['a', '..', 'b'].join(sep));
    assert.equal(pathBelow('.', 'b'), 'b');
  });

  it('follows links out of the folder once, and none within it', async () => {
    await withFolder({ 'in/a/file': '', 'out/deep/far': '', 'out/near': '' }, folder => {
      const inside = join(folder, 'in');
      symlinkSync(inside, join(inside, 'a', 'loop'), 'dir');
      symlinkSync(join(inside, 'a', 'file'), join(inside, 'again'));
      symlinkSync(join(folder, 'nowhere'), join(inside, 'broken'));
      symlinkSync(join(folder, 'out'), join(inside, 'linked'), 'dir');
      symlinkSync(join(folder, 'out'), join(inside, 'twice'), 'dir');
      symlinkSync(join(folder, 'out'), join(folder, 'out', 'deep', 'self'), 'dir');
      symlinkSync(inside, join(folder, 'out', 'back'), 'dir');
      assert.deepEqual(walked(inside), {
        names: ['a/file', 'linked/deep/far', 'linked/near'],
        problems: [],
      });
    });
  });

  it('passes over a folder that is gone when its turn comes', async () => {
    await withFolder({ 'a/1': '', 'b/2': '', 'c/3': '' }, folder => {
      const names: string[] = [];
      for (const path of walk(folder, () => assert.fail())) {
        if (names.length === 0) rmSync(join(folder, 'b'), { recursive: true });
        names.push(path);
      }
      assert.deepEqual(names, ['a/1', 'c/3']);
    });
    assert.deepEqual(walked('/nowhere/at/all'), { names: [], problems: [] });
  });

  it('reports a folder without permission once and goes on', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32')
      this.skip('the system or its superuser knows no rights to withhold');
    await withFolder({ 'b/2': '' }, folder => {
      const closed = join(folder, 'a');
      mkdirSync(closed);
      chmodSync(closed, 0);
      const { names, problems } = walked(folder);
      chmodSync(closed, 0o700);
      assert.deepEqual(names, ['b/2']);
      assert.deepEqual(problems, [{ path: closed, kind: 'unreadable', message: 'no permission to read it' }]);
    });
  });
});

describe('names that are no UTF-8', () => {
  const name = (bytes: string) => Buffer.from(bytes, 'latin1');

  it('are reported where they may be cables or hold some, and the rest is walked', async function () {
    if (process.platform !== 'linux') this.skip('needs Linux');
    await withFolder({ 'a.txt': '', 'b\ufffd.txt': '' }, folder => {
      const below = (bytes: string) => Buffer.concat([Buffer.from(`${folder}/`), name(bytes)]);
      writeFileSync(below('caf\xe9.txt'), 'x');
      writeFileSync(below('caf\xe9.pdf'), 'x');
      writeFileSync(below('b\xff.txt'), 'x');
      mkdirSync(below('d\xe9'));
      const { names, problems } = walked(folder);
      assert.deepEqual(names, ['a.txt', 'b\ufffd.txt']);
      assert.deepEqual(problems.map(({ path, message }) => [path.slice(folder.length + 1), message]).sort(), [
        ['b\ufffd.txt', 'its name is no UTF-8'],
        ['caf\ufffd.txt', 'its name is no UTF-8'],
        ['d\ufffd', 'its name is no UTF-8'],
      ]);
    });
  });
});
