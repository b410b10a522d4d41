import assert from 'node:assert/strict';
import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEAD_BYTES } from '../../server/src/host/files/decode';
import { SIZE_LIMIT } from '../../server/src/host/files/read';
import { generateArchive } from '../bench/generate';
import { cableText, withFolder } from '../host/folder';
import { seeds } from '../seeds';
import { reftel, reftelInterrupted } from './command';

/** Each test starts several processes, which take their time on a busy machine. */
const PATIENCE = 60_000;

const lines = (text: string) => text.split('\n').slice(0, -1);

describe('reftel cites and cited-by', function () {
  this.timeout(PATIENCE);

  it('follow the references of the sample cables', () => {
    const cites = reftel(['cites', '07 muscat 00154', '--in', 'seeds']);
    assert.deepEqual([cites.status, cites.stderr], [0, '']);
    const cited = lines(cites.stdout).map(line => line.split('\t'));
    assert.deepEqual(
      cited.map(([id, file]) => [id, file]),
      [
        ['07STATE16868', 'not in this folder'],
        ['07MUSCAT73', 'seeds/000_2997beacdc0d1d2b.txt'],
        ['06MUSCAT1735', 'not in this folder'],
      ],
    );
    assert.ok(cited.every(columns => columns.length === 3));
    assert.ok((cited[1]?.[2] ?? '').length > 10);

    assert.equal(reftel(['cites', '--in=seeds', '07', 'MUSCAT', '154']).stdout, cites.stdout);
    const citedBy = reftel(['cited-by', '07MUSCAT73', '--in', 'seeds']);
    assert.deepEqual([citedBy.status, citedBy.stderr], [0, '']);
    const places = lines(citedBy.stdout).map(line => line.split('\t'));
    assert.ok(
      places.some(([place]) => place?.startsWith('seeds/001_d7c79b370b6b1b3a.txt:28:')),
      citedBy.stdout,
    );
    assert.ok(
      places.some(([place]) => place?.startsWith('seeds/001_d7c79b370b6b1b3a.txt:39:')),
      citedBy.stdout,
    );
    assert.ok(places.every(([, id]) => id === '07MUSCAT154'));
  });

  it('know a cable that is only cited, and say which is not known', () => {
    const absent = reftel(['cited-by', '06MUSCAT1735', '--in', 'seeds']);
    assert.equal(absent.status, 0);
    assert.deepEqual(
      new Set(lines(absent.stdout).map(line => line.split('\t')[1])),
      new Set(['07MUSCAT73', '07MUSCAT154']),
    );
    for (const args of [
      ['cites', '06MUSCAT1735'],
      ['cited-by', '99MUSCAT1'],
      ['cites', '99 MUSCAT 1'],
    ]) {
      const { status, stdout, stderr } = reftel([...args, '--in', 'seeds']);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /is not in this folder\n$/);
    }
  });
});

describe('reftel index', function () {
  this.timeout(PATIENCE);

  const files = Object.fromEntries(seeds.map(({ name, text }) => [name, text]));
  const indexed = (folder: string, ...more: readonly string[]) => {
    const { status, stdout, stderr } = reftel([
      'index',
      folder,
      '--format',
      'json',
      '--cache',
      join(folder, '.cache'),
      ...more,
    ]);
    assert.deepEqual([status, stderr], [0, '']);
    return JSON.parse(stdout);
  };

  it('says what a folder holds, the same for a saved archive as for a new one', () =>
    withFolder(files, folder => {
      const first = indexed(folder);
      assert.deepEqual(Object.keys(first), [
        'files',
        'cables',
        'references',
        'resolved',
        'seconds',
        'cacheBytes',
        'peakMemory',
      ]);
      const { seconds, cacheBytes, peakMemory, ...counts } = first;
      assert.deepEqual(counts, { files: 5, cables: 5, references: 12, resolved: 2 });
      assert.ok(seconds > 0 && cacheBytes >= 0 && peakMemory > 1e6, JSON.stringify(first));
      for (const again of [indexed(folder), indexed(folder, '--rebuild')]) {
        const { files, cables, references, resolved } = again;
        assert.deepEqual({ files, cables, references, resolved }, counts);
      }
    }));

  it('sees what has changed since', () =>
    withFolder(files, folder => {
      const before = indexed(folder);
      writeFileSync(join(folder, 'new.txt'), cableText(73, ['1. (U) See 07 MUSCAT 919 and 07 MUSCAT 5000.']));
      rmSync(join(folder, seeds[4]?.name ?? ''));
      const after = indexed(folder);
      assert.deepEqual([after.files, after.cables], [5, 5]);
      assert.notDeepEqual(after.references, before.references);
      assert.deepEqual(indexed(folder, '--rebuild').references, after.references);
      const cache = ['--in', folder, '--cache', join(folder, '.cache')];
      const citing = reftel(['cited-by', '07MUSCAT5000', ...cache]);
      assert.match(citing.stdout, /new\.txt:17:\d+\t07MUSCAT73\tCABLE NUMBER 73\n$/);
      assert.equal(reftel(['cites', '07MUSCAT919', ...cache]).status, 1);
    }));

  it('keeps what it has read when a person stops it', function () {
    if (process.platform === 'win32') this.skip('needs a POSIX system');
    return withFolder({}, async folder => {
      const cables = join(folder, 'cables');
      generateArchive(cables, 3000);
      const args = ['index', cables, '--cache', join(folder, 'cache')];
      const { status, stdout, stderr } = await reftelInterrupted(args, 800);
      // On a quick machine it is done before, on a busy one it has not begun.
      if (status === 2) {
        assert.equal(stdout, '');
        assert.match(
          stderr,
          /^reftel: stopped; \d+ cables are known, and the next index goes on from there\n$/,
        );
      }
      assert.match(reftel(args).stdout, /^files {8}3000\ncables {7}3000\n/);
    });
  });

  /** What its file begins with is text; behind that it can be as long as one wants. */
  const large = `${cableText(1)}${' '.repeat(HEAD_BYTES)}`;

  it('goes by the paths that it is given, from where it is called', () =>
    withFolder({ 'cables/a/large.txt': large, 'cables/b.txt': cableText(2) }, folder => {
      truncateSync(join(folder, 'cables/a/large.txt'), SIZE_LIMIT + 1);
      for (const more of [[], ['--rebuild']]) {
        const { status, stdout, stderr } = reftel(['index', 'cables', '--cache', 'saved', ...more], folder);
        assert.equal(status, 0);
        assert.match(stdout, /^files {8}2\ncables {7}1\n/);
        assert.equal(stderr, `reftel: ${join('cables', 'a', 'large.txt')}: it is larger than 50 MB\n`);
      }
      assert.deepEqual(readdirSync(folder).sort(), ['cables', 'saved']);
      assert.equal(readdirSync(join(folder, 'saved')).length, 1);
    }));

  it('tells a person the same in words', () =>
    withFolder(files, folder => {
      const { status, stdout } = reftel(['index', folder, '--cache', join(folder, '.cache')]);
      assert.equal(status, 0);
      assert.match(stdout, /^files {8}5\ncables {7}5\nreferences {3}12, of these resolved 2\n/);
    }));
});
