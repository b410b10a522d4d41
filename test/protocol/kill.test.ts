import { deepEqual, equal } from 'node:assert/strict';
import { join } from 'node:path';
import { generateArchive } from '../bench/generate';
import { rowId } from '../bench/generate/plan';
import { below, pick, randomFrom } from '../bench/generate/random';
import { withFolder } from '../host/folder';
import { reftel } from './command';
import { killIndex } from './killing';

const CABLES = 300;
/** The nightly tests kill a hundred. */
const KILLS = Number(process.env.REFTEL_KILLS ?? 4);

function countsIn(folder: string, cache: string): object {
  const { status, stdout, stderr } = reftel(['index', folder, '--cache', cache, '--format', 'json']);
  deepEqual([status, stderr], [0, '']);
  const { files, cables, references, resolved } = JSON.parse(stdout);
  return { files, cables, references, resolved };
}

describe('an index that was killed', function () {
  this.timeout(30_000 * (4 + KILLS));

  // `npm run bench -- --kill` does it more often and with more cables.
  it('leaves nothing behind that the next start trusts wrongly', () =>
    withFolder({}, async folder => {
      const seed = Number(process.env.REFTEL_SEED ?? Date.now() % 1_000_000);
      const random = randomFrom(seed);
      const cables = join(folder, 'cables');
      const fresh = join(folder, 'fresh');
      const killed = join(folder, 'killed');
      const plan = generateArchive(cables, CABLES);
      const expected = countsIn(cables, fresh);
      for (let round = 0; round < KILLS; round++) {
        const whileSaving = round % 2 === 0;
        await killIndex(cables, killed, { duration: 500, whileSaving, rebuild: true }, random);
        const id = rowId(plan, below(random, CABLES));
        const command = pick(random, ['cites', 'cited-by']);
        const ask = (cache: string) => reftel([command, id, '--in', cables, '--cache', cache]).stdout;
        deepEqual(countsIn(cables, killed), expected, `REFTEL_SEED=${seed}`);
        equal(ask(killed), ask(fresh), `REFTEL_SEED=${seed}`);
      }
    }));
});
