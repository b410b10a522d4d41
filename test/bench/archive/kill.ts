import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { killIndex } from '../../protocol/killing';
import { pick, randomFrom } from '../generate/random';
import { limit } from '../measure';
import { folderFor } from './archive';
import { withCache } from './full';
import { indexFolder } from './machine';
import { samplesOf } from './samples';

const CLI = resolve('dist/cli.js');
const CABLES = 3000;

/**
 * Kills `reftel index` again and again, at random moments and while it saves, and asks each time whether the next start counts
 * and answers as a fresh index does. The seed is printed; `REFTEL_SEED` takes one.
 */
export async function benchKills(rounds: number): Promise<void> {
  const seed = Number(process.env.REFTEL_SEED ?? Date.now() % 1_000_000);
  const random = randomFrom(seed);
  const folder = folderFor(String(CABLES));
  const ids = samplesOf(folder, 40).map(({ mrn }) => mrn);
  await withCache(async fresh => {
    const expected = await countsOf(folder, join(fresh, 'expected'));
    const answers = new Map<string, string>();
    const expectedAnswer = (command: string, id: string) => {
      const key = `${command} ${id}`;
      const answer = answers.get(key) ?? ask(command, id, folder, join(fresh, 'expected'));
      answers.set(key, answer);
      return answer;
    };
    const { ms: duration } = await indexFolder(folder, join(fresh, 'timed'));
    const cache = join(fresh, 'killed');
    let wrong = 0;
    let alive = 0;
    for (let round = 0; round < rounds; round++) {
      const rebuild = round % 3 === 0;
      if (round % 3 === 1) rmSync(cache, { recursive: true, force: true });
      const killed = await killIndex(
        folder,
        cache,
        { duration, whileSaving: round % 2 === 0, rebuild },
        random,
      );
      if (!killed) alive += 1;
      const counts = await countsOf(folder, cache);
      const id = pick(random, ids);
      const same = (command: string) => ask(command, id, folder, cache) === expectedAnswer(command, id);
      if (counts !== expected || !same('cites') || !same('cited-by')) {
        wrong += 1;
        console.log(
          `  wrong after kill ${round} (seed ${seed}): ${counts}, expected ${expected}; asked about ${id}`,
        );
      }
    }
    console.log(
      `\nKilled ${rounds - alive} of ${rounds} times while indexing ${CABLES} cables (seed ${seed})`,
    );
    limit('the next start is right each time', wrong === 0);
  });
}

async function countsOf(folder: string, cache: string): Promise<string> {
  const { files, cables, references, resolved } = await indexFolder(folder, cache);
  return JSON.stringify({ files, cables, references, resolved });
}

function ask(command: string, id: string, folder: string, cache: string): string {
  const args = [CLI, command, id, '--in', folder, '--cache', cache];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return stdout + stderr;
}
