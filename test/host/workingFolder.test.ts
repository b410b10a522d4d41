import { deepEqual, equal, rejects } from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathFrom, within } from '../../server/src/host/refresh/workingFolder';
import { withFolder } from './folder';

describe('working within a folder', () => {
  it('makes that the working directory as long as the work lasts', async function () {
    if (process.platform === 'win32') this.skip();
    const before = process.cwd();
    await withFolder({}, async folder => {
      const [root, inside] = await within(folder, async root => [root, process.cwd()]);
      deepEqual([root, inside], ['.', realpathSync(folder)]);
      equal(process.cwd(), before);
      await rejects(
        within(folder, async () => {
          throw new Error('no');
        }),
        /no/,
      );
      equal(process.cwd(), before);
    });
  });

  it('goes by the path of a folder that cannot be entered', async () => {
    const folder = join('nowhere', 'at all');
    const before = process.cwd();
    deepEqual(await within(folder, async root => [root, process.cwd()]), [folder, before]);
  });

  it('calls files as those do who know the folder by its path', () => {
    const below = join('b', 'c.txt');
    equal(pathFrom('a', '.', below), join('a', below));
    equal(pathFrom('a', '.', '.'), 'a');
    equal(pathFrom('.', '.', below), below);
    equal(pathFrom('a', 'a', join('a', below)), join('a', below));
  });
});
