import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { FileProblem } from '../../server/src/host/problem';
import { walk } from '../../server/src/host/walk';
import { withFolder } from './folder';

function walked(folder: string): { names: string[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const names = [...walk(folder, problem => problems.push(problem))].map(path =>
    relative(folder, path).replaceAll('\\', '/'),
  );
  return { names, problems };
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

  it('walks a hidden folder that is named itself, with paths joined to it as given', async () => {
    await withFolder({ '.old/a.txt': '' }, folder => {
      for (const given of [join(folder, '.old'), `${folder}${sep}..${sep}${basename(folder)}${sep}.old`])
        assert.deepEqual([...walk(given, () => assert.fail())], [`${given}${sep}a.txt`]);
      assert.deepEqual([...walk(`${folder}/.old/`, () => assert.fail())], [`${folder}/.old/a.txt`]);
    });
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
        names.push(relative(folder, path));
      }
      assert.deepEqual(names, [join('a', '1'), join('c', '3')]);
    });
    assert.deepEqual(walked('/nowhere/at/all'), { names: [], problems: [] });
  });

  it('reports a folder without permission once and goes on', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
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
