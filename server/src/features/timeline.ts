import type { CableEntry, Snapshot } from '../archive/snapshot';
import { splitMrn } from '../cable/identity';
import type { Classification } from '../cable/model';
import type { Location } from './reading';

/** The most cables that one picture shows. */
const TIMELINE_LIMIT = 400;

/** One cable of the picture. */
export interface TimelineCable {
  readonly mrn: string;
  /** Null for a cable that is not here. */
  readonly place: Location | null;
  readonly subject: string | null;
  readonly classification: Classification | null;
  /** Milliseconds since 1970, UTC; null where only the year of the id is known. */
  readonly instant: number | null;
  readonly year: number;
  readonly post: string;
  /** How it stands to the open cable, and over how many citations. */
  readonly side: 'open' | 'cited' | 'citing';
  readonly distance: number;
}

export interface Timeline {
  /** The open cable first, then by distance. */
  readonly cables: readonly TimelineCable[];
  /** Each citation among these cables once: the citing and the cited one, as indices into `cables`. */
  readonly citations: readonly (readonly [citing: number, cited: number])[];
  /** Whether there are more cables than are shown. */
  readonly truncated: boolean;
}

/**
 * What the cable `mrn` cites and is cited by, over at most `depth` citations (1 and more): the cited ones and what they cite,
 * the citing ones and who cites them. The nearest come first where there are more than `limit`.
 */
export function timelineOf(snapshot: Snapshot, mrn: string, depth: number, limit = TIMELINE_LIMIT): Timeline {
  const shown = new Map<string, TimelineCable>();
  let truncated = false;
  const add = (id: string, side: TimelineCable['side'], distance: number): boolean => {
    if (shown.has(id)) return false;
    if (shown.size >= limit) {
      truncated = true;
      return false;
    }
    const cable = cableOf(snapshot, id, side, distance);
    if (!cable) return false;
    shown.set(id, cable);
    return true;
  };
  add(mrn, 'open', 0);
  let cited = [mrn];
  let citing = [mrn];
  for (let distance = 1; distance <= depth; distance++) {
    citing = citing.flatMap(id => citingIds(snapshot, id)).filter(id => add(id, 'citing', distance));
    cited = cited.flatMap(id => citedIds(snapshot, id)).filter(id => add(id, 'cited', distance));
  }
  const order = new Map([...shown.keys()].map((id, index) => [id, index]));
  const citations = [...shown.keys()].flatMap(id =>
    citedIds(snapshot, id).flatMap(target => {
      const from = order.get(id);
      const to = order.get(target);
      return from === undefined || to === undefined || from === to ? [] : [[from, to] as const];
    }),
  );
  return { cables: [...shown.values()], citations, truncated };
}

function citedIds(snapshot: Snapshot, mrn: string): readonly string[] {
  return [...new Set(snapshot.cites(mrn).items.map(({ target }) => target))];
}

function citingIds(snapshot: Snapshot, mrn: string): readonly string[] {
  return [...new Set(snapshot.citedBy(mrn).items.flatMap(({ source }) => source.mrn ?? []))];
}

/** A cable of the picture; null for what is no id, and so has no place in time. */
function cableOf(
  snapshot: Snapshot,
  mrn: string,
  side: TimelineCable['side'],
  distance: number,
): TimelineCable | null {
  const parts = splitMrn(mrn);
  if (!parts) return null;
  const entry: CableEntry | undefined = snapshot.find(mrn)[0];
  return {
    mrn,
    place: entry ? { uri: entry.uri, range: entry.anchor } : null,
    subject: entry?.subject ?? null,
    classification: entry?.classification ?? null,
    instant: entry?.instant ?? null,
    year: parts.year,
    post: parts.post,
    side,
    distance,
  };
}
