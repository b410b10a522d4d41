import { spawnSync } from 'node:child_process';
import { rmSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killIndex } from '../../protocol/killing';
import { pick, randomFrom } from '../generate/random';
import { limit } from '../measure';
import { folderFor } from './archive';
import { withCache } from './full';
import { indexFolder } from './machine';
import { type Sample, samplesOf } from './samples';

const CLI = resolve('dist/cli.js');
const CABLES = 2000;
const ASKED = 200;

/**
 * Kills `reftel index` until it was killed `kills` times, at random moments and while it saves, with nothing saved before, with all
 * to be read again and with some files changed. Asks each time whether the next start counts and answers as a fresh index does.
 * The seed is printed; `REFTEL_SEED` takes one.
 */
export async function benchKills(kills: number): Promise<void> {
  const seed = Number(process.env.REFTEL_SEED ?? Date.now() % 1_000_000);
  const random = randomFrom(seed);
  const folder = folderFor(String(CABLES));
  const samples = samplesOf(folder, ASKED);
  await withCache(async caches => {
    const [fresh, cache] = [join(caches, 'fresh'), join(caches, 'killed')];
    const expected = await countsOf(folder, fresh);
    const { ms: duration } = await indexFolder(folder, fresh, '--rebuild');
    let [rounds, killed, wrong] = [0, 0, 0];
    for (; killed < kills && rounds < 5 * kills; rounds++) {
      const kind = rounds % 3;
      if (kind === 0) rmSync(cache, { recursive: true, force: true });
      if (kind === 1) change(samples);
      const how = { duration, whileSaving: rounds % 2 === 0, rebuild: kind === 2 };
      if (await killIndex(folder, cache, how, random)) killed += 1;
      const counts = await countsOf(folder, cache);
      const { mrn } = pick(random, samples);
      const command = pick(random, ['cites', 'cited-by']);
      const ask = (saved: string) => answerTo(command, mrn, folder, saved);
      if (counts === expected && ask(cache) === ask(fresh)) continue;
      wrong += 1;
      console.log(`  wrong after kill ${rounds}: ${counts}, expected ${expected}; asked ${command} ${mrn}`);
    }
    console.log(`\nKilled ${killed} times in ${rounds} while indexing ${CABLES} cables (seed ${seed})`);
    limit('the next start is right each time', wrong === 0 && killed === kills);
  });
}

/** Makes files look changed. */
function change(samples: readonly Sample[]): void {
  const now = new Date();
  for (const { uri } of samples) utimesSync(fileURLToPath(uri), now, now);
}

async function countsOf(folder: string, cache: string): Promise<string> {
  const { files, cables, references, resolved } = await indexFolder(folder, cache);
  return JSON.stringify({ files, cables, references, resolved });
}

function answerTo(command: string, id: string, folder: string, cache: string): string {
  const args = [CLI, command, id, '--in', folder, '--cache', cache];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return stdout + stderr;
}
