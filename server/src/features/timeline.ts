import type { CableEntry, Snapshot } from '../archive/snapshot';
import { splitMrn } from '../cable/identity';
import type { Classification } from '../cable/model';
import type { Location } from './reading';

/** Up to so many cables are shown one by one; more are counted by post and year. */
const SINGLES = 60;

/** The most cables that are counted. */
const COUNTED = 25_000;

/** The most cables of one post and year that are listed. */
const UNFOLDED = 240;

/** How a cable stands to the one in the middle. */
type Side = 'open' | 'cited' | 'citing';

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
  readonly side: Side;
  readonly distance: number;
}

/** The cables of one post and year, without the open one. */
export interface TimelineGroup {
  readonly post: string;
  readonly year: number;
  readonly citing: number;
  readonly cited: number;
  /** How many of these two stand beside the open cable, with no other between. */
  readonly nearCiting: number;
  readonly nearCited: number;
  /** How many of all are not here. */
  readonly absent: number;
}

export interface Timeline {
  /** The open cable first, then by distance; where there are `groups`, the open cable alone. */
  readonly cables: readonly TimelineCable[];
  /** Each citation among these cables once: the citing and the cited one, as indices into `cables`. */
  readonly citations: readonly (readonly [citing: number, cited: number])[];
  /** What there is beside the open cable, by post and year, where it is too much to be shown one by one; otherwise empty. */
  readonly groups: readonly TimelineGroup[];
  /** How many cables there are, the open one too, and how many of them are not here. */
  readonly total: number;
  readonly absent: number;
  /** Whether there are more cables than are counted. */
  readonly truncated: boolean;
}

/** A cable of an unfolded group, and the cables of the timeline that it cites and is cited by. */
export interface UnfoldedCable extends TimelineCable {
  readonly cites: readonly TimelineId[];
  readonly citedBy: readonly TimelineId[];
}

/** An id with those of its parts that say where the cable stands. */
export type TimelineId = Pick<TimelineCable, 'mrn' | 'post' | 'year'>;

/** The years of a post that are unfolded together, both included. */
export interface GroupRange {
  readonly post: string;
  readonly from: number;
  readonly to: number;
}

interface Member {
  readonly side: Side;
  readonly distance: number;
}

/**
 * What the cable `mrn` cites and is cited by, over at most `depth` citations (1 and more): the cited ones and what they cite,
 * the citing ones and who cites them. More cables than `singles` are counted by post and year; the nearest come first where there
 * are more than `limit`.
 */
export function timelineOf(
  snapshot: Snapshot,
  mrn: string,
  depth: number,
  singles = SINGLES,
  limit = COUNTED,
): Timeline {
  const { members, truncated } = membersOf(snapshot, mrn, depth, limit);
  const absent = [...members.keys()].filter(id => snapshot.find(id).length === 0);
  const counts = { total: members.size, absent: absent.length, truncated };
  if (members.size > singles) {
    const open = cableOf(snapshot, mrn, { side: 'open', distance: 0 });
    return {
      cables: open ? [open] : [],
      citations: [],
      groups: groupsOf(members, new Set(absent)),
      ...counts,
    };
  }
  const order = new Map([...members.keys()].map((id, index) => [id, index]));
  return {
    cables: [...members].flatMap(([id, member]) => cableOf(snapshot, id, member) ?? []),
    citations: [...order].flatMap(([id, from]) =>
      citedIds(snapshot, id).flatMap(target => {
        const to = order.get(target);
        return to === undefined || to === from ? [] : [[from, to] as const];
      }),
    ),
    groups: [],
    ...counts,
  };
}

/** The cables of one group of the timeline of `mrn`, in the order of time; `total` counts those beyond `limit` too. */
export function unfoldTimeline(
  snapshot: Snapshot,
  mrn: string,
  depth: number,
  { post, from, to }: GroupRange,
  limit = UNFOLDED,
): { readonly cables: readonly UnfoldedCable[]; readonly total: number } {
  const { members } = membersOf(snapshot, mrn, depth, COUNTED);
  const among = (ids: readonly string[], self: string): readonly TimelineId[] =>
    ids.flatMap(id => {
      const parts = id !== self && members.has(id) ? splitMrn(id) : null;
      return parts ? [{ mrn: id, post: parts.post, year: parts.year }] : [];
    });
  const inGroup = [...members].flatMap(([id, member]) => {
    const parts = splitMrn(id);
    const fits = parts?.post === post && parts.year >= from && parts.year <= to && member.side !== 'open';
    return fits ? [{ id, member, serial: parts.year * 1e7 + parts.serial }] : [];
  });
  inGroup.sort((a, b) => a.serial - b.serial);
  const cables = inGroup.slice(0, limit).flatMap(({ id, member }) => {
    const cable = cableOf(snapshot, id, member);
    if (!cable) return [];
    const cites = among(citedIds(snapshot, id), id);
    return [{ ...cable, cites, citedBy: among(citingIds(snapshot, id, COUNTED), id) }];
  });
  return { cables, total: inGroup.length };
}

/** The cables of a timeline by id, the open one first, then by distance; whether there are more than `limit`. */
function membersOf(snapshot: Snapshot, mrn: string, depth: number, limit: number) {
  const members = new Map<string, Member>();
  let truncated = false;
  const add = (id: string, side: Side, distance: number): boolean => {
    if (members.has(id) || !splitMrn(id)) return false;
    if (members.size >= limit) {
      truncated = true;
      return false;
    }
    members.set(id, { side, distance });
    return true;
  };
  add(mrn, 'open', 0);
  let cited = [mrn];
  let citing = [mrn];
  for (let distance = 1; distance <= depth && !truncated; distance++) {
    const next = (from: readonly string[], side: Side, idsOf: (id: string) => readonly string[]) => {
      const added: string[] = [];
      for (const one of from) {
        if (truncated) break;
        for (const id of idsOf(one)) if (add(id, side, distance)) added.push(id);
      }
      return added;
    };
    // A cable cites few and is cited by many, so that these are left out first.
    cited = next(cited, 'cited', id => citedIds(snapshot, id));
    citing = next(citing, 'citing', id => citingIds(snapshot, id, limit));
  }
  return { members, truncated };
}

function groupsOf(
  members: ReadonlyMap<string, Member>,
  absent: ReadonlySet<string>,
): readonly TimelineGroup[] {
  const groups = new Map<string, { -readonly [K in keyof TimelineGroup]: TimelineGroup[K] }>();
  for (const [id, { side, distance }] of members) {
    const parts = splitMrn(id);
    if (side === 'open' || !parts) continue;
    const { post, year } = parts;
    const key = `${post} ${year}`;
    const none = { citing: 0, cited: 0, nearCiting: 0, nearCited: 0, absent: 0 };
    const group = groups.get(key) ?? { post, year, ...none };
    group[side]++;
    if (distance === 1) group[side === 'citing' ? 'nearCiting' : 'nearCited']++;
    if (absent.has(id)) group.absent++;
    groups.set(key, group);
  }
  return [...groups.values()];
}

function citedIds(snapshot: Snapshot, mrn: string): readonly string[] {
  return [...new Set(snapshot.cites(mrn).items.map(({ target }) => target))];
}

/** A cable may cite another in several places, of which `limit` are looked at, and as many again. */
function citingIds(snapshot: Snapshot, mrn: string, limit: number): readonly string[] {
  return [...new Set(snapshot.citedBy(mrn, 2 * limit).items.flatMap(({ source }) => source.mrn ?? []))];
}

/** A cable of the picture; null for what is no id, and so has no place in time. */
function cableOf(snapshot: Snapshot, mrn: string, { side, distance }: Member): TimelineCable | null {
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
