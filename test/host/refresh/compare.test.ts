import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatchWriter } from '../../../server/src/archive/index/build/batch';
import type { Base } from '../../../server/src/archive/index/format/base';
import { selectionOf } from '../../../server/src/archive/selection';
import { type Comparison, compareFiles } from '../../../server/src/host/refresh/compare';
import { changedPlaces, type FileStates } from '../../../server/src/host/refresh/fileStates';
import { cancel, newCancellationFlag } from '../../../server/src/host/threads/cooperative';
import type { StatPool } from '../../../server/src/host/threads/workers';
import { buildBase } from '../../archive/index/madeBase';
import { withFolder } from '../folder';

const TIME = new Date(1_200_000_000_000);

/** Writes files of one size and time, so that each is as `knownOf` has it. */
function write(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'x');
    utimesSync(join(folder, path), TIME, TIME);
  }
}

/** A base of files with one byte each that were changed at `TIME`. */
function knownOf(paths: readonly string[]): Base {
  const writer = new BatchWriter();
  for (const path of paths) writer.add(path, 1, TIME.getTime(), []);
  return buildBase(null, [writer.finish()]);
}

/** Looks at files on this thread, after all that is under way; `lost` of the tasks are lost with their threads. */
function latePool(lost = 0): StatPool & { tasks: FileStates[] } {
  const tasks: FileStates[] = [];
  return {
    tasks,
    width: 1,
    async run(states) {
      tasks.push(states);
      const isLost = tasks.length <= lost;
      await new Promise(resolve => setImmediate(resolve));
      if (isLost) throw new Error('the thread ended');
      return changedPlaces(states);
    },
    close: async () => {},
  };
}

async function compared(
  folder: string,
  base: Base | null,
  pool: StatPool | null = null,
  cancelled = newCancellationFlag(),
): Promise<Comparison & { stale: string[] }> {
  const stale: string[] = [];
  const comparison = await compareFiles({
    folder,
    selection: selectionOf([]),
    base,
    cancelled,
    pool,
    onProblem: () => {},
    onFound: () => {},
    onStale: (below, name) => stale.push(below + name),
  });
  return { ...comparison, stale: stale.sort() };
}

describe('comparing a folder with what is known of it', () => {
  const many = Array.from({ length: 1600 }, (_, i) => `${i % 7}/${i}.txt`);

  it('finds what is new, changed or gone, with threads that help and without', () =>
    withFolder({}, async folder => {
      write(folder, many);
      const base = knownOf([...many, 'gone/a.txt', '0/gone.txt']);
      write(folder, ['0/new.txt', 'new/a.txt']);
      writeFileSync(join(folder, '3/3.txt'), 'longer');
      utimesSync(join(folder, '3/3.txt'), TIME, TIME);
      utimesSync(join(folder, '4/4.txt'), TIME, new Date());
      rmSync(join(folder, '5/5.txt'));
      const pool = latePool();
      for (const each of [null, pool, latePool(2)]) {
        const { files, stale, gone, isWhole } = await compared(folder, base, each);
        deepEqual(stale, ['0/new.txt', '3/3.txt', '4/4.txt', 'new/a.txt']);
        deepEqual([...gone].sort(), ['0/gone.txt', '5/5.txt', 'gone/a.txt']);
        deepEqual([files, isWhole], [1601, true]);
      }
      ok(pool.tasks.length > 0);
    }));

  it('knows names by their letters, whatever lies between them', () =>
    withFolder({}, async folder => {
      const paths = ['B.txt', 'a.txt', 'a/z.txt', 'á.txt', 'é/ü.txt', '\u{ff5e}.txt', '\u{1f4dc}.txt', 'b'];
      write(folder, paths);
      deepEqual((await compared(folder, knownOf(paths))).stale, []);
      deepEqual((await compared(folder, knownOf(paths.slice(1)))).stale, ['B.txt']);
      deepEqual((await compared(folder, knownOf(paths.slice(0, -1)))).stale, ['b']);
      deepEqual((await compared(folder, null)).stale, [...paths].sort());
    }));

  it('takes a folder for gone only where the whole walk was made', () =>
    withFolder({}, async folder => {
      const base = knownOf(many);
      equal((await compared(folder, base)).gone.length, many.length);
      deepEqual((await compared(join(folder, 'nowhere'), base)).gone, []);
      const cancelled = newCancellationFlag();
      cancel(cancelled);
      const { gone, isWhole } = await compared(folder, base, null, cancelled);
      deepEqual([gone, isWhole], [[], false]);
    }));

  it('counts a file of the time 0 as changed, and one that a folder has the name of as gone', () =>
    withFolder({}, async folder => {
      write(folder, ['a.txt', 'b.txt/c.txt']);
      const writer = new BatchWriter();
      writer.add('a.txt', 1, 0, []);
      writer.add('b.txt', 1, TIME.getTime(), []);
      const { stale, gone } = await compared(folder, buildBase(null, [writer.finish()]));
      deepEqual(stale, ['a.txt', 'b.txt/c.txt']);
      deepEqual(gone, ['b.txt']);
    }));
});
