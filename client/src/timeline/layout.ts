import type { Timeline } from '../../../server/src/lsp/messages';

/** Sizes in CSS pixels. */
export const SIZES = {
  /** Left of the time axis stand the names of the posts. */
  names: 130,
  top: 34,
  bottom: 12,
  right: 70,
  /** A cable with its id below it. */
  cable: { width: 112, height: 44, shape: 20 },
  row: { padding: 6 },
  width: { least: 560, most: 6000, perCable: 60 },
  /** From one mark of the axis to the next, at least. */
  tick: 80,
} as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Row {
  readonly post: string;
  readonly y: number;
  readonly height: number;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Where everything of the picture stands, in CSS pixels from its upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly ticks: readonly Tick[];
  /** The middle of each cable's shape, as in `Timeline.cables`. */
  readonly points: readonly Point[];
}

/**
 * Lays a timeline out: time from left to right, one row for each post in the order in which they are met, cables that would
 * cover each other below one another. A cable of which only the year is known stands in the middle of it, or of the part of it
 * before the first that cites it.
 */
export function layOut({ cables, citations }: Timeline): Layout {
  const times = timesOf({ cables, citations });
  const first = Math.min(...times);
  const last = Math.max(...times);
  const breadth = Math.min(
    Math.max(SIZES.width.least, cables.length * SIZES.width.perCable),
    SIZES.width.most,
  );
  const start = SIZES.names + SIZES.cable.width / 2;
  const xOf = (time: number) =>
    Math.round(start + (last === first ? breadth / 2 : ((time - first) / (last - first)) * breadth));
  const xs = times.map(xOf);
  const rows: Row[] = [];
  const points: Point[] = cables.map(() => ({ x: 0, y: 0 }));
  let y: number = SIZES.top;
  for (const post of new Set(cables.map(cable => cable.post))) {
    const members = cables.flatMap((cable, index) => (cable.post === post ? [index] : []));
    const lanes = inLanes(members, xs);
    for (const [index, lane] of lanes)
      points[index] = {
        x: xs[index] ?? 0,
        y: y + SIZES.row.padding + lane * SIZES.cable.height + SIZES.cable.shape / 2 + 2,
      };
    const height = 2 * SIZES.row.padding + (1 + Math.max(...lanes.values())) * SIZES.cable.height;
    rows.push({ post, y, height });
    y += height;
  }
  return {
    width: start + breadth + SIZES.right,
    height: y + SIZES.bottom,
    rows,
    ticks: ticksOf(first, last, breadth / SIZES.tick, xOf),
    points,
  };
}

/** The lane of each member: the first in which nothing stands in its way. */
function inLanes(members: readonly number[], xs: readonly number[]): ReadonlyMap<number, number> {
  const ends: number[] = [];
  const lanes = new Map<number, number>();
  for (const index of [...members].sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0))) {
    const left = (xs[index] ?? 0) - SIZES.cable.width / 2;
    const free = ends.findIndex(end => end <= left);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = left + SIZES.cable.width;
    lanes.set(index, lane);
  }
  return lanes;
}

/** About `most` marks on the axis or fewer: years, or months where it is short. */
function ticksOf(first: number, last: number, most: number, xOf: (time: number) => number): readonly Tick[] {
  const from = new Date(first);
  const months = monthsBetween(first, last);
  const step = [1, 3, 6, 12, 24, 60, 120].find(size => months / size <= most) ?? 240;
  const firstMonth = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth()) / step) * step;
  const ticks: Tick[] = [];
  for (let month = firstMonth; ; month += step) {
    const date = Date.UTC(Math.floor(month / 12), month % 12);
    // Without any cable there is no first and no last date either.
    if (!(date <= last)) break;
    if (date >= first) ticks.push({ x: xOf(date), label: labelOf(date, step) });
  }
  return ticks;
}

function monthsBetween(first: number, last: number): number {
  return Math.max(1, (last - first) / (30.44 * 24 * 3600e3));
}

function labelOf(date: number, step: number): string {
  const year = String(new Date(date).getUTCFullYear());
  if (step >= 12) return year;
  return new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** When each cable was sent, in milliseconds since 1970: as it says, otherwise as near as year and citations tell. */
function timesOf({ cables, citations }: Pick<Timeline, 'cables' | 'citations'>): readonly number[] {
  const before = cables.map(({ year }) => Date.UTC(year + 1, 0));
  for (const [citing, cited] of citations) {
    const sent = cables[citing]?.instant;
    if (sent != null && sent < (before[cited] ?? 0)) before[cited] = sent;
  }
  return cables.map(({ instant, year }, index) => {
    const start = Date.UTC(year, 0);
    return instant ?? (start + Math.max(start, before[index] ?? start)) / 2;
  });
}
