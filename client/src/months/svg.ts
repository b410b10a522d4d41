import type { Months } from '../../../server/src/lsp/messages';
import { xmlText } from '../../../server/src/text/xml';
import { PINNED } from '../timeline/svg';

/** Sizes in CSS pixels. */
const NAMES = 190;
const ROW = 54;
const BARS = 40;
const TOP = 30;
const LEAST_WIDTH = 480;
const MOST_WIDTH = 3000;

export interface MonthsWords {
  readonly title: string;
}

/** `January 2007`; `month` counts from January 1970. */
function nameOfMonth(month: number, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.UTC(1970, month));
}

/**
 * The cables of each group by month as SVG: a row for each, one scale of time for all, and in each row the month with most
 * cables fills its height, for a small post would not be seen beside a large one.
 */
export function drawMonths(series: readonly Months[], words: MonthsWords): string {
  const months = series.flatMap(each => each.months.map(({ month }) => month));
  if (months.length === 0) return '';
  const first = Math.min(...months);
  const count = Math.max(...months) - first + 1;
  const step = Math.max(1, Math.min(16, MOST_WIDTH / count, Math.max(2, LEAST_WIDTH / count)));
  const width = Math.round(NAMES + count * step + 20);
  const height = TOP + series.length * ROW + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="months timeline" role="group" aria-label="${xmlText(words.title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...series.map((each, row) => drawRow(each, TOP + row * ROW, first, step, width, row)),
    years(first, count, step, width, height),
    `<g class="${PINNED.left}" aria-hidden="true">${series.map((each, row) => drawName(each, TOP + row * ROW, row)).join('')}</g>`,
    '</svg>',
  ].join('\n');
}

function drawRow(
  { key, months }: Months,
  y: number,
  first: number,
  step: number,
  width: number,
  row: number,
): string {
  const most = Math.max(1, ...months.map(({ count }) => count));
  const bars = months.map(({ month, count }) => {
    const tall = Math.max(1.5, (count / most) * BARS);
    const x = NAMES + (month - first) * step;
    const title = xmlText(`${key}, ${nameOfMonth(month)}: ${count}`);
    return `<rect class="bar" x="${x.toFixed(1)}" y="${(y + ROW - 6 - tall).toFixed(1)}" width="${Math.max(1, step - 1).toFixed(1)}" height="${tall.toFixed(1)}"><title>${title}</title></rect>`;
  });
  const label = xmlText(`${key}: ${totalOf(months)}`);
  return `<g role="img" aria-label="${label}">${background(row, y, width)}${bars.join('')}</g>`;
}

/** The name of a row and the number of its cables, over a ground of their own. */
function drawName({ key, months }: Months, y: number, row: number): string {
  return (
    `<rect class="band" x="0" y="${y}" width="${NAMES - 10}" height="${ROW}"/>${background(row, y, NAMES - 10)}` +
    `<text class="post" x="10" y="${y + 24}">${xmlText(key)}</text><text x="10" y="${y + 42}">${totalOf(months)}</text>`
  );
}

function background(row: number, y: number, width: number): string {
  return `<rect class="row ${row % 2 === 0 ? 'even' : 'odd'}" x="0" y="${y}" width="${width}" height="${ROW}"/>`;
}

function totalOf(months: Months['months']): number {
  return months.reduce((sum, { count }) => sum + count, 0);
}

/** The years on the axis, as many as have room. */
function years(first: number, count: number, step: number, width: number, height: number): string {
  const every = [1, 2, 5, 10, 20].find(size => size * 12 * step >= 44) ?? 50;
  const lines: string[] = [];
  const dates: string[] = [];
  for (let month = Math.ceil(first / 12) * 12; month < first + count; month += 12) {
    const year = 1970 + month / 12;
    if (year % every !== 0) continue;
    const x = (NAMES + (month - first) * step).toFixed(1);
    lines.push(`<line class="tick" x1="${x}" y1="${TOP - 6}" x2="${x}" y2="${height - 8}"/>`);
    dates.push(`<text class="date" x="${x}" y="${TOP - 12}">${year}</text>`);
  }
  const band = `<rect class="band" x="0" y="0" width="${width}" height="${TOP}"/>`;
  return `<g aria-hidden="true">${lines.join('')}</g><g class="${PINNED.top}" aria-hidden="true">${band}${dates.join('')}</g>`;
}

/** The number of cables of each group in each year, for a table that says the same as the picture. */
export function byYear(series: readonly Months[]): {
  readonly years: readonly number[];
  readonly rows: readonly { readonly key: string; readonly counts: readonly number[] }[];
} {
  const yearOf = (month: number) => 1970 + Math.floor(month / 12);
  const years = [...new Set(series.flatMap(({ months }) => months.map(({ month }) => yearOf(month))))].sort(
    (a, b) => a - b,
  );
  const rows = series.map(({ key, months }) => ({
    key,
    counts: years.map(year =>
      months.reduce((sum, { month, count }) => (yearOf(month) === year ? sum + count : sum), 0),
    ),
  }));
  return { years, rows };
}
