import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const CLI = resolve('dist/cli.js');

/** Runs the built command line in `cwd` and waits for its end. */
export function reftel(args: readonly string[], cwd = '.'): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Runs the built command line and closes its output after the first piece of it. */
export function reftelIntoClosedPipe(args: readonly string[], cwd = '.'): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.once('data', chunk => {
      stdout = String(chunk);
      child.stdout.destroy();
    });
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', status => done({ status, stdout, stderr }));
  });
}
