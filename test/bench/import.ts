import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { killImports } from '../protocol/killing';
import { memoryOf } from './archive/machine';
import { generateDump, partsOf } from './generate/dump';
import { planOf, rowId } from './generate/plan';
import { randomFrom } from './generate/random';
import { limit } from './measure';

const CLI = resolve('dist/cli.js');

/** What the project promises of an import, in megabytes (10^6 bytes) of the source for each second, and in all. */
const SPEED = 20;
const MEMORY = 200;

/** How many times an import of how many rows is killed. */
const KILLS = 20;
const KILLED_ROWS = 5000;

/**
 * Imports a table of so many made-up cables, beside a plain writing of as many files with the same texts in the same run, and once more when
 * all is there; then kills an import at random moments and compares what it ends with.
 */
export async function benchImport(rows: number): Promise<void> {
  const folder = join(tmpdir(), `reftel-bench-import-${process.pid}`);
  mkdirSync(folder);
  try {
    const dump = join(folder, 'cables.csv');
    const bytes = generateDump(dump, rows);
    console.log(`\nA table of ${rows} rows, ${megabytes(bytes)} MB`);
    const plain = plainWrite(join(folder, 'plain'), rows);
    console.log(`  plain writing of as many files   ${seconds(plain)} s`);
    rmSync(join(folder, 'plain'), { recursive: true, force: true });
    const to = join(folder, 'to');
    const first = await importOnce(dump, to);
    const speed = bytes / 1e6 / (first.ms / 1000);
    console.log(
      `  import                           ${seconds(first.ms)} s, ${speed.toFixed(1)} MB/s, ${megabytes(first.memory)} MB of memory`,
    );
    const again = await importOnce(dump, to);
    console.log(
      `  again, when all is there         ${seconds(again.ms)} s, ${megabytes(again.memory)} MB of memory`,
    );
    limit(`an import takes in ${SPEED} MB each second and more`, speed >= SPEED);
    limit(`its memory stays below ${MEMORY} MB`, Math.max(first.memory, again.memory) <= MEMORY * 1e6);
    limit('there is a file for each row', countFiles(to) === rows + 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const seed = Number(process.env.REFTEL_SEED ?? Date.now() % 1_000_000);
  const killed = await killImports(KILLED_ROWS, KILLS, randomFrom(seed));
  console.log(`\nKilled ${killed.kills} times while importing ${KILLED_ROWS} rows (seed ${seed})`);
  limit('it ends with the same bytes', killed.isSame && killed.kills === KILLS);
}

function plainWrite(folder: string, rows: number): number {
  const plan = planOf(rows);
  mkdirSync(folder);
  let ms = 0;
  const made = new Set<string>();
  for (let row = 0; row < rows; row++) {
    const { header, text } = partsOf(plan, row);
    const id = rowId(plan, row);
    const below = join(folder, id.slice(0, 2));
    const start = performance.now();
    if (!made.has(below)) mkdirSync(below, { recursive: true });
    made.add(below);
    writeFileSync(join(below, `${id}.cable`), `${header}\n\n${text}`);
    ms += performance.now() - start;
  }
  return ms;
}

function importOnce(dump: string, to: string): Promise<{ readonly ms: number; readonly memory: number }> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(process.execPath, [CLI, 'import', dump, '--to', to], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let memory = 0;
    const look = setInterval(() => {
      memory = Math.max(memory, memoryOf(child.pid ?? 0) ?? 0);
    }, 50);
    child.on('error', fail);
    child.on('close', status => {
      clearInterval(look);
      if (status === 0) done({ ms: performance.now() - start, memory });
      else fail(new Error(`reftel import ended with ${status}`));
    });
  });
}

function countFiles(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(join(folder, name)).isFile(),
  ).length;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1).padStart(6);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
