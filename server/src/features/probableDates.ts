import type { CableEntry, Snapshot } from '../archive/snapshot';
import { isoMinute } from '../cable/dateTimeGroup';
import { splitMrn } from '../cable/identity';

/** Between which dates a cable that is not here was probably sent. */
export interface ProbableDates {
  /** Milliseconds since 1970, UTC. */
  readonly earliest: number;
  readonly latest: number;
  /** The cables of its station and year with the next lower and the next higher serial that are here and dated; null if there are none. */
  readonly before: CableEntry | null;
  readonly after: CableEntry | null;
}

/** So many neighbours are looked at for a date. */
const REACH = 20;

/**
 * The probable dates of the cable `mrn`, from what is here of its station: stations number their telegrams through the year. It is not
 * later than the first cable that cites it. Null for what is no id.
 */
export function probableDatesOf(snapshot: Snapshot, mrn: string): ProbableDates | null {
  const id = splitMrn(mrn);
  if (!id) return null;
  const before = datedNeighbour(snapshot, mrn, id.year, -1);
  const after = datedNeighbour(snapshot, mrn, id.year, 1);
  const start = Date.UTC(id.year, 0, 1);
  const end = Date.UTC(id.year + 1, 0, 1) - 1;
  let earliest = before?.instant ?? start;
  let latest = after?.instant ?? end;
  // Serials are given out by hand: where the neighbours contradict each other, both dates are possible.
  if (earliest > latest) [earliest, latest] = [latest, earliest];
  for (const { source } of snapshot.citedBy(mrn).items)
    if (source.instant !== null && source.instant >= earliest) latest = Math.min(latest, source.instant);
  return { earliest, latest, before, after };
}

/** The days of `probableDatesOf` as `2007-01-24`, null where nothing is known. */
export function probableDaysOf(
  snapshot: Snapshot,
  mrn: string,
): { readonly earliest: string | null; readonly latest: string | null } {
  const dates = probableDatesOf(snapshot, mrn);
  const dayOf = (instant: number) => isoMinute(instant).slice(0, 10);
  return { earliest: dates && dayOf(dates.earliest), latest: dates && dayOf(dates.latest) };
}

function datedNeighbour(snapshot: Snapshot, mrn: string, year: number, step: 1 | -1): CableEntry | null {
  let at = mrn;
  for (let i = 0; i < REACH; i++) {
    const entry = snapshot.neighbour(at, step);
    if (!entry || entry.mrn === null || splitMrn(entry.mrn)?.year !== year) return null;
    if (entry.instant !== null && new Date(entry.instant).getUTCFullYear() === year) return entry;
    at = entry.mrn;
  }
  return null;
}
