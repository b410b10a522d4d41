import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputOf } from './inputs';
import { assertSound } from './oracle';
import { assertImportable, sourceOf } from './sources';

const RUNS = Number(process.env.REFTEL_FUZZ ?? 5000);
const SEED = Number(process.env.REFTEL_SEED ?? 1);
const FOUND = 'test/fuzz/found';

describe(`random texts (REFTEL_SEED=${SEED} REFTEL_FUZZ=${RUNS})`, function () {
  this.timeout(Math.max(60_000, RUNS * 50));

  it('are read soundly, and shown as editors want it', () => {
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      try {
        assertSound(inputOf(seed));
      } catch (error) {
        throw new Error(`text ${seed}: npm run fuzz -- --seed=${seed} --runs=1`, { cause: error });
      }
    }
  });

  it('are brought in, and made readable, as sources of any kind', async () => {
    for (let seed = SEED; seed < SEED + RUNS / 10; seed++) {
      try {
        await assertImportable(sourceOf(seed));
      } catch (error) {
        throw new Error(`source ${seed}: REFTEL_SEED=${seed} REFTEL_FUZZ=1`, { cause: error });
      }
    }
  });

  for (const name of readdirSync(FOUND))
    it(`that failed once do not any more: ${name}`, () =>
      assertSound(readFileSync(join(FOUND, name), 'utf8')));
});
