import { deepEqual, equal, match } from 'node:assert/strict';
import { stepFor } from '../../../client/src/timeline/bins';
import { edgesOf } from '../../../client/src/timeline/edges';
import { layOut, SIZES, type Unfolded } from '../../../client/src/timeline/layout';
import { standalone } from '../../../client/src/timeline/style';
import { drawTimeline, legendOf } from '../../../client/src/timeline/svg';
import type { Timeline, TimelineGroup } from '../../../server/src/lsp/messages';
import { timelineWords as words } from './words';

type Cable = Timeline['cables'][number];

const made = (mrn: string, post: string, instant: number | null, more: Partial<Cable> = {}): Cable => ({
  mrn,
  post,
  instant,
  year: 2007,
  place: {
    uri: `file:///${mrn}.txt`,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  },
  subject: 'TALKS <HERE> & "THERE"',
  classification: 'SECRET',
  side: 'cited',
  distance: 1,
  ...more,
});

const timeline: Timeline = {
  cables: [
    made('07MUSCAT9', 'MUSCAT', Date.UTC(2007, 5, 10), { side: 'open', distance: 0 }),
    made('07MUSCAT8', 'MUSCAT', Date.UTC(2007, 5, 9)),
    made('07STATE1', 'STATE', null, { place: null, classification: null, subject: null }),
    made('07MUSCAT7', 'MUSCAT', Date.UTC(2006, 0, 1)),
  ],
  citations: [
    [0, 1],
    [0, 2],
  ],
  groups: [],
  total: 4,
  absent: 1,
  truncated: false,
};

const WIDTH = 800;

describe('timeline picture', () => {
  const layout = layOut(timeline, WIDTH);
  const svg = drawTimeline(layout, edgesOf(timeline, layout, null), words, null);

  it('has time from left to right and a row for each post', () => {
    deepEqual(
      layout.rows.map(({ post }) => post),
      ['MUSCAT', 'STATE'],
    );
    const xs = layout.cables.map(({ x }) => x);
    deepEqual(
      [3, 2, 1, 0].map(index => xs[index]),
      [...xs].sort((a, b) => a - b),
      'a cable of which only the year is known stands before the first that cites it',
    );
    for (const { x, y } of layout.cables) {
      equal(x > SIZES.names && x < layout.width, true);
      equal(y > SIZES.top && y < layout.height, true);
    }
  });

  it('writes dates as the language of the page does', () => {
    const spanish = layOut(timeline, WIDTH, undefined, 'es');
    equal(spanish.ticks[0]?.label, 'ene 2006');
    match(drawTimeline(spanish, [], words, null, 'es'), /07MUSCAT9, 10 de junio de 2007/);
  });

  it('puts cables that would cover each other below one another', () => {
    const [open, near, , far] = layout.cables;
    equal(Math.abs((open?.x ?? 0) - (near?.x ?? 0)) < SIZES.cable.width, true);
    equal(open?.y !== near?.y, true);
    equal(far?.y, near?.y, 'the earlier of the two has the first lane');
  });

  it('never puts two cables of one row over each other', () => {
    const cables = Array.from({ length: 300 }, (_, i) =>
      made(`07ROME${i + 1}`, i % 3 === 0 ? 'ROME' : 'PARIS', Date.UTC(2007, 0, 1 + ((i * 37) % 365))),
    );
    const { cables: placed } = layOut({ ...timeline, cables, citations: [] }, WIDTH);
    for (const [i, a] of placed.entries())
      for (const b of placed.slice(i + 1))
        equal(
          Math.abs(a.x - b.x) >= SIZES.cable.width || Math.abs(a.y - b.y) >= SIZES.cable.height,
          true,
          `${a.x},${a.y} and ${b.x},${b.y}`,
        );
  });

  it('marks a few dates on the axis', () => {
    const { ticks } = layout;
    equal(ticks.length >= 2 && ticks.length <= 9, true, String(ticks.length));
    match(ticks[0]?.label ?? '', /^Jan 2006$/);
    equal(layOut({ ...timeline, cables: timeline.cables.slice(0, 1) }, WIDTH).ticks.length <= 1, true);
  });

  it('tells classification and absence by shape and text', () => {
    match(
      svg,
      /class="cable open here" role="link" tabindex="0" [^>]*><title>07MUSCAT9, 10 June 2007, SECRET, the open cable, /,
    );
    match(
      svg,
      /class="cable cited absent" role="link" tabindex="-1" [^>]*><title>07STATE1, 2007, not in this folder<\/title>/,
    );
    match(svg, /<path d="M0 -12L12 0L0 12L-12 0Z"\/><text class="letter" aria-hidden="true" y="4">S<\/text>/);
    match(svg, /<circle r="10"\/><text class="letter" aria-hidden="true" y="4">\?<\/text>/);
  });

  it('takes no word of a cable for markup', () => {
    equal(svg.includes('<HERE>'), false);
    match(svg, /TALKS &lt;HERE&gt; &amp; &quot;THERE&quot;/);
  });

  it('says what its letters and outlines mean', () => {
    equal(legendOf(layout, words), 'S Secret · ? no classification · dashed outline: not in this folder');
  });

  it('has no marks where there is no cable', () => {
    deepEqual(layOut({ ...timeline, cables: [], citations: [] }, WIDTH).ticks, []);
  });

  it('has an arrow for each citation', () => {
    equal(svg.match(/class="citation"/g)?.length, 2);
  });

  it('is a file of its own with its style', () => {
    const file = standalone(svg);
    match(file, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg [^>]*>\n<style>/);
    equal(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/.test(file), false, 'nothing from outside');
  });
});

describe('timeline picture of a hub', () => {
  const group = (
    post: string,
    year: number,
    citing: number,
    more: Partial<TimelineGroup> = {},
  ): TimelineGroup => ({
    post,
    year,
    citing,
    cited: 0,
    nearCiting: citing,
    nearCited: 0,
    absent: 0,
    ...more,
  });
  const years = Array.from({ length: 40 }, (_, i) => 1971 + i);
  const hub: Timeline = {
    cables: timeline.cables.slice(0, 1),
    citations: [],
    groups: [
      ...years.map(year => group('ROME', year, 60)),
      group('MUSCAT', 2006, 3, { nearCiting: 0 }),
      group('LONGESTNAMEDPOST', 2006, 1, { citing: 0, cited: 1, nearCiting: 0, nearCited: 1, absent: 1 }),
    ],
    total: 2405,
    absent: 1,
    truncated: false,
  };
  const countIn = (width: number) =>
    layOut(hub, width).bins.reduce((sum, { bin }) => sum + bin.citing + bin.cited, 0);

  it('has the post of the open cable first, then those with most cables, and every cable in a box', () => {
    deepEqual(
      layOut(hub, WIDTH).rows.map(({ post, count }) => `${post} ${count}`),
      ['MUSCAT 3', 'ROME 2400', 'LONGESTNAMEDPOST 1'],
    );
    for (const width of [200, 300, WIDTH, 2000]) equal(countIn(width), 2404);
  });

  it('fits any width, with boxes of several years where there is no room for one', () => {
    for (const width of [200, 320, 479, 480, WIDTH, 2000]) {
      const { width: whole, left, bins, cables, ticks } = layOut(hub, width);
      equal(whole, width);
      for (const { x, width: wide } of bins)
        equal(x - wide / 2 >= left - 1 && x + wide / 2 <= width, true, `${x} ± ${wide / 2} in ${width}`);
      for (const { x } of cables)
        equal(x - SIZES.cable.width / 2 >= 0 && x + SIZES.cable.width / 2 <= width, true, String(x));
      for (const [i, { x }] of ticks.entries()) equal(x - (ticks[i - 1]?.x ?? 0) >= 40 || i === 0, true);
    }
    equal(stepFor(2000, 2009, 600), 1);
    equal(stepFor(1971, 2010, 600), 5);
    equal(layOut(hub, WIDTH).ticks[0]?.label, '1970–74');
  });

  const at = (mrn: string, post: string, year: number) => ({ mrn, post, year });
  const inside: Unfolded = new Map([
    [
      'ROME 2005 2009',
      {
        cables: [
          {
            ...made('05ROME1', 'ROME', null, { year: 2005 }),
            cites: [at('07MUSCAT9', 'MUSCAT', 2007)],
            citedBy: [at('06MUSCAT3', 'MUSCAT', 2006), at('06MUSCAT4', 'MUSCAT', 2006)],
          },
          { ...made('05ROME2', 'ROME', null, { year: 2005 }), cites: [], citedBy: [] },
        ],
        total: 300,
      },
    ],
  ]);

  it('unfolds below the row, and says how many are not shown', () => {
    const closed = layOut(hub, WIDTH);
    const open = layOut(hub, WIDTH, inside);
    equal(open.cables.length, 3);
    equal(open.height > closed.height, true);
    const rome = open.rows[1];
    for (const { y } of open.cables.slice(1))
      equal(y > (rome?.y ?? 0) && y < (rome?.y ?? 0) + (rome?.height ?? 0), true);
    const svg = drawTimeline(open, [], words, null);
    match(svg, />ROME 2005–09: the first 2 of 300 cables</);
    match(svg, /role="button" tabindex="-1" aria-expanded="true" data-key="ROME 2005 2009"/);
    match(svg, /<title>ROME, 1970–74, 240 cables, 240 citing<\/title>/);
    match(svg, /<title>LONGESTNAMEDPOST, 2005–09, 1 cable, 1 cited, 1 not in this folder<\/title>/);
  });

  it('shows the arrows of what is chosen, between boxes and cables', () => {
    const open = layOut(hub, WIDTH, inside);
    const count = (chosen: string | null) => edgesOf(hub, open, chosen).length;
    equal(count(null), 0);
    equal(count('05ROME1'), 2, 'one to the open cable, one from the box that two stand in');
    equal(count('05ROME2'), 0);
    equal(count('07MUSCAT9'), 10, 'to and from every box with a cable beside it');
    equal(count('ROME 2005 2009'), 1);
    equal(count('MUSCAT 2005 2009'), 0, 'its cables are further away');
  });

  it('lets the keyboard come back to what was chosen', () => {
    const open = layOut(hub, WIDTH, inside);
    equal(drawTimeline(open, [], words, '05ROME2').match(/tabindex="0"/g)?.length, 1);
    match(drawTimeline(open, [], words, '05ROME2'), /tabindex="0" data-index="2"/);
    match(drawTimeline(open, [], words, 'gone'), /tabindex="0" data-index="0"/);
  });
});
