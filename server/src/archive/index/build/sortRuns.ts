type Compare = (a: number, b: number) => number;

/**
 * Sorts values by merging the runs in which they rise; equal ones stay as they stand. What comes from a walk in a few batches consists
 * of a few runs.
 */
export function sortRuns(values: Uint32Array, compare: Compare): void {
  let ends = endsOfRuns(values, compare);
  let from = values;
  let to: Uint32Array = new Uint32Array(values.length);
  while (ends.length > 1) {
    const merged: number[] = [];
    for (let run = 0, start = 0; run < ends.length; run += 2) {
      const middle = ends[run] ?? 0;
      const end = ends[run + 1] ?? middle;
      merge(from, start, middle, end, to, compare);
      merged.push(end);
      start = end;
    }
    ends = merged;
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
}

function endsOfRuns(values: Uint32Array, compare: Compare): number[] {
  const ends: number[] = [];
  for (let i = 1; i < values.length; i++) if (compare(values[i - 1] ?? 0, values[i] ?? 0) >= 0) ends.push(i);
  if (values.length > 0) ends.push(values.length);
  return ends;
}

/** Merges the runs from `start` to `middle` and from there to `end` into the same places of `to`. */
function merge(
  from: Uint32Array,
  start: number,
  middle: number,
  end: number,
  to: Uint32Array,
  compare: Compare,
): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const isLeft = right === end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = from[isLeft ? left++ : right++] ?? 0;
  }
}
