import { spawn } from 'node:child_process';
import { mkdirSync, watch } from 'node:fs';
import { resolve } from 'node:path';
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
