import { sumUp } from '../format/groups';

/** How many bits of a value are looked at together at most: with more there are fewer passes, but their tables leave the processor's cache. */
const MOST_BITS = 15;

/**
 * Sorts the places of `values`, all of which are up to `highest`, by what stands there; of equal values the place comes first that
 * stands first in `places`. A radix sort: a few passes, which take a fifth of the time of comparing.
 */
export function sortPlaces(places: Uint32Array, values: Uint32Array, highest: number): Uint32Array {
  const bits = 32 - Math.clz32(highest);
  const passes = Math.ceil(bits / MOST_BITS);
  const width = Math.ceil(bits / passes);
  let sorted = places;
  for (let pass = 0; pass < passes; pass++) sorted = sortByDigit(sorted, values, pass * width, width);
  return sorted;
}

/** Sorts places by `width` bits of their values, those from bit `shift` on. */
function sortByDigit(places: Uint32Array, values: Uint32Array, shift: number, width: number): Uint32Array {
  const mask = 2 ** width - 1;
  const next = new Uint32Array(mask + 2);
  for (let i = 0; i < values.length; i++) {
    const behind = (((values[i] ?? 0) >>> shift) & mask) + 1;
    next[behind] = (next[behind] ?? 0) + 1;
  }
  sumUp(next);
  const sorted = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const digit = ((values[place] ?? 0) >>> shift) & mask;
    const at = next[digit] ?? 0;
    next[digit] = at + 1;
    sorted[at] = place;
  }
  return sorted;
}
