import { limit } from '../measure';

/** One line of the report. */
export interface Row {
  readonly what: string;
  readonly value: number;
  /** `ms`, `MB`, `×`: said behind the value. */
  readonly unit: string;
  /** The most that the value may be; a row without one only informs. */
  readonly target?: number;
  /** What else is worth knowing: the times behind a ratio. */
  readonly note?: string;
}

/** Prints the rows as a table, and counts the limits that do not hold. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { what, value, unit, target, note = '' } of rows) {
    const bound = target === undefined ? '' : `at most ${target} ${unit}`;
    console.log(
      `  ${what.padEnd(52)}${show(value, unit).padStart(12)}  ${bound.padEnd(16)}  ${note}`.trimEnd(),
    );
    if (target !== undefined && !(value <= target)) limit(`${what}: at most ${target} ${unit}`, false);
  }
}

export function show(value: number, unit: string): string {
  const digits = unit === '×' || value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`;
}

/** The value below which 99 of 100 lie. */
export function percentile99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
