import type { Cable } from '../cable/model';
import type { Span } from '../text/span';
import { cableStateOf } from './cableState';
import type { Reading } from './reading';

/** Where the lens of a cable stands: its subject, otherwise its classification line. Null where it has neither. */
export function lensPlaceOf({ subject, classLine }: Cable): Span | null {
  return subject?.keyword ?? classLine;
}

/** What the lens of a cable says, counted in the archive. */
export interface LensText {
  /** `cited by 3 · cites 2 of 4 here` */
  readonly title: string;
  /** Whether there is anything that cites it. */
  readonly isCited: boolean;
}

/** Who cites the open cable, and how many of the cables that it cites are in the workspace. */
export function lensTextOf(reading: Reading): LensText {
  const { citedBy, cites, citesHere } = cableStateOf(reading);
  const title = [
    citedBy === 0 ? 'not cited here' : `cited by ${citedBy}`,
    cites === 0 ? '' : `cites ${citesHere} of ${cites} here`,
  ];
  return { title: title.filter(part => part !== '').join(' · '), isCited: citedBy > 0 };
}
