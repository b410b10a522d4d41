import type { Cable } from '../../cable/model';
import { bodyMeaning } from './bodyMeanings';
import { headerMeaning } from './headerMeanings';
import type { Meaning } from './meaning';
import { preambleMeaning } from './preambleMeanings';

export type { Meaning } from './meaning';

/**
 * What the code at `offset` means, as far as the reference tables know; null elsewhere. Looks at the parsed fields only, in time
 * linear in their number.
 */
export function meaningAt(cable: Cable, offset: number): Meaning | null {
  return headerMeaning(cable, offset) ?? preambleMeaning(cable, offset) ?? bodyMeaning(cable, offset);
}
