import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const CLI = resolve('dist/cli.js');

/** So that no test writes to the cache folder of the person who runs it. */
const CACHE = resolve('out/test/cache');
const env = { ...process.env, XDG_CACHE_HOME: CACHE, LOCALAPPDATA: CACHE };

/** Runs the built command line in `cwd` on `input` and waits for its end. */
export function reftel(args: readonly string[], cwd = '.', input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env,
    input,
    encoding: 'utf8',
  });
  // Without the file node ends with 1 as well, which would pass for an answer.
  if (stderr.includes(`Cannot find module '${CLI}'`)) throw new Error(`${CLI} is not there: build first`);
  return { status, stdout, stderr };
}

/** Runs the built command line where no file may become longer than `blocks` of 512 bytes; POSIX alone has such a limit. */
export function reftelOnFullDisk(args: readonly string[], cwd: string, blocks: number): Ran {
  const command = [`ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, CLI, ...args];
  return spawnSync('sh', ['-c', ...command], { cwd, env, encoding: 'utf8' });
}

/** Runs the built command line and closes its output after the first piece of it. */
export function reftelIntoClosedPipe(args: readonly string[], cwd: string): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env });
  child.stdout.once('data', () => child.stdout.destroy());
  return endOf(child);
}

/** Runs the built command line and presses Ctrl+C once after so many milliseconds. */
export function reftelInterrupted(args: readonly string[], after: number): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], { env });
  setTimeout(() => child.kill('SIGINT'), after);
  return endOf(child);
}

/** Runs the built command line on `input`, which stays open behind its last byte. */
export function reftelWithOpenInput(args: readonly string[], input: string): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], { env });
  child.stdin.write(input);
  return endOf(child);
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  return new Promise((done, fail) => {
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => {
      stdout += chunk;
    });
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', status => done({ status, stdout, stderr }));
  });
}
