import type { Cable } from '../cable/model';
import type { Span } from '../text/span';
import type { Reading } from './reading';

/** Where the lens of a cable stands: its subject, else its classification line. Null where it has neither. */
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

/** Who cites the open cable, and how many of the cables in its list of references are in the workspace. */
export function lensTextOf({ cable, snapshot }: Reading): LensText {
  const { items, cut } = cable.mrn === null ? { items: [], cut: false } : snapshot.citedBy(cable.mrn);
  const citing = new Set(items.map(({ source }) => source.mrn ?? source.uri)).size;
  const cited = new Set((cable.references?.items ?? []).flatMap(item => item.mrn ?? []));
  const here = [...cited].filter(mrn => snapshot.find(mrn).length > 0).length;
  const title = [
    citing === 0 ? 'not cited here' : `cited by ${cut ? 'more than ' : ''}${citing}`,
    cited.size === 0 ? '' : `cites ${here} of ${cited.size} here`,
  ];
  return { title: title.filter(part => part !== '').join(' · '), isCited: citing > 0 };
}
