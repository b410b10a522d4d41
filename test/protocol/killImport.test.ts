import { deepEqual } from 'node:assert/strict';
import { randomFrom } from '../bench/generate/random';
import { killImports } from './killing';

const ROWS = 5000;
/** The nightly tests kill a hundred. */
const KILLS = Number(process.env.REFTEL_KILLS ?? 3);

describe('an import that was killed', function () {
  this.timeout(60_000 * (3 + KILLS));

  it('ends with the same bytes as one left alone', async () => {
    const seed = Number(process.env.REFTEL_SEED ?? Date.now() % 1_000_000);
    const { kills, isSame } = await killImports(ROWS, KILLS, randomFrom(seed));
    deepEqual([kills, isSame], [KILLS, true], `REFTEL_SEED=${seed}`);
  });
});
