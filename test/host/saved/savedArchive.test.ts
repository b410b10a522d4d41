import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Base } from '../../../server/src/archive/index/format/base';
import { isShared, loadSaved, savedAt, takeSaved } from '../../../server/src/host/saved/savedArchive';
import { madeBase } from '../../archive/index/madeBase';
import { madeFacts } from '../../archive/made';
import { withFolder } from '../folder';
import { saveBase } from './saveBase';

const LABEL = 'program 1.2.3';
const at = (path: string) => ({ path, label: LABEL });

const baseOf = (subject: string, count = 1) =>
  madeBase(
    Array.from({ length: count }, (_, i) => [`${i}.txt`, madeFacts({ mrn: `07MUSCAT${i + 1}`, subject })]),
  );

const subjectIn = (base: Base | null) => base?.entry(0).subject ?? null;

describe('the saved archive', () => {
  it('comes back, and is replaced by the next one', async () => {
    await withFolder({}, async folder => {
      const path = join(folder, 'not/yet/there', 'x.reftel');
      assert.equal(loadSaved(at(path)), null);
      assert.equal(await saveBase(at(path), baseOf('FIRST', 100)), true);
      assert.deepEqual(loadSaved(at(path))?.columns, baseOf('FIRST', 100).columns);
      assert.equal(loadSaved({ path, label: 'program 1.2.4' }), null);
      await saveBase(at(path), baseOf('SECOND'));
      assert.equal(subjectIn(loadSaved(at(path))), 'SECOND');
      assert.deepEqual(readdirSync(join(folder, 'not/yet/there')), ['x.reftel']);
    });
  });

  it('is none when it is empty, cut, damaged, something else or a folder', async () => {
    await withFolder({ 'empty.reftel': '', 'text.reftel': 'REFTEL\n'.repeat(1000) }, async folder => {
      const path = join(folder, 'x.reftel');
      await saveBase(at(path), baseOf('FIRST', 100));
      const damaged = readFileSync(path);
      const size = damaged.length;
      damaged[size - 200] = (damaged[size - 200] ?? 0) ^ 1;
      writeFileSync(join(folder, 'damaged.reftel'), damaged);
      truncateSync(path, size - 16);
      for (const name of ['empty', 'text', 'damaged', 'x'])
        assert.equal(loadSaved(at(join(folder, `${name}.reftel`))), null, name);
      assert.equal(loadSaved(at(folder)), null);
    });
  });

  it('is none where version 0.1.0 saved it with other columns', () => {
    assert.equal(loadSaved({ path: 'test/host/saved/format2.reftel', label: '0.1.0 /tmp/cables' }), null);
  });

  it('stays what it was when it cannot be saved, and nothing is left behind', async () => {
    await withFolder({ 'file.txt': '' }, async folder => {
      assert.equal(await saveBase(at(join(folder, 'file.txt', 'x.reftel')), baseOf('X')), false);
      const path = join(folder, 'y.reftel');
      // Something in its place that cannot be replaced.
      mkdirSync(join(path, 'full'), { recursive: true });
      assert.equal(await saveBase(at(path), baseOf('X')), false);
      assert.deepEqual(readdirSync(folder), ['file.txt', 'y.reftel']);
    });
  });

  it('is always one of those saved at the same time', async () => {
    await withFolder({}, async folder => {
      const path = join(folder, 'x.reftel');
      const subjects = Array.from({ length: 12 }, (_, i) => `NUMBER ${i}`);
      const bases = subjects.map((subject, i) => baseOf(subject, 50 * (i + 1)));
      await saveBase(at(path), baseOf('NUMBER 0'));
      let saving = true;
      const saved = Promise.all(bases.map(base => saveBase(at(path), base))).finally(() => {
        saving = false;
      });
      while (saving) {
        assert.ok(subjects.includes(subjectIn(loadSaved(at(path))) ?? ''));
        await new Promise(resolve => setImmediate(resolve));
      }
      assert.ok((await saved).every(Boolean));
      assert.deepEqual(readdirSync(folder), ['x.reftel']);
    });
  });

  it('has the leftovers of a process that was killed taken away, not those of one that runs', async () => {
    await withFolder({}, async folder => {
      const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
      const living = `x.reftel.${process.ppid}.b.tmp`;
      for (const name of [`x.reftel.${dead}.a.tmp`, living, `y.reftel.${dead}.a.tmp`])
        writeFileSync(join(folder, name), 'half');
      await saveBase(at(join(folder, 'x.reftel')), baseOf('X'));
      assert.deepEqual(readdirSync(folder).sort(), ['x.reftel', living, `y.reftel.${dead}.a.tmp`]);
    });
  });

  it('has a name of its own for each folder', () => {
    assert.deepEqual(savedAt('cache', '/a'), savedAt('cache', '/a'));
    assert.notEqual(savedAt('cache', '/a').path, savedAt('cache', '/b').path);
  });

  it('is taken from another process, whole or not at all', async () => {
    await withFolder({}, async folder => {
      const [beside, path] = [join(folder, 'x.tmp'), join(folder, 'x.reftel')];
      await saveBase(at(beside), baseOf('FIRST'));
      const taken: Base[] = [];
      const taking = takeSaved(beside, at(path), base => taken.push(base));
      assert.deepEqual(taken.map(subjectIn), ['FIRST']);
      assert.equal(await taking, true);
      assert.deepEqual(
        taken.map(({ stamp }) => stamp),
        [loadSaved(at(path))?.stamp],
      );
      writeFileSync(beside, 'half');
      assert.equal(await takeSaved(beside, at(path), base => taken.push(base)), false);
      assert.equal(taken.length, 1);
      assert.deepEqual(readdirSync(folder), ['x.reftel']);
    });
  });

  it('can be shared by threads, except one from another process, which is soon replaced', async () => {
    await withFolder({}, async folder => {
      const [beside, path] = [join(folder, 'x.tmp'), join(folder, 'x.reftel')];
      await saveBase(at(beside), baseOf('FIRST'));
      const shared: boolean[] = [];
      await takeSaved(beside, at(path), base => shared.push(isShared(base)));
      const opened = loadSaved(at(path));
      assert.deepEqual([...shared, opened && isShared(opened)], [false, true]);
    });
  });

  it('is used, but does not count as saved, where it cannot be put in its place', async () => {
    await withFolder({}, async folder => {
      const [beside, path] = [join(folder, 'x.tmp'), join(folder, 'x.reftel')];
      await saveBase(at(beside), baseOf('FIRST'));
      mkdirSync(join(path, 'full'), { recursive: true });
      const taken: Base[] = [];
      assert.equal(await takeSaved(beside, at(path), base => taken.push(base)), true);
      assert.deepEqual([subjectIn(taken[1] ?? null), taken[1]?.stamp], ['FIRST', null]);
      assert.deepEqual(readdirSync(folder), ['x.reftel']);
    });
  });
});
