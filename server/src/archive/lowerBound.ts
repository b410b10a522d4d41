/** The first place in `values`, which rise, whose value is at least `value`; their length where there is none. */
export function lowerBound(
  values: ArrayLike<number>,
  value: number,
  low = 0,
  high: number = values.length,
): number {
  let start = low;
  let end = high;
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((values[middle] ?? 0) < value) start = middle + 1;
    else end = middle;
  }
  return start;
}
