import { performance } from 'node:perf_hooks';

/** The median of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Milliseconds that `run` takes, its promise included. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  const pending = run();
  if (pending instanceof Promise) await pending;
  return performance.now() - start;
}

/** So many rounds of one contender follow each other: no contender is slowed by what another left in the caches. */
const BLOCK = 25;

/**
 * The median milliseconds of each contender. They take turns in short blocks, so that a busy machine slows all of them alike;
 * the first blocks only warm up.
 */
export async function interleaved<Name extends string>(
  contenders: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map<Name, number[]>(names.map(name => [name, []]));
  const warmUp = 80;
  for (let block = 0; block < rounds / BLOCK + warmUp; block++) {
    for (const name of names) {
      for (let round = 0; round < BLOCK; round++) {
        const time = await timed(contenders[name]);
        if (block >= warmUp) times.get(name)?.push(time);
      }
    }
  }
  return Object.fromEntries(names.map(name => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

let failed = 0;

/** Prints whether a limit holds, and remembers where it does not. */
export function limit(what: string, holds: boolean): void {
  if (!holds) failed += 1;
  console.log(`  ${holds ? 'holds' : 'DOES NOT HOLD'}: ${what}`);
}

/** How many limits did not hold so far. */
export function failures(): number {
  return failed;
}
