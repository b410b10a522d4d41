import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { barAt, byYear, chartOf, describeBar, drawMonths } from '../../../client/src/months/svg';
import { monthsWords as words } from '../timeline/words';

const month = (year: number, number: number) => (year - 1970) * 12 + number - 1;

const series = [
  {
    key: 'STATE',
    months: [
      { month: month(2006, 1), count: 5 },
      { month: month(2006, 3), count: 90 },
    ],
    undated: 0,
  },
  { key: 'MUSCAT', months: [{ month: month(2008, 12), count: 3 }], undated: 2 },
];

describe('collection over time', () => {
  const chart = chartOf(series, 800);
  if (!chart) throw new Error('there is no chart');
  const svg = drawMonths(series, chart, words, null, 'en');

  it('has one scale of numbers for all rows, with its labels', () => {
    equal(chart.most, 100);
    equal(svg.match(/class="scale"[^>]*>100</g)?.length, 2);
    equal(svg.match(/class="scale"[^>]*>0</g)?.length, 2);
    const heights = [...svg.matchAll(/class="month"[^>]* height="([\d.]+)"/g)].map(([, height]) =>
      Number(height),
    );
    deepEqual(heights, [2.2, 39.6, 1.5], 'what is almost nothing can still be seen');
  });

  it('has the years on its axis', () => {
    deepEqual(
      [...svg.matchAll(/class="year"[^>]*>(\d+)</g)].map(([, year]) => year),
      ['2006', '2007', '2008'],
    );
  });

  it('fits any width, with bars of several months where there is no room for one', () => {
    for (const width of [200, 400, 800, 3000]) {
      const fitted = chartOf(series, width);
      ok(fitted);
      equal(fitted.width, width);
      equal(
        fitted.bars.reduce((sum, { count }) => sum + count, 0),
        98,
      );
      const xs = drawMonths(series, fitted, words).matchAll(
        /class="month"[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"/g,
      );
      for (const [, x, wide] of xs) ok(Number(x) + Number(wide) <= width, `${x} + ${wide}`);
    }
    equal(chartOf(series, 800)?.step, 1);
    const long = [{ key: 'STATE', months: [0, 479].map(at => ({ month: at, count: 1 })), undated: 0 }];
    equal(chartOf(long, 400)?.step, 6);
  });

  it('says the number of each bar, and counts what has no date apart', () => {
    match(svg, /aria-label="STATE, March 2006: 90 cables"/);
    match(svg, /role="group" aria-label="MUSCAT, 5 cables, 2 undated"/);
    const [, bar] = chart.bars;
    ok(bar);
    equal(
      describeBar(series, { ...chart, step: 3 }, bar, words, 'en'),
      'STATE, March 2006 to May 2006: 90 cables',
    );
    equal(
      describeBar(series, { ...chart, step: 12 }, { ...bar, at: month(2006, 1) }, words, 'en'),
      'STATE, 2006: 90 cables',
    );
  });

  it('knows the months at a place, those without a cable too', () => {
    const { left, right, rows } = chart;
    const y = (rows[0]?.base ?? 0) - 4;
    deepEqual(barAt(chart, left + 1, y), { row: 0, at: month(2006, 1), count: 5 });
    deepEqual(barAt(chart, right - 1, y), { row: 0, at: month(2008, 12), count: 0 });
    equal(barAt(chart, left - 1, y), null);
    equal(barAt(chart, left + 1, 5), null);
    equal(barAt(chart, left + 1, 5000), null);
  });

  it('is nothing where no cable has a date', () => {
    equal(chartOf([], 800), null);
    equal(chartOf([{ key: 'STATE', months: [], undated: 4 }], 800), null);
  });

  it('says the same in numbers by year', () => {
    const { years, rows } = byYear(series);
    deepEqual(years, [2006, 2008]);
    deepEqual(rows, [
      { key: 'STATE', counts: [95, 0], undated: 0, total: 95 },
      { key: 'MUSCAT', counts: [0, 3], undated: 2, total: 5 },
    ]);
  });
});
