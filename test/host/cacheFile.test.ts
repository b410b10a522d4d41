import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Base } from '../../server/src/archive/index/format/base';
import { cachePath, loadBase, saveBase } from '../../server/src/host/saved/cacheFile';
import { madeBase } from '../archive/index/madeBase';
import { madeFacts } from '../archive/made';
import { withFolder } from './folder';

const LABEL = 'program 1.2.3';

const baseOf = (subject: string, count = 1) =>
  madeBase(
    Array.from({ length: count }, (_, i) => [`${i}.txt`, madeFacts({ mrn: `07MUSCAT${i + 1}`, subject })]),
  );

const subjectIn = (base: Base | null) => base && base.entry(0).subject;

describe('the saved archive', () => {
  it('comes back, and is replaced by the next one', async () => {
    await withFolder({}, async folder => {
      const path = join(folder, 'not/yet/there', 'x.reftel');
      assert.equal(loadBase(path, LABEL), null);
      const size = await saveBase(path, baseOf('FIRST', 100), LABEL);
      assert.equal(size, readFileSync(path).length);
      assert.deepEqual(loadBase(path, LABEL)?.columns, baseOf('FIRST', 100).columns);
      assert.equal(loadBase(path, 'program 1.2.4'), null);
      await saveBase(path, baseOf('SECOND'), LABEL);
      assert.equal(subjectIn(loadBase(path, LABEL)), 'SECOND');
      assert.deepEqual(readdirSync(join(folder, 'not/yet/there')), ['x.reftel']);
    });
  });

  it('is none when it is empty, cut, damaged, something else or a folder', async () => {
    await withFolder({ 'empty.reftel': '', 'text.reftel': 'REFTEL\n'.repeat(1000) }, async folder => {
      const path = join(folder, 'x.reftel');
      const size = (await saveBase(path, baseOf('FIRST', 100), LABEL)) ?? 0;
      const damaged = readFileSync(path);
      damaged[size - 200] = (damaged[size - 200] ?? 0) ^ 1;
      writeFileSync(join(folder, 'damaged.reftel'), damaged);
      truncateSync(path, size - 16);
      for (const name of ['empty', 'text', 'damaged', 'x'])
        assert.equal(loadBase(join(folder, `${name}.reftel`), LABEL), null, name);
      assert.equal(loadBase(folder, LABEL), null);
    });
  });

  it('stays what it was when it cannot be saved, and nothing is left behind', async () => {
    await withFolder({ 'file.txt': '' }, async folder => {
      assert.equal(await saveBase(join(folder, 'file.txt', 'x.reftel'), baseOf('X'), LABEL), null);
      const path = join(folder, 'y.reftel');
      // Something in its place that cannot be replaced.
      mkdirSync(join(path, 'full'), { recursive: true });
      assert.equal(await saveBase(path, baseOf('X'), LABEL), null);
      assert.deepEqual(readdirSync(folder), ['file.txt', 'y.reftel']);
    });
  });

  it('is always one of those saved at the same time', async () => {
    await withFolder({}, async folder => {
      const path = join(folder, 'x.reftel');
      const subjects = Array.from({ length: 12 }, (_, i) => `NUMBER ${i}`);
      const bases = subjects.map((subject, i) => baseOf(subject, 50 * (i + 1)));
      await saveBase(path, baseOf('NUMBER 0'), LABEL);
      let saving = true;
      const saved = Promise.all(bases.map(base => saveBase(path, base, LABEL))).finally(() => {
        saving = false;
      });
      while (saving) {
        assert.ok(subjects.includes(subjectIn(loadBase(path, LABEL)) ?? ''));
        await new Promise(resolve => setImmediate(resolve));
      }
      assert.ok((await saved).every(size => size !== null));
      assert.deepEqual(readdirSync(folder), ['x.reftel']);
    });
  });

  it('has the leftovers of a process that was killed taken away, not those of one that runs', async () => {
    await withFolder({}, async folder => {
      const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
      const living = `x.reftel.${process.ppid}.b.tmp`;
      for (const name of [`x.reftel.${dead}.a.tmp`, living, `y.reftel.${dead}.a.tmp`])
        writeFileSync(join(folder, name), 'half');
      await saveBase(join(folder, 'x.reftel'), baseOf('X'), LABEL);
      assert.deepEqual(readdirSync(folder).sort(), ['x.reftel', living, `y.reftel.${dead}.a.tmp`]);
    });
  });

  it('has a name of its own for each folder', () => {
    assert.equal(cachePath('cache', '/a'), cachePath('cache', '/a'));
    assert.notEqual(cachePath('cache', '/a'), cachePath('cache', '/b'));
  });
});
