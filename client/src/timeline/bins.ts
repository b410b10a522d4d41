import type { GroupRange, TimelineGroup } from '../../../server/src/lsp/messages';

/** The cables of one post in the years of one column. */
export interface Bin extends GroupRange, Omit<TimelineGroup, 'post' | 'year'> {}

/** A column is at least so wide, in CSS pixels: `2005` and a number have room, `1985–89` needs more. */
const LEAST = { one: 44, several: 60 };

/** How many years a column has, so that all of them have room in `width`. */
export function stepFor(first: number, last: number, width: number): number {
  const fits = (step: number) => {
    const columns = Math.floor(last / step) - Math.floor(first / step) + 1;
    return columns * (step === 1 ? LEAST.one : LEAST.several) <= width;
  };
  return [1, 2, 5, 10, 20, 50].find(fits) ?? 100;
}

/** Groups of a year as groups of `step` years, in the order of time. */
export function binsIn(groups: readonly TimelineGroup[], step: number): readonly Bin[] {
  const bins = new Map<string, Bin>();
  for (const { post, year, ...counts } of groups) {
    const from = Math.floor(year / step) * step;
    const range = { post, from, to: from + step - 1 };
    const before = bins.get(keyOf(range));
    bins.set(keyOf(range), before ? { ...range, ...sum(before, counts) } : { ...range, ...counts });
  }
  return [...bins.values()].sort((a, b) => a.from - b.from);
}

type Counts = Omit<TimelineGroup, 'post' | 'year'>;

function sum(a: Counts, b: Counts): Counts {
  return {
    citing: a.citing + b.citing,
    cited: a.cited + b.cited,
    nearCiting: a.nearCiting + b.nearCiting,
    nearCited: a.nearCited + b.nearCited,
    absent: a.absent + b.absent,
  };
}

/** What tells a bin from others; no id of a cable looks like it. */
export function keyOf({ post, from, to }: GroupRange): string {
  return `${post} ${from} ${to}`;
}

/** The key of the bin of `step` years that an id's year is in. */
export function keyAt(post: string, year: number, step: number): string {
  const from = Math.floor(year / step) * step;
  return keyOf({ post, from, to: from + step - 1 });
}

export function countOf({ citing, cited }: Bin): number {
  return citing + cited;
}
