import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Base } from '../../../server/src/archive/index/format/base';
import type { Progress } from '../../../server/src/archive/refresh';
import { HEAD_BYTES } from '../../../server/src/host/files/decode';
import { filesOf } from '../../../server/src/host/files/fileLists';
import { ProblemList } from '../../../server/src/host/files/problem';
import { SIZE_LIMIT } from '../../../server/src/host/files/read';
import { type Refreshed, refresh } from '../../../server/src/host/refresh/refresh';
import { FileScanner } from '../../../server/src/host/scan/scanFile';
import { cancel, newCancellationFlag } from '../../../server/src/host/threads/cooperative';
import type { ScanPool } from '../../../server/src/host/threads/workers';
import { cableText, withFolder } from '../folder';

const HOUR_AGO = new Date(Date.now() - 3_600_000);
const MINUTE_AGO = new Date(Date.now() - 60_000);

/** Refreshes folders on this thread, and remembers which files were scanned and what was wrong. */
class Refresher {
  readonly #scanner = new FileScanner();
  readonly problems = new ProblemList();
  readonly cancelled = newCancellationFlag();
  readonly folder: string;
  scanned: string[] = [];
  readonly progress: Progress[] = [];
  /** The paths whose names were reported before their texts were read. */
  named: string[] = [];
  base: Base | null = null;
  /** Is called before the files of a task are scanned. */
  onTask: (paths: readonly string[]) => void = () => {};

  constructor(folder: string) {
    this.folder = folder;
  }

  readonly #pool: ScanPool = {
    width: 1,
    run: async task => {
      const paths = [...filesOf(task.lists)].map(({ below, name }) => below + name);
      this.onTask(paths);
      const result = this.#scanner.run(task, this.cancelled);
      this.scanned.push(...paths.slice(0, result.done));
      return result;
    },
    close: async () => {},
  };

  async run(exclude: readonly string[] = [], cancelled = this.cancelled): Promise<Refreshed> {
    this.scanned = [];
    this.named = [];
    const refreshed = await refresh(this.base, {
      folder: this.folder,
      exclude,
      cancelled,
      pool: this.#pool,
      onProgress: progress => this.progress.push(progress),
      onProblem: problem => this.problems.add(problem),
      onNames: lists => this.named.push(...[...filesOf(lists)].map(({ below, name }) => below + name)),
    });
    this.base = refreshed.base;
    return refreshed;
  }

  /** The cables that are known, by path and id. */
  get cables(): string[] {
    const { base } = this;
    if (!base) return [];
    return [...base.pathsBelow('')].sort().flatMap(path => {
      const row = base.rowsOfFile(base.fileOf(path))[0] ?? -1;
      return row < 0 ? [] : [`${path} ${base.entry(row).mrn}`];
    });
  }
}

/** Writes files as they were an hour ago: what has just been written counts as changed the next time as well. */
function write(folder: string, files: Readonly<Record<string, string>>, time = HOUR_AGO): void {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), time, time);
  }
}

describe('refreshing an archive', () => {
  it('reads all files at first, and then those alone that differ in size or time', () =>
    withFolder({ 'sub/x.md': cableText(9) }, async folder => {
      write(folder, {
        'a.txt': cableText(1),
        'b.txt': cableText(2),
        'sub/c.txt': cableText(3),
        note: 'Hello.',
      });
      const refresher = new Refresher(folder);
      const { files, complete, base } = await refresher.run();
      deepEqual([files, complete], [4, true]);
      deepEqual(refresher.scanned, ['a.txt', 'b.txt', 'note', 'sub/c.txt']);
      deepEqual(refresher.cables, ['a.txt 07MUSCAT1', 'b.txt 07MUSCAT2', 'sub/c.txt 07MUSCAT3']);

      const again = await refresher.run();
      deepEqual(refresher.scanned, []);
      equal(again.base, base);

      write(folder, { 'a.txt': cableText(4) });
      write(folder, { 'b.txt': cableText(5) }, MINUTE_AGO);
      write(folder, { 'sub/c.txt': cableText(66) });
      await refresher.run();
      deepEqual(refresher.scanned, ['b.txt', 'sub/c.txt']);
      deepEqual(refresher.cables, ['a.txt 07MUSCAT1', 'b.txt 07MUSCAT5', 'sub/c.txt 07MUSCAT66']);
    }));

  it('reports the names of the files that it is going to read, whether or not others are known', () =>
    withFolder({}, async folder => {
      write(folder, { 'a.txt': cableText(1) });
      const refresher = new Refresher(folder);
      await refresher.run(['*.txt']);
      deepEqual(refresher.named, []);
      await refresher.run();
      deepEqual(refresher.named, ['a.txt']);
      write(folder, { 'b.txt': cableText(2) });
      await refresher.run();
      deepEqual(refresher.named, ['b.txt']);
    }));

  it('reads once more what was written within the last tick of a clock', () =>
    withFolder({}, async folder => {
      // Ahead of now, lest a slow machine let the tick pass.
      const time = new Date(Date.now() + 30_000);
      write(folder, { 'a.txt': cableText(1) }, time);
      const refresher = new Refresher(folder);
      await refresher.run();
      // Neither time nor size tells that it was written again.
      write(folder, { 'a.txt': cableText(2) }, time);
      await refresher.run();
      deepEqual(refresher.cables, ['a.txt 07MUSCAT2']);
    }));

  it('follows files and folders that move or go, and those that are left out from now on', () =>
    withFolder({ 'old/a.txt': '', 'old/deep/b.txt': '', 'c.txt': '' }, async folder => {
      write(folder, { 'old/a.txt': cableText(1), 'old/deep/b.txt': cableText(2), 'c.txt': cableText(3) });
      const refresher = new Refresher(folder);
      await refresher.run();
      renameSync(join(folder, 'old'), join(folder, 'new'));
      rmSync(join(folder, 'c.txt'));
      await refresher.run();
      deepEqual(refresher.cables, ['new/a.txt 07MUSCAT1', 'new/deep/b.txt 07MUSCAT2']);
      await refresher.run(['new/deep']);
      deepEqual(refresher.cables, ['new/a.txt 07MUSCAT1']);
      deepEqual(refresher.scanned, []);
    }));

  it('stands circles of links, pipes, large and binary files, and says a word about each kind of problem', async function () {
    if (process.platform === 'win32') this.skip('needs a POSIX system');
    await withFolder(
      { 'a.txt': cableText(1), 'b.txt': new Uint8Array(3000), 'sub/c.txt': cableText(2) },
      async folder => {
        symlinkSync(folder, join(folder, 'sub', 'loop'), 'dir');
        symlinkSync('self', join(folder, 'self'));
        if (spawnSync('mkfifo', [join(folder, 'pipe.txt')]).status !== 0)
          this.skip('mkfifo makes no pipes here');
        for (const name of ['large.txt', 'larger.txt', 'other.txt']) {
          const file = openSync(join(folder, name), 'w');
          writeSync(file, (name === 'other.txt' ? 'A letter.' : cableText(3)).padEnd(HEAD_BYTES), 0);
          // The file is sparse: all but its head and its last byte takes no room on the disk.
          writeSync(file, 'x', SIZE_LIMIT);
          closeSync(file);
        }
        const refresher = new Refresher(folder);
        const { complete } = await refresher.run();
        equal(complete, true);
        deepEqual(refresher.cables, ['a.txt 07MUSCAT1', 'sub/c.txt 07MUSCAT2']);
        deepEqual(refresher.problems.lines(), [
          `${join(folder, 'large.txt')}: it is larger than 50 MB (and 1 other)`,
        ]);
      },
    );
  });

  it('reads a file above a megabyte', () =>
    withFolder({ 'a.txt': cableText(1, [`1. ${'Text. '.repeat(300_000)}`]) }, async folder => {
      const refresher = new Refresher(folder);
      await refresher.run();
      deepEqual(refresher.cables, ['a.txt 07MUSCAT1']);
    }));

  it('passes over a file that is gone when its turn comes', () =>
    withFolder({}, async folder => {
      write(folder, { 'a.txt': cableText(1), 'b.txt': cableText(2) });
      const refresher = new Refresher(folder);
      refresher.onTask = () => rmSync(join(folder, 'a.txt'), { force: true });
      await refresher.run();
      deepEqual(refresher.cables, ['b.txt 07MUSCAT2']);
      deepEqual(refresher.problems.lines(), []);
    }));

  it('keeps what it has read when it is stopped, and goes on from there', () =>
    withFolder({}, async folder => {
      const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i}.txt`, cableText(i)]));
      write(folder, files);
      const refresher = new Refresher(folder);
      let tasks = 0;
      const cancelled = newCancellationFlag();
      refresher.onTask = () => {
        if (++tasks === 2) cancel(cancelled);
      };
      const first = await refresher.run([], cancelled);
      equal(first.complete, false);
      const read = refresher.scanned.length;
      ok(read > 0 && read < 600, `${read} files were read`);
      equal(refresher.cables.length, read);

      const stopped = newCancellationFlag();
      cancel(stopped);
      equal((await refresher.run([], stopped)).complete, false);
      equal(refresher.cables.length, read);

      equal((await refresher.run()).complete, true);
      equal(refresher.scanned.length, 600 - read);
      equal(refresher.cables.length, 600);
    }));

  it('keeps what it knows of a folder that is not there, and of files that a thread was lost with', () =>
    withFolder({ 'in/a.txt': '' }, async top => {
      const folder = join(top, 'in');
      write(folder, { 'a.txt': cableText(1) });
      const refresher = new Refresher(folder);
      await refresher.run();
      renameSync(folder, join(top, 'away'));
      equal((await refresher.run()).complete, false);
      deepEqual(refresher.cables, ['a.txt 07MUSCAT1']);
      renameSync(join(top, 'away'), folder);

      write(folder, { 'a.txt': cableText(2), 'b.txt': cableText(3) }, MINUTE_AGO);
      refresher.onTask = () => {
        throw new Error('out of memory');
      };
      equal((await refresher.run()).complete, false);
      deepEqual(refresher.cables, ['a.txt 07MUSCAT1']);
      match(refresher.problems.lines().at(-1) ?? '', /: a thread that read its files ended: out of memory$/);
      refresher.onTask = () => {};
      await refresher.run();
      deepEqual(refresher.cables, ['a.txt 07MUSCAT2', 'b.txt 07MUSCAT3']);
    }));

  it('reads while it still looks, and knows how much there is to read from then on', () =>
    withFolder({}, async folder => {
      for (const part of ['a', 'b']) {
        mkdirSync(join(folder, part));
        write(
          folder,
          Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${part}/${i}`, 'A letter.'])),
        );
      }
      const refresher = new Refresher(folder);
      refresher.onTask = () => rmSync(join(folder, 'b'), { recursive: true, force: true });
      deepEqual((await refresher.run()).files, 300);
      const reading = refresher.progress.filter(({ stage }) => stage === 'reading');
      deepEqual(reading.at(-1), { stage: 'reading', done: 300, total: 300 });
      equal(refresher.progress[0]?.stage, 'looking');
    }));

  it('has nothing to say about an empty folder', () =>
    withFolder({}, async folder => {
      mkdirSync(join(folder, 'empty'));
      const refresher = new Refresher(folder);
      deepEqual((await refresher.run()).files, 0);
      deepEqual(refresher.cables, []);
    }));
});
