import type { Months } from '../../../server/src/lsp/messages';
import { xmlText } from '../../../server/src/text/xml';
import { type Counted, counted, fill, monthIn, numberIn, yearIn } from '../page/words';
import { PINNED, rowName } from '../timeline/svg';

/** Sizes in CSS pixels. */
const SIZES = {
  /** Left of the rows stand names and numbers; in a picture narrower than `narrow` they stand above their rows. */
  names: 132,
  narrow: 480,
  least: 200,
  /** Between names and bars: the labels of the scale. */
  scale: 40,
  edge: 10,
  top: 30,
  bottom: 10,
  bars: 44,
  row: { padding: 12, name: 22 },
  /** The narrowest bar, with the gap behind it. */
  bar: 4,
  /** From one year of the axis to the next, at least. */
  tick: 44,
} as const;

export interface MonthsWords {
  readonly title: string;
  readonly cables: Counted;
  /** `{0} undated` */
  readonly undated: string;
  /** `{0} to {1}`, of months. */
  readonly span: string;
}

/** The cables of one group in some months: `at` and how many months they are count from January 1970. */
export interface Bar {
  readonly row: number;
  readonly at: number;
  readonly count: number;
}

/** What a picture of `series` shows in a width: which months each bar stands for, and how high it is. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly first: number;
  /** How many months there are, and how many of them a bar stands for. */
  readonly months: number;
  readonly step: number;
  /** The number of cables at the top of every row. */
  readonly most: number;
  readonly rows: readonly { readonly y: number; readonly base: number }[];
  readonly bars: readonly Bar[];
}

/** Plans the picture: one scale of time and one of numbers for all rows. Null where no cable has a date. */
export function chartOf(series: readonly Months[], wanted: number): Chart | null {
  const months = series.flatMap(each => each.months.map(({ month }) => month));
  if (months.length === 0) return null;
  const width = Math.max(SIZES.least, Math.floor(wanted));
  const isNarrow = width < SIZES.narrow;
  const left = (isNarrow ? 0 : SIZES.names) + SIZES.scale;
  const right = width - SIZES.edge;
  const last = Math.max(...months);
  const earliest = Math.min(...months);
  const barsOf = (size: number) => Math.floor(last / size) - Math.floor(earliest / size) + 1;
  const step = [1, 3, 6, 12, 24, 60, 120].find(size => barsOf(size) * SIZES.bar <= right - left) ?? 240;
  const first = Math.floor(earliest / step) * step;
  const bars = series.flatMap((each, row) => inSteps(each, row, step));
  const name = isNarrow ? SIZES.row.name : 0;
  const tall = name + SIZES.bars + SIZES.row.padding;
  const rows = series.map((_, row) => {
    const y = SIZES.top + row * tall;
    return { y, base: y + tall - 6 };
  });
  return {
    width,
    height: SIZES.top + series.length * tall + SIZES.bottom,
    left,
    right,
    first,
    months: barsOf(step) * step,
    step,
    most: roundUp(Math.max(...bars.map(({ count }) => count))),
    rows,
    bars,
  };
}

function inSteps({ months }: Months, row: number, step: number): readonly Bar[] {
  const bars = new Map<number, number>();
  for (const { month, count } of months) {
    const at = Math.floor(month / step) * step;
    bars.set(at, (bars.get(at) ?? 0) + count);
  }
  return [...bars].map(([at, count]) => ({ row, at, count }));
}

/** The next of 2, 4, 10, 20, 40, 100 …: half of it is a whole number too. */
function roundUp(count: number): number {
  let size = 1;
  for (;;) {
    for (const top of [2 * size, 4 * size, 10 * size]) if (count <= top) return top;
    size *= 10;
  }
}

/** `January 2007`, `January 2007 to March 2007`, `2007`, `1985 to 1989`. */
function nameOfPeriod(at: number, step: number, { span }: MonthsWords, locale?: string): string {
  const name = (month: number) => {
    const instant = Date.UTC(1970, month);
    return step < 12 ? monthIn(instant, 'long', locale) : yearIn(instant, locale);
  };
  const from = name(at);
  const to = name(at + step - 1);
  return from === to ? from : fill(span, from, to);
}

/** What a bar says: `MUSCAT, January 2007: 4 cables`. */
export function describeBar(
  series: readonly Months[],
  { step }: Chart,
  { row, at, count }: Bar,
  words: MonthsWords,
  locale?: string,
): string {
  const period = nameOfPeriod(at, step, words, locale);
  return `${series[row]?.key ?? ''}, ${period}: ${counted(words.cables, count, locale)}`;
}

/** The months of the row at a place of the picture, as a bar, which may be one of no cables; null beside the rows. */
export function barAt(
  { left, right, first, months, step, rows, bars }: Chart,
  x: number,
  y: number,
): Bar | null {
  const row = rows.findIndex(({ base }) => y <= base);
  if (row < 0 || x < left || x >= right || y < SIZES.top) return null;
  const at = first + Math.floor(((x - left) / (right - left)) * (months / step)) * step;
  return bars.find(bar => bar.row === row && bar.at === at) ?? { row, at, count: 0 };
}

/** What tells a bar from others. */
export function keyOfBar({ row, at }: Bar): string {
  return `${row} ${at}`;
}

/** The cables of each group by month as SVG: a row for each, with one scale of time and one of numbers for all. */
export function drawMonths(
  series: readonly Months[],
  chart: Chart,
  words: MonthsWords,
  reached: string | null = null,
  locale?: string,
): string {
  const { width, height, bars, rows } = chart;
  const first = bars[0] ? keyOfBar(bars[0]) : null;
  const keyed = reached !== null && bars.some(bar => keyOfBar(bar) === reached) ? reached : first;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="months timeline" role="group" aria-label="${xmlText(words.title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<g aria-hidden="true">`,
    ...series.map((each, row) => drawRow(each, row, chart, words, locale)),
    drawYears(chart, 'lines'),
    '</g>',
    ...rows.map((_, row) => {
      const inRow = bars.filter(bar => bar.row === row);
      const drawn = inRow.map(bar => drawBar(series, chart, bar, words, keyOfBar(bar) === keyed, locale));
      return `<g role="group" aria-label="${xmlText(labelOf(series[row], words, locale))}">${drawn.join('')}</g>`;
    }),
    `<g class="${PINNED}" aria-hidden="true"><rect class="band" x="0" y="0" width="${width}" height="${SIZES.top - 4}"/>${drawYears(chart, 'labels')}</g>`,
    '</svg>',
  ].join('\n');
}

function labelOf(series: Months | undefined, words: MonthsWords, locale?: string): string {
  if (!series) return '';
  const total = totalOf(series);
  const undated = series.undated > 0 ? [fill(words.undated, numberIn(series.undated, locale))] : [];
  return [series.key, counted(words.cables, total, locale), ...undated].join(', ');
}

/** The ground of a row, its name and numbers, and its scale. */
function drawRow(series: Months, row: number, chart: Chart, words: MonthsWords, locale?: string): string {
  const { width, left, right, most } = chart;
  const { y, base } = chart.rows[row] ?? { y: 0, base: 0 };
  const isNarrow = left === SIZES.scale;
  const tall = base + 6 - y;
  const ground = `<rect class="row ${row % 2 === 0 ? 'even' : 'odd'}" x="0" y="${y}" width="${width}" height="${tall}"/>`;
  const total = counted(words.cables, totalOf(series), locale);
  const undated = series.undated > 0 ? fill(words.undated, numberIn(series.undated, locale)) : '';
  const names = isNarrow
    ? `${rowName(series.key, 10, y + 17)}<text class="count" x="${20 + series.key.length * 9}" y="${y + 17}">${[numberIn(totalOf(series), locale), undated].filter(Boolean).join(' · ')}</text>`
    : `${rowName(series.key, 10, y + 19, SIZES.names - 22)}<text class="count" x="10" y="${y + 34}">${total}</text>` +
      (undated && `<text class="count" x="10" y="${y + 48}">${undated}</text>`);
  const scale = [0, most / 2, most].map(count => {
    const at = base - (count / most) * SIZES.bars;
    const label =
      count === most / 2
        ? ''
        : `<text class="scale" x="${left - 5}" y="${count === 0 ? at : at + 8}">${numberIn(count, locale)}</text>`;
    return `<line class="${count === 0 ? 'base' : 'grid'}" x1="${left}" y1="${at}" x2="${right}" y2="${at}"/>${label}`;
  });
  return ground + names + scale.join('');
}

function drawBar(
  series: readonly Months[],
  chart: Chart,
  bar: Bar,
  words: MonthsWords,
  isReached: boolean,
  locale?: string,
): string {
  const { left, right, first, months, step, most } = chart;
  const wide = ((right - left) * step) / months;
  const tall = Math.max(1.5, (bar.count / most) * SIZES.bars);
  const x = left + ((bar.at - first) / months) * (right - left);
  const y = (chart.rows[bar.row]?.base ?? 0) - tall;
  const label = xmlText(describeBar(series, chart, bar, words, locale));
  // A bar that is as wide as a year is no bar any more.
  return `<rect class="month" role="img" tabindex="${isReached ? 0 : -1}" aria-label="${label}" data-key="${keyOfBar(bar)}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${Math.min(40, Math.max(1, wide - 1)).toFixed(1)}" height="${tall.toFixed(1)}"/>`;
}

function totalOf({ months, undated }: Months): number {
  return months.reduce((sum, { count }) => sum + count, undated);
}

/** The years on the axis, as many as have room: their lines, or their labels. */
function drawYears({ first, months, left, right, height }: Chart, what: 'lines' | 'labels'): string {
  const perMonth = (right - left) / months;
  const every = [1, 2, 5, 10, 20].find(size => size * 12 * perMonth >= SIZES.tick) ?? 50;
  const parts: string[] = [];
  for (let month = Math.ceil(first / 12) * 12; month < first + months; month += 12) {
    const year = 1970 + month / 12;
    if (year % every !== 0) continue;
    const x = (left + (month - first) * perMonth).toFixed(1);
    parts.push(
      what === 'lines'
        ? `<line class="tick" x1="${x}" y1="${SIZES.top - 6}" x2="${x}" y2="${height - SIZES.bottom}"/>`
        : `<text class="year" x="${x}" y="${SIZES.top - 12}">${year}</text>`,
    );
  }
  return parts.join('');
}

/** The number of cables of each group in each year, for a table that says the same as the picture. */
export function byYear(series: readonly Months[]): {
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly key: string;
    readonly counts: readonly number[];
    readonly undated: number;
    readonly total: number;
  }[];
} {
  const yearOf = (month: number) => 1970 + Math.floor(month / 12);
  const years = [...new Set(series.flatMap(({ months }) => months.map(({ month }) => yearOf(month))))].sort(
    (a, b) => a - b,
  );
  const rows = series.map(each => {
    const counts = new Map<number, number>();
    for (const { month, count } of each.months)
      counts.set(yearOf(month), (counts.get(yearOf(month)) ?? 0) + count);
    return {
      key: each.key,
      counts: years.map(year => counts.get(year) ?? 0),
      undated: each.undated,
      total: totalOf(each),
    };
  });
  return { years, rows };
}
