/** Gives the next number of a sequence, from 0 to below 1. */
export type Random = () => number;

/** A sequence that depends on `seed` alone, the same on every machine (the generator "mulberry32"). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to below `n`. */
export function below(random: Random, n: number): number {
  return Math.floor(random() * n);
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** One of `values`, which must not be empty. */
export function pick<T>(random: Random, values: readonly T[]): T {
  return values[below(random, values.length)] as T;
}

/** `n` different ones of `values` in random order; all of them where there are no more. */
export function pickSome<T>(random: Random, values: readonly T[], n: number): T[] {
  const chosen = new Set<T>();
  while (chosen.size < Math.min(n, values.length)) chosen.add(pick(random, values));
  return [...chosen];
}

/** A number of the normal distribution with mean 0 and deviation 1 (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** An index into `weights`, the more often the larger the weight there. */
export function weighted(random: Random, weights: readonly number[]): number {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    0,
    weights.findIndex(weight => {
      rest -= weight;
      return rest < 0;
    }),
  );
}
