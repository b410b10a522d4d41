import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordUse } from '../../../server/src/host/saved/cacheFolder';
import { savedAt } from '../../../server/src/host/saved/savedArchive';
import { withFolder } from '../folder';

const DAY = 24 * 60 * 60 * 1000;

/** Writes a file that was changed so many days ago. */
function write(path: string, days: number): void {
  writeFileSync(path, '');
  const time = new Date(Date.now() - days * DAY);
  utimesSync(path, time, time);
}

describe('archives that are kept', () => {
  it('are those that somebody has opened within three months', () =>
    withFolder({}, async cache => {
      const [own = '', recent = '', old = ''] = ['/own', '/recent', '/old'].map(
        folder => savedAt(cache, folder).path,
      );
      write(own, 200);
      write(recent, 80);
      write(old, 100);
      write(`${old}.123.abc.tmp`, 100);
      write(`${recent}.123.abc.tmp`, 1);
      await recordUse(own);
      deepEqual(
        readdirSync(cache).sort(),
        [own, recent, `${recent}.123.abc.tmp`].map(path => path.slice(cache.length + 1)).sort(),
      );
      ok(Date.now() - statSync(own).mtimeMs < DAY);
    }));

  it('leave what is not theirs alone', () =>
    withFolder({}, async cache => {
      const names = ['notes.txt', 'x.reftel', `${'a'.repeat(24)}.reftel.zip`, 'a.tmp'];
      for (const name of names) write(join(cache, name), 1000);
      await recordUse(savedAt(cache, '/own').path);
      deepEqual(readdirSync(cache).sort(), [...names].sort());
    }));

  it('need not be there', async () => {
    equal(await recordUse(savedAt(join('nowhere', 'at all'), '/own').path), undefined);
  });
});
