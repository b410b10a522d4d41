import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateDump } from '../bench/generate/dump';
import { below, type Random } from '../bench/generate/random';

const CLI = resolve('dist/cli.js');

/** So many milliseconds at most pass between the first change in the cache folder and the end of the process. */
const SAVING = 12;

/**
 * Runs the built `reftel index` and ends it without mercy: within the first `duration` milliseconds, or, `whileSaving`, as soon
 * as something is written into the cache folder. Gives whether it was still running then.
 */
export async function killIndex(
  folder: string,
  cache: string,
  { duration, whileSaving, rebuild }: { duration: number; whileSaving: boolean; rebuild: boolean },
  random: Random,
): Promise<boolean> {
  mkdirSync(cache, { recursive: true });
  const args = [CLI, 'index', folder, '--cache', cache, ...(rebuild ? ['--rebuild'] : [])];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const killed = new Promise<boolean>(done => child.on('close', (_, signal) => done(signal === 'SIGKILL')));
  const after = below(random, whileSaving ? SAVING : duration);
  const kill = () => setTimeout(() => child.kill('SIGKILL'), after);
  // Archives lie in the folder itself. A watch of folders within could outlive its end in Node.js 20, and with it the tests.
  const watcher = watch(cache, { persistent: false }, () => {
    if (whileSaving) kill();
  });
  if (!whileSaving) kill();
  const wasKilled = await killed;
  watcher.close();
  return wasKilled;
}

/**
 * Imports a table of so many made-up rows, killing the process at random moments until it was killed `kills` times, and lets it end.
 * Gives how often it was killed, and whether the folder then holds the same bytes as that of an import left alone.
 */
export async function killImports(
  rows: number,
  kills: number,
  random: Random,
): Promise<{ readonly kills: number; readonly isSame: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'reftel-kill-'));
  try {
    const dump = join(folder, 'cables.csv');
    generateDump(dump, rows);
    const [alone, killed] = [join(folder, 'alone'), join(folder, 'killed')];
    const start = Date.now();
    await importUntil(dump, alone, null);
    const duration = Date.now() - start;
    let count = 0;
    for (let round = 0; count < kills && round < 10 * kills; round++) {
      // Later starts have less to do; what was imported is passed over fast.
      if (round % 8 === 7) rmSync(killed, { recursive: true, force: true });
      if (await importUntil(dump, killed, 40 + below(random, duration))) count++;
    }
    await importUntil(dump, killed, null);
    const [one, other] = [alone, killed].map(digestOf);
    return { kills: count, isSame: one === other };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs an import, and kills it after so many milliseconds; gives whether it was still running then. */
function importUntil(dump: string, to: string, after: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [CLI, 'import', dump, '--to', to], { stdio: 'ignore' });
  const timer = after === null ? null : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise(done =>
    child.on('close', (_, signal) => {
      if (timer) clearTimeout(timer);
      done(signal === 'SIGKILL');
    }),
  );
}

/** A digest of the names and bytes of all files below a folder. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    hash.update(`${name}\0`);
    if (statSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
