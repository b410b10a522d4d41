import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ArchiveStatistics } from '../../../server/src/host/archive';

const CLI = resolve('dist/cli.js');

/** Runs a program to its end, its output thrown away; gives the milliseconds from start to end. */
export function timeProgram(program: string, args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: 'ignore' });
    child.on('error', fail);
    child.on('close', () => done(performance.now() - start));
  });
}

/** Runs the built `reftel index`; gives what it says, and the milliseconds of the whole process. Throws where it fails. */
export function indexFolder(
  folder: string,
  cache: string,
  ...more: readonly string[]
): Promise<ArchiveStatistics & { ms: number }> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const args = [CLI, 'index', folder, '--cache', cache, '--format', 'json', ...more];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', chunk => {
      stdout += chunk;
    });
    child.on('error', fail);
    child.on('close', status => {
      const ms = performance.now() - start;
      if (status === 0) done({ ...(JSON.parse(stdout) as ArchiveStatistics), ms });
      else fail(new Error(`reftel index ended with ${status}`));
    });
  });
}

/** A ripgrep of this machine: on the path, else the one that a fetched VS Code brings along; null where there is none. */
export function findRipgrep(): { readonly path: string; readonly version: string } | null {
  for (const path of ['rg', ...fetchedRipgreps()]) {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { path, version: stdout.split('\n')[0] ?? '' };
  }
  return null;
}

function fetchedRipgreps(): string[] {
  const root = '.vscode-test';
  const target = `${process.platform}-${process.arch}`;
  const vscode = 'node_modules/code-server/lib/vscode/node_modules/@vscode';
  return (existsSync(root) ? readdirSync(root) : [])
    .flatMap(name => [
      join(root, name, vscode, 'ripgrep-universal', 'bin', target, 'rg'),
      join(root, name, vscode, 'ripgrep', 'bin', 'rg'),
    ])
    .filter(path => existsSync(path))
    .map(path => resolve(path));
}

/** How many milliseconds lie between two looks at the memory of processes. */
const LOOK_EVERY = 50;

/** The memory of a process and of all that it has started, in bytes; null where the system does not tell (it has no `/proc`). */
export function memoryOf(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
    return startedBy(pid).reduce((sum, child) => sum + (memoryOf(child) ?? 0), own);
  } catch {
    return null;
  }
}

/** The processes that a process has started and that still run, as far as the system tells. */
export function startedBy(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap(thread =>
    childrenOf(`/proc/${pid}/task/${thread}`).split(' ').filter(Boolean).map(Number),
  );
}

/** The children of a thread; none if it has ended meanwhile. */
function childrenOf(thread: string): string {
  try {
    return readFileSync(`${thread}/children`, 'utf8');
  } catch {
    return '';
  }
}

/** Watches the memory of a process and of all that it starts. The function it gives ends that, and gives the most they had at one time. */
export function watchMemory(pid: number): () => number | null {
  let peak = memoryOf(pid);
  const timer = setInterval(() => {
    peak = Math.max(peak ?? 0, memoryOf(pid) ?? 0) || null;
  }, LOOK_EVERY);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** Forgets what the system keeps of the disk in memory. Throws where that may not be done: only root on Linux may. */
export function dropPageCache(): void {
  spawnSync('sync');
  writeFileSync('/proc/sys/vm/drop_caches', '3');
}
