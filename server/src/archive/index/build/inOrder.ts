import { compareText } from '../../order';
import { type StringColumns, StringTable } from '../format/strings';

/** Some strings of a table in order. */
export interface OrderedStrings {
  readonly strings: readonly string[];
  /** For each string of the table its number among them; any number for one that is not. */
  readonly rank: Uint32Array;
}

/** The strings of a table in order, those whose number `isUsed` has; they are all different. */
export function inOrder({ starts, bytes }: StringColumns, isUsed?: Uint8Array): OrderedStrings {
  const all = new StringTable(starts, bytes).all();
  const numbers = Array.from(all.keys()).filter(number => isUsed?.[number] !== 0);
  numbers.sort((a, b) => compareText(all[a] ?? '', all[b] ?? ''));
  const rank = new Uint32Array(all.length);
  for (const [i, number] of numbers.entries()) rank[number] = i;
  return { strings: numbers.map(number => all[number] ?? ''), rank };
}
