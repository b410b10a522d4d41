import { limit, median } from '../measure';
import { folderFor } from './archive';
import { withCache } from './full';
import { LOOKUPS, measureLookups, SYMBOLS } from './lookups';
import { indexFolder } from './machine';
import { samplesOf } from './samples';
import { startServer } from './server';
import { show } from './table';
import { measureTyping } from './typing';

const SIZES = [1000, 4000, 16_000, 64_000] as const;

/** How a cost grows with the number of cables: not at all, or no faster than that number. */
type Growth = 'flat' | 'linear';

/** What is declared of each cost, in milliseconds. */
const DECLARED: Readonly<Record<string, Growth>> = {
  'full index': 'linear',
  verification: 'linear',
  ...Object.fromEntries(LOOKUPS.map(kind => [kind, 'flat'])),
  [SYMBOLS]: 'linear',
  'a key press': 'flat',
};

/** What a flat cost may grow by from the smallest archive to the largest, beside what no clock can tell apart. */
const MOST_FLAT = 1.5;
const SLACK = 0.5;
/** What a linear cost may grow by for each cable from the second smallest archive, where starting counts less, to the largest. */
const MOST_LINEAR = 1.5;

/** Measures archives of growing size, and checks that each cost grows as declared. */
export async function benchArchiveGrowth(rounds: number): Promise<void> {
  const costs: Map<string, number>[] = [];
  for (const size of SIZES) costs.push(await costsAt(size, rounds));
  console.log(`\n${''.padEnd(26)}${SIZES.map(size => `${size} cables`.padStart(16)).join('')}`);
  for (const [what, growth] of Object.entries(DECLARED)) {
    const times = costs.map(cost => cost.get(what) ?? Number.NaN);
    const shown = times.map(time => show(time, 'ms').padStart(16)).join('');
    console.log(`  ${what.padEnd(24)}${shown}   ${growth}`);
    limitGrowth(what, growth, times);
  }
}

function limitGrowth(what: string, growth: Growth, times: readonly number[]): void {
  const [smallest = Number.NaN, second = Number.NaN] = times;
  const largest = times.at(-1) ?? Number.NaN;
  if (growth === 'flat') {
    if (!(largest <= smallest * MOST_FLAT + SLACK))
      limit(`${what} costs the same however many cables there are`, false);
    return;
  }
  const more = (SIZES.at(-1) ?? 0) / SIZES[1];
  if (!(largest <= second * more * MOST_LINEAR))
    limit(`${what} costs no more for each cable where there are many`, false);
}

async function costsAt(size: number, rounds: number): Promise<Map<string, number>> {
  const folder = folderFor(String(size));
  const samples = samplesOf(folder, 150);
  return await withCache(async cache => {
    const full: number[] = [];
    const verified: number[] = [];
    for (let round = 0; round < rounds; round++) {
      full.push((await indexFolder(folder, cache, '--rebuild')).seconds * 1000);
      verified.push((await indexFolder(folder, cache)).seconds * 1000);
    }
    const editor = await startServer(folder, cache);
    try {
      const latencies = await measureLookups(editor, samples);
      const [sample] = samples;
      if (!sample) throw new Error(`no cable of ${folder} can be asked about`);
      const [typing = Number.NaN] = await measureTyping([editor], sample, 300);
      return new Map([
        ['full index', median(full)],
        ['verification', median(verified)],
        ...[...latencies].map(([kind, times]) => [kind, median(times)] as const),
        ['a key press', typing],
      ]);
    } finally {
      editor.kill();
    }
  });
}
