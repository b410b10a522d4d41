/*
 * Copies of stretches of a text. They are short, and so the instructions for memory of any size cost more than they save.
 */

/** How many zeros stand behind a copy. */
export const ZEROS: i32 = 64;

/** Copies so many units and puts zeros behind them. Up to fifteen units behind those at `from` are read. */
export function copyUnits(to: usize, from: usize, length: i32): void {
  const end = to + length;
  for (; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
  const zeros = i8x16.splat(0);
  for (let at = 0; at < ZEROS; at += 16) v128.store(end + at, zeros);
}
