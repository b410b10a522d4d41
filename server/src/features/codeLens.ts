import type { Cable } from '../cable/model';
import type { Span } from '../text/span';
import { cableStateOf } from './cableState';
import type { Reading } from './reading';

/** Where the lenses of a cable stand: its subject, otherwise its classification line. Null where it has neither. */
export function lensPlaceOf({ subject, classLine }: Cable): Span | null {
  return subject?.keyword ?? classLine;
}

/** The two lenses of a cable, in order. */
export const LENSES = ['citedBy', 'cites'] as const;

export type LensKind = (typeof LENSES)[number];

/** What a lens of a cable says, counted in the archive. */
export interface LensText {
  /** `cited by 3`, `cites 4 (2 here)` */
  readonly title: string;
  /** Whether there is anything to list. */
  readonly leads: boolean;
}

/** Who cites the open cable, or what it cites and how many of that are in the workspace. */
export function lensTextOf(reading: Reading, kind: LensKind): LensText {
  const { citedBy, cites, citesHere } = cableStateOf(reading);
  if (kind === 'citedBy') return { title: `cited by ${citedBy}`, leads: citedBy > 0 };
  return { title: cites === 0 ? 'cites 0' : `cites ${cites} (${citesHere} here)`, leads: cites > 0 };
}
