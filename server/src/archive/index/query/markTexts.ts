import type { FactColumns } from '../format/columns';
import { NARROW } from '../format/wideNumbers';

/**
 * Puts together, for each row from `start` to `end`, the bits that `inTokens` has for its TAGS and the parts of its subject, and adds
 * them to those in `marks`. In this loop a search spends its time, so it reads the numbers of `rowText.ts` in place.
 */
export function markTexts(
  { rowText, rowTextStarts }: FactColumns,
  start: number,
  end: number,
  inTokens: Uint32Array,
  marks: Uint32Array,
): void {
  for (let row = start; row < end; row++) {
    const behind = rowTextStarts[row + 1] as number;
    let bits = marks[row] as number;
    const head = rowTextStarts[row] as number;
    // The first number is no token.
    for (let at = head + ((rowText[head] as number) < NARROW ? 1 : 2); at < behind; at++) {
      let token = rowText[at] as number;
      if (token >= NARROW) token = ((token - NARROW) << 16) | (rowText[++at] as number);
      bits |= inTokens[token] as number;
    }
    marks[row] = bits;
  }
}
