import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveStatistics } from '../../../server/src/host/archive';
import { median } from '../measure';
import { dropPageCache, findRipgrep, indexFolder, timeProgram } from './machine';
import type { Row } from './table';

/** What is searched for, to have something known beside each time: a person looks for a post. */
const LITERAL = 'MUSCAT';

/** Runs `use` with a new folder for the saved archive, and takes it away again. */
export async function withCache<T>(use: (cache: string) => Promise<T>): Promise<T> {
  const cache = mkdtempSync(join(tmpdir(), 'reftel-bench-'));
  try {
    return await use(cache);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** Full index and verification of an unchanged archive beside a search with ripgrep, in turns. Leaves the archive in `cache`. */
export async function measureIndex(
  folder: string,
  cache: string,
  rounds: number,
): Promise<{ rows: Row[]; last: ArchiveStatistics }> {
  const ripgrep = findRipgrep();
  console.log(
    ripgrep ? `${ripgrep.version} at ${ripgrep.path}` : 'No ripgrep is here: without it there are no ratios.',
  );
  const searched: number[] = [];
  const indexed: number[] = [];
  const verified: number[] = [];
  let last: ArchiveStatistics | null = null;
  for (let round = 0; round < rounds; round++) {
    searched.push(await searchTime(folder));
    const full = await indexFolder(folder, cache, '--rebuild');
    indexed.push(full.ms);
    last = full;
    searched.push(await searchTime(folder));
    verified.push((await indexFolder(folder, cache)).ms);
  }
  const rg = median(searched);
  const rows = [
    besideSearch('full index', median(indexed), rg, 14),
    besideSearch('verification of an unchanged archive, with its process', median(verified), rg, 1),
  ];
  if (!last) throw new Error('no rounds were asked for');
  return { rows, last };
}

/** Milliseconds of a search with ripgrep; not a number where there is none. */
export async function searchTime(folder: string): Promise<number> {
  const ripgrep = findRipgrep();
  return ripgrep ? await timeProgram(ripgrep.path, ['-c', LITERAL, folder]) : Number.NaN;
}

/** A time as a multiple of that of a search, at most `target`; as it is where there is nothing to compare with. All in milliseconds. */
export function besideSearch(what: string, ms: number, search: number, target: number): Row {
  if (Number.isNaN(search)) return { what, value: ms / 1000, unit: 's' };
  const note = `${(ms / 1000).toFixed(2)} s beside ${(search / 1000).toFixed(2)} s`;
  return { what: `${what}, beside rg -c`, value: ms / search, unit: '×', target, note };
}

/** The same with nothing of the disk in memory, once each. */
export async function measureCold(folder: string, cache: string): Promise<Row[]> {
  const ripgrep = findRipgrep();
  if (!ripgrep) return [];
  dropPageCache();
  const rg = await timeProgram(ripgrep.path, ['-c', LITERAL, folder]);
  dropPageCache();
  const { ms } = await indexFolder(folder, cache, '--rebuild');
  const note = `${(ms / 1000).toFixed(1)} s beside ${(rg / 1000).toFixed(1)} s`;
  return [{ what: 'full index with a cold page cache', value: ms / rg, unit: '×', target: 1.5, note }];
}
