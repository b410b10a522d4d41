import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cableByName } from '../../../server/src/cable/byName';
import { type Collector, collectCables } from '../../../server/src/host/files/collect';
import { readCable } from '../../../server/src/host/files/read';
import { cableText, withFolder } from '../folder';

async function collected(folder: string, more: Partial<Collector> = {}) {
  const cables: string[] = [];
  const problems: string[] = [];
  await collectCables(folder, {
    onCable: path => void cables.push(relative(folder, path)),
    onProblem: ({ path, kind }) => void problems.push(`${relative(folder, path)}: ${kind}`),
    ...more,
  });
  return { cables, problems };
}

describe('collecting cables', () => {
  it('takes .cable files, and plain text that looks like a cable', async () => {
    const cable = cableText(73);
    const files = {
      '07MUSCAT73': cable,
      'a.TXT': cable,
      'b.txt': 'A letter.\n',
      'c.cable': 'Not much.',
      'd.md': cable,
      'e.asc': cable,
      'e.log': cable,
      'f.001': cable,
      'g.js': cable,
      'empty.cable': '',
      'empty.txt': '',
    };
    await withFolder(files, async folder => {
      assert.deepEqual(await collected(folder), {
        cables: ['07MUSCAT73', 'a.TXT', 'c.cable', 'e.asc', 'e.log', 'empty.cable', 'f.001'],
        problems: [],
      });
    });
  });

  it('hands over the whole text', async () => {
    const text = cableText(73, ['x'.repeat(100_000)]);
    await withFolder({ 'a.txt': text }, async folder => {
      const texts: string[] = [];
      await collected(folder, { onCable: (_, content) => void texts.push(content) });
      assert.deepEqual(texts, [text]);
    });
  });

  it('is silent about binary files unless their name says that they are cables', async () => {
    const binary = new Uint8Array([1, 0, 2]);
    await withFolder({ 'a.txt': binary, b: binary, 'c.cable': binary }, async folder => {
      assert.deepEqual(await collected(folder), { cables: [], problems: ['c.cable: binary'] });
    });
  });

  it('passes over a file that vanishes, waits for promises, and stops when it is told to', async () => {
    const cable = cableText(73);
    await withFolder({ 'a.txt': cable, 'b.txt': cable, 'c.txt': cable, 'd.txt': cable }, async folder => {
      const abort = new AbortController();
      const steps: string[] = [];
      const onCable = async (path: string) => {
        steps.push(`begin ${relative(folder, path)}`);
        if (path.endsWith('a.txt')) rmSync(join(folder, 'b.txt'));
        if (path.endsWith('c.txt')) abort.abort();
        await new Promise(resolve => setImmediate(resolve));
        steps.push(`end ${relative(folder, path)}`);
      };
      const { problems } = await collected(folder, { onCable, signal: abort.signal });
      assert.deepEqual(steps, ['begin a.txt', 'end a.txt', 'begin c.txt', 'end c.txt']);
      assert.deepEqual(problems, []);
    });
  });
});

describe('cable files', () => {
  it('are told by extension, else by content', async () => {
    assert.equal(cableByName('x/a.CABLE'), 'always');
    assert.equal(cableByName('x.y/07MUSCAT73'), 'by-content');
    assert.equal(cableByName('a.text'), 'by-content');
    assert.equal(cableByName('a.json'), 'never');
    const cable = cableText(73);
    await withFolder({ 'a.md': cable, 'b.txt': 'A letter.' }, folder => {
      assert.deepEqual(readCable(join(folder, 'a.md')), { kind: 'text', text: cable });
      assert.deepEqual(readCable(join(folder, 'b.txt')), { kind: 'declined' });
      assert.equal(readCable(join(folder, 'c.txt')).kind, 'problem');
    });
  });
});
