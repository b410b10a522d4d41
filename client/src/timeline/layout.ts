import type { GroupRange, Timeline } from '../../../server/src/lsp/messages';
import { monthIn } from '../page/words';
import { type Bin, binsIn, keyOf, stepFor } from './bins';

type Cable = Timeline['cables'][number];

/** Sizes in CSS pixels. */
export const SIZES = {
  /** Left of the time axis stand the names of the posts; in a picture narrower than `narrow` they stand above their rows. */
  names: 130,
  narrow: 480,
  /** The narrowest picture. */
  least: 200,
  top: 34,
  bottom: 12,
  edge: 8,
  /** A cable with its id below it. */
  cable: { width: 112, height: 44, shape: 20 },
  /** A post and year with its number of cables. */
  bin: { height: 28 },
  row: { padding: 6, name: 22 },
  /** The line above the cables of an unfolded year. */
  heading: 22,
  /** From one mark of the axis to the next, at least. */
  tick: 80,
} as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Row {
  readonly post: string;
  /** How many cables it has, where they are counted. */
  readonly count: number | null;
  readonly y: number;
  readonly height: number;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** A cable, and the middle of its shape. */
export interface PlacedCable extends Point {
  readonly cable: Cable;
}

/** A post and some years with the number of cables, and the middle of its box. */
export interface PlacedBin extends Point {
  readonly bin: Bin;
  readonly width: number;
  readonly unfolded: boolean;
}

/** The line above the cables of an unfolded post and years. */
export interface Heading extends Point {
  readonly bin: Bin;
  readonly shown: number;
  readonly total: number;
}

/** Where everything of the picture stands, in CSS pixels from its upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Where the rows' own part begins; names stand left of it, or above the rows. */
  readonly left: number;
  readonly rows: readonly Row[];
  readonly ticks: readonly Tick[];
  readonly cables: readonly PlacedCable[];
  readonly bins: readonly PlacedBin[];
  readonly headings: readonly Heading[];
}

/** The cables of the groups that are unfolded, by `keyOf`. */
export type Unfolded = ReadonlyMap<string, { readonly cables: readonly Cable[]; readonly total: number }>;

export const NOTHING_UNFOLDED: Unfolded = new Map();

/**
 * Lays a timeline out in `width`: time from left to right, one row for each post. Cables stand one by one, those that would cover
 * each other below one another; or, where there are too many, a box for each post and year says how many, and what is unfolded
 * stands below its row.
 */
export function layOut(
  timeline: Timeline,
  width: number,
  unfolded: Unfolded = NOTHING_UNFOLDED,
  locale?: string,
): Layout {
  const wide = Math.max(SIZES.least, Math.floor(width));
  const isNarrow = wide < SIZES.narrow;
  const frame = {
    width: wide,
    left: isNarrow ? SIZES.edge : SIZES.names,
    right: wide - SIZES.edge,
    name: isNarrow ? SIZES.row.name : 0,
  };
  return timeline.groups.length > 0
    ? layOutBins(timeline, frame, unfolded)
    : layOutCables(timeline, frame, locale);
}

interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** The height of the line with the name of a post; 0 where names stand beside the rows. */
  readonly name: number;
}

/**
 * One row for each post in the order in which they are met. A cable of which only the year is known stands in the middle of it,
 * or of the part of it before the first that cites it.
 */
function layOutCables(
  { cables, citations }: Timeline,
  { width, left, right, name }: Frame,
  locale?: string,
): Layout {
  const times = timesOf({ cables, citations });
  const first = Math.min(...times);
  const last = Math.max(...times);
  const start = left + SIZES.cable.width / 2;
  const breadth = right - SIZES.cable.width / 2 - start;
  const xOf = (time: number) =>
    Math.round(start + (last === first ? breadth / 2 : ((time - first) / (last - first)) * breadth));
  const xs = times.map(xOf);
  const rows: Row[] = [];
  const placed: PlacedCable[] = [];
  const points = new Map<number, Point>();
  let y: number = SIZES.top;
  for (const post of new Set(cables.map(cable => cable.post))) {
    const members = cables.flatMap((cable, index) => (cable.post === post ? [index] : []));
    const lanes = inLanes(members, xs);
    for (const [index, lane] of lanes)
      points.set(index, { x: xs[index] ?? 0, y: y + name + SIZES.row.padding + middleOfLane(lane) });
    const height = name + 2 * SIZES.row.padding + (1 + Math.max(...lanes.values())) * SIZES.cable.height;
    rows.push({ post, count: null, y, height });
    y += height;
  }
  for (const [index, cable] of cables.entries())
    placed.push({ cable, ...(points.get(index) ?? { x: 0, y: 0 }) });
  return {
    width,
    height: y + SIZES.bottom,
    left,
    rows,
    ticks: ticksOf(first, last, breadth / SIZES.tick, xOf, locale),
    cables: placed,
    bins: [],
    headings: [],
  };
}

/** The middle of the shapes of a lane, from the upper edge of the first lane. */
function middleOfLane(lane: number): number {
  return lane * SIZES.cable.height + SIZES.cable.shape / 2 + 2;
}

/** The post of the open cable first, then those with most cables. */
function layOutBins(
  { cables: [open], groups }: Timeline,
  { width, left, right, name }: Frame,
  unfolded: Unfolded,
): Layout {
  const years = [...groups.map(({ year }) => year), ...(open ? [open.year] : [])];
  const first = Math.min(...years);
  const last = Math.max(...years);
  const area = right - left;
  const step = stepFor(first, last, area);
  const columns = Math.floor(last / step) - Math.floor(first / step) + 1;
  const column = area / columns;
  const xOf = (year: number) =>
    Math.round(left + (Math.floor(year / step) - Math.floor(first / step) + 0.5) * column);
  const cables: PlacedCable[] = [];
  const bins: PlacedBin[] = [];
  const headings: Heading[] = [];
  const rows: Row[] = [];
  let y: number = SIZES.top;
  for (const [post, inPost] of byPost(binsIn(groups, step), open?.post)) {
    const top = y;
    y += name + SIZES.row.padding;
    if (open?.post === post) {
      const half = SIZES.cable.width / 2;
      const x = Math.min(Math.max(xOf(open.year), left + half), right - half);
      cables.push({ cable: open, x, y: y + middleOfLane(0) });
      y += SIZES.cable.height;
    }
    for (const bin of inPost) {
      const isUnfolded = unfolded.has(keyOf(bin));
      bins.push({ bin, x: xOf(bin.from), y: y + SIZES.bin.height / 2, width: column, unfolded: isUnfolded });
    }
    if (inPost.length > 0) y += SIZES.bin.height;
    for (const bin of inPost) {
      const inside = unfolded.get(keyOf(bin));
      if (!inside) continue;
      headings.push({ bin, x: left, y: y + 16, shown: inside.cables.length, total: inside.total });
      y += SIZES.heading;
      const perLine = Math.max(1, Math.floor(area / SIZES.cable.width));
      for (const [i, cable] of inside.cables.entries()) {
        const x = left + ((i % perLine) + 0.5) * SIZES.cable.width;
        cables.push({ cable, x, y: y + middleOfLane(Math.floor(i / perLine)) });
      }
      y += Math.ceil(inside.cables.length / perLine) * SIZES.cable.height;
    }
    y += SIZES.row.padding;
    const count = inPost.reduce((sum, { citing, cited }) => sum + citing + cited, 0);
    rows.push({ post, count, y: top, height: y - top });
  }
  const ticks = Array.from({ length: columns }, (_, i) => {
    const from = (Math.floor(first / step) + i) * step;
    return { x: xOf(from), label: labelOfYears({ from, to: from + step - 1 }) };
  });
  return { width, height: y + SIZES.bottom, left, rows, ticks, cables, bins, headings };
}

function byPost(
  bins: readonly Bin[],
  first: string | undefined,
): readonly (readonly [string, readonly Bin[]])[] {
  const posts = new Map<string, Bin[]>(first === undefined ? [] : [[first, []]]);
  for (const bin of bins) {
    const others = posts.get(bin.post);
    if (others) others.push(bin);
    else posts.set(bin.post, [bin]);
  }
  const countOf = (some: readonly Bin[]) => some.reduce((sum, { citing, cited }) => sum + citing + cited, 0);
  return [...posts]
    .map(([post, some]) => ({ post, some, rank: post === first ? Number.POSITIVE_INFINITY : countOf(some) }))
    .sort((a, b) => (a.rank === b.rank ? (a.post < b.post ? -1 : 1) : b.rank - a.rank))
    .map(({ post, some }) => [post, some] as const);
}

/** `2005`, or `1985–89`. */
export function labelOfYears({ from, to }: Pick<GroupRange, 'from' | 'to'>): string {
  return from === to ? String(from) : `${from}–${String(to % 100).padStart(2, '0')}`;
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
function ticksOf(
  first: number,
  last: number,
  most: number,
  xOf: (time: number) => number,
  locale?: string,
): readonly Tick[] {
  const from = new Date(first);
  const months = monthsBetween(first, last);
  const step = [1, 3, 6, 12, 24, 60, 120].find(size => months / size <= most) ?? 240;
  const firstMonth = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth()) / step) * step;
  const ticks: Tick[] = [];
  for (let month = firstMonth; ; month += step) {
    const date = Date.UTC(Math.floor(month / 12), month % 12);
    // Without any cable there is no first and no last date either.
    if (!(date <= last)) break;
    if (date >= first) ticks.push({ x: xOf(date), label: labelOf(date, step, locale) });
  }
  return ticks;
}

function monthsBetween(first: number, last: number): number {
  return Math.max(1, (last - first) / (30.44 * 24 * 3600e3));
}

function labelOf(date: number, step: number, locale?: string): string {
  return step >= 12 ? String(new Date(date).getUTCFullYear()) : monthIn(date, 'short', locale);
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
