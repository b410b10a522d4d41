import { type Station, type StationKind, stations } from '../../../server/src/reference/stations';
import { below, chance, type Random, randomFrom } from './random';

/** A station that sends cables. */
export interface Post {
  readonly ri: string;
  /** `AMEMBASSY TEL AVIV` */
  readonly plad: string;
  /** As on the class line: `TEL AVIV`. */
  readonly name: string;
  /** As in an id: `TELAVIV`. */
  readonly key: string;
}

/** Who sent which cable when, in the order of time; one row per cable. Rows and columns depend on the number of cables alone. */
export interface Plan {
  readonly posts: readonly Post[];
  readonly size: number;
  /** An index into `posts`. */
  readonly post: Uint16Array;
  /** Minutes since 1970, UTC. */
  readonly minute: Int32Array;
  readonly serial: Int32Array;
  /** The row of the cable that the same post sent before; -1 for its first. */
  readonly before: Int32Array;
}

/** What one cable cites: another cable, in the archive or not, in its reference list or in its text. */
export interface PlannedCitation {
  readonly post: Post;
  readonly year: number;
  readonly serial: number;
  readonly place: 'list' | 'text';
}

const SEED = 0x5eed;
const MINUTE = 60_000;

const SENDERS: ReadonlySet<StationKind> = new Set(['department', 'embassy', 'consulate', 'mission']);
const TITLES = /^(?:AMEMBASSY|AMCONSUL|USMISSION) |^SEC(?=STATE WASHDC)| WASHDC$/g;

/** How many of a hundred cables are of a year; the others are spread over the years from 1966. The last year is two months long. */
const SHARES: ReadonlyMap<number, number> = new Map([
  [2003, 5],
  [2004, 8],
  [2005, 13],
  [2006, 16],
  [2007, 16],
  [2008, 17],
  [2009, 16],
  [2010, 4],
]);
const FIRST_YEAR = 1966;
const LAST_YEAR = 2010;
const LAST_MINUTE = Date.UTC(LAST_YEAR, 2, 1) / MINUTE;

/** The plan of an archive of `size` cables: stations by Zipf's law, serials that rise with gaps per station and year. */
export function planOf(size: number): Plan {
  const random = randomFrom(SEED ^ size);
  const posts = shuffled(sendingPosts(), random);
  const choosePost = zipf(posts.length, random);
  const chooseYear = yearChooser(random);
  const minutes = Int32Array.from({ length: size }, () => momentIn(chooseYear(), random)).sort();
  const post = Uint16Array.from({ length: size }, choosePost);
  const serial = new Int32Array(size);
  const before = new Int32Array(size);
  const last = new Int32Array(posts.length).fill(-1);
  const plan = { posts, size, post, minute: minutes, serial, before };
  for (let row = 0; row < size; row++) {
    const sender = post[row] as number;
    const previous = last[sender] as number;
    before[row] = previous;
    last[sender] = row;
    const base =
      previous >= 0 && yearOf(plan, previous) === yearOf(plan, row) ? (serial[previous] as number) : 0;
    serial[row] = base + 1 + below(random, 4);
  }
  return plan;
}

export function postOf({ posts, post }: Plan, row: number): Post {
  return posts[post[row] as number] as Post;
}

export function dateOf({ minute }: Plan, row: number): Date {
  return new Date((minute[row] as number) * MINUTE);
}

export function yearOf(plan: Plan, row: number): number {
  return dateOf(plan, row).getUTCFullYear();
}

/** The canonical id, `07MUSCAT73`. */
export function idOf({ post, year, serial }: Pick<PlannedCitation, 'post' | 'year' | 'serial'>): string {
  return `${String(year % 100).padStart(2, '0')}${post.key}${serial}`;
}

export function rowId(plan: Plan, row: number): string {
  return idOf(citationOf(plan, row, 0, 'list'));
}

/** How many cables a cable cites: none to seven, 1.5 on average. */
const COUNTS = [34, 25, 17, 12, 6, 3, 2, 1] as const;

/** What the cable at `row` cites, each cable once: four in five are in the archive and were sent before it. */
export function citationsOf(plan: Plan, row: number, random: Random): readonly PlannedCitation[] {
  const count = weightedCount(random);
  const citations = new Map<string, PlannedCitation>();
  for (let i = 0; i < count; i++) {
    const place = chance(random, 0.12) ? 'text' : 'list';
    const citation = chance(random, 0.8)
      ? present(plan, row, place, random)
      : absent(plan, row, place, random);
    if (citation) citations.set(idOf(citation), citation);
  }
  return [...citations.values()];
}

function weightedCount(random: Random): number {
  let rest = random() * 100;
  return COUNTS.findIndex(share => {
    rest -= share;
    return rest < 0;
  });
}

/** A cable sent before: often by the same post, mostly a recent one, now and then one that many cite. */
function present(
  plan: Plan,
  row: number,
  place: PlannedCitation['place'],
  random: Random,
): PlannedCitation | null {
  if (row === 0) return null;
  let target = -1;
  if (chance(random, 0.4)) {
    target = row;
    for (let steps = 1 + below(random, 8); steps > 0 && target >= 0; steps--)
      target = plan.before[target] as number;
  } else if (chance(random, 0.06)) {
    target = Math.floor(below(random, row) / 500) * 500;
  }
  if (target < 0) target = row - 1 - Math.floor(-Math.log(1 - random()) * Math.min(1500, row / 4));
  return citationOf(plan, Math.max(0, target), 0, place);
}

/** A number that no cable of the archive has: one of the gaps between two serials. */
function absent(
  plan: Plan,
  row: number,
  place: PlannedCitation['place'],
  random: Random,
): PlannedCitation | null {
  for (let tries = 0; tries < 20; tries++) {
    const near = below(random, row + 1);
    const previous = plan.before[near] as number;
    const taken = previous >= 0 && plan.serial[previous] === (plan.serial[near] as number) - 1;
    if (!taken && (plan.serial[near] as number) > 1) return citationOf(plan, near, 1, place);
  }
  return null;
}

/** The cable at `row` as a citation, or the one `less` numbers before it. A number below ten is read as one in lists alone. */
function citationOf(plan: Plan, row: number, less: number, place: PlannedCitation['place']): PlannedCitation {
  const serial = (plan.serial[row] as number) - less;
  return { post: postOf(plan, row), year: yearOf(plan, row), serial, place: serial < 10 ? 'list' : place };
}

/** The stations of the tables whose address says how they are named in an id. */
function sendingPosts(): Post[] {
  const posts = new Map<string, Post>();
  for (const { ri, plad, post: key } of stations.filter(isSender)) {
    const name = plad.replace(TITLES, '');
    if (name.replace(/[^A-Z]/g, '') === key && !posts.has(key)) posts.set(key, { ri, plad, name, key });
  }
  return [...posts.values()];
}

function isSender({ kind, confidence, ri, post }: Station): boolean {
  return SENDERS.has(kind) && confidence === 'high' && ri !== '' && post !== '';
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const mixed = [...values];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

/** Gives indices below `n`: the first often, the last seldom. */
function zipf(n: number, random: Random): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += 1 / (i + 4) ** 0.9;
    sums.push(sum);
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function yearChooser(random: Random): () => number {
  const years = [...SHARES].flatMap(([year, share]) => Array.from({ length: share }, () => year));
  return () => {
    const place = below(random, 100);
    return years[place] ?? FIRST_YEAR + below(random, Math.min(...SHARES.keys()) - FIRST_YEAR);
  };
}

function momentIn(year: number, random: Random): number {
  const start = Date.UTC(year, 0, 1) / MINUTE;
  const end = year === LAST_YEAR ? LAST_MINUTE : Date.UTC(year + 1, 0, 1) / MINUTE;
  return start + below(random, end - start);
}

/** The random numbers for the text of the cable at `row`. */
export function randomOf(row: number): Random {
  return randomFrom(Math.imul(row + 1, 0x9e3779b1) ^ SEED);
}
