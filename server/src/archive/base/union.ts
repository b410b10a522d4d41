import { compareText } from '../order';
import { StringPool } from './stringPool';
import { type StringColumns, StringTable } from './strings';

/** The strings of several tables as one. */
export interface Union {
  /** The different strings in order. */
  readonly strings: readonly string[];
  /** For each table the numbers of its strings among them. */
  readonly numbers: readonly Uint32Array[];
}

/** Puts the strings of tables together. */
export function unionOf(tables: readonly StringColumns[]): Union {
  const pool = new StringPool();
  const numbers = tables.map(table => pool.internAll(table));
  const { starts, bytes } = pool.finish();
  const strings = new StringTable(starts, bytes).all();
  const order = Array.from(strings.keys()).sort((a, b) => compareText(strings[a] ?? '', strings[b] ?? ''));
  const rank = new Uint32Array(order.length);
  for (const [i, id] of order.entries()) rank[id] = i;
  for (const each of numbers) renumber(each, rank);
  return { strings: order.map(id => strings[id] ?? ''), numbers };
}

/** The same without the strings whose number `isUsed` does not have; the numbers of these become any others. */
export function usedOf({ strings, numbers }: Union, isUsed: Uint8Array): Union {
  if (!isUsed.includes(0)) return { strings, numbers };
  const left = new Uint32Array(strings.length);
  let count = 0;
  for (let i = 0; i < left.length; i++) {
    left[i] = count;
    count += isUsed[i] ?? 0;
  }
  for (const each of numbers) renumber(each, left);
  return { strings: strings.filter((_, i) => isUsed[i] === 1), numbers };
}

function renumber(numbers: Uint32Array, by: Uint32Array): void {
  for (let i = 0; i < numbers.length; i++) numbers[i] = by[numbers[i] ?? 0] ?? 0;
}
