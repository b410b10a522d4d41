import { deepEqual, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { savedAt } from '../../server/src/host/saved/savedArchive';
import { cableText, withFolder } from '../host/folder';
import { reftel } from './command';

const cables = {
  'in/a.txt': cableText(73).replace(/^SUBJECT: .*$/m, '$&\n\nREF: A. MUSCAT 12'),
  'in/b.txt': cableText(12),
};
const ANSWER = `07MUSCAT12\t${join('in', 'b.txt')}\tCABLE NUMBER 12\n`;

describe('a command whose cache is in an impossible place', function () {
  this.timeout(60_000);

  for (const [what, place] of [
    ['below a file', 'in/a.txt/below'],
    ['in /proc', '/proc/reftel/cache'],
    ['with a name that is too long', 'x'.repeat(300)],
  ] as const)
    it(`answers where that is ${what}, and says so in a sentence`, async function () {
      if (process.platform === 'win32') this.skip('needs a POSIX system');
      await withFolder(cables, folder => {
        const { status, stdout, stderr } = reftel(
          ['cites', '07MUSCAT73', '--in', 'in', '--cache', place],
          folder,
        );
        deepEqual([status, stdout], [0, ANSWER]);
        match(stderr, /^reftel: .*: the archive cannot be saved there\n$/);
      });
    });

  it('waits for no pipe that stands in place of the archive', async function () {
    if (process.platform === 'win32') this.skip('needs a POSIX system');
    await withFolder(cables, folder => {
      const cache = join(folder, 'cache');
      mkdirSync(cache);
      if (spawnSync('mkfifo', [savedAt(cache, join(folder, 'in')).path]).status !== 0)
        return this.skip('mkfifo makes no pipes here');
      const { status, stdout } = reftel(['cites', '07MUSCAT73', '--in', 'in', '--cache', cache], folder);
      deepEqual([status, stdout], [0, ANSWER]);
    });
  });

  it('says in a sentence that a folder may not be read', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0)
      this.skip('the system or its superuser knows no rights to withhold');
    await withFolder(cables, folder => {
      chmodSync(join(folder, 'in'), 0);
      const { status, stderr } = reftel(['index', 'in'], folder);
      chmodSync(join(folder, 'in'), 0o700);
      deepEqual([status, stderr], [2, 'reftel: in: no permission to read it\n']);
    });
  });
});
