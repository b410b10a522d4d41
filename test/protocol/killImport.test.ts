import { deepEqual } from 'node:assert/strict';
import { randomFrom } from '../bench/generate/random';
import { killImports } from './killing';

const ROWS = 5000;
const KILLS = 3;

describe('an import that was killed', function () {
  this.timeout(180_000);

  // `npm run bench -- --import` does it more often.
  it('ends with the same bytes as one left alone', async () => {
    const seed = Number(process.env.REFTEL_SEED ?? Date.now() % 1_000_000);
    const { kills, isSame } = await killImports(ROWS, KILLS, randomFrom(seed));
    deepEqual([kills, isSame], [KILLS, true], `REFTEL_SEED=${seed}`);
  });
});
