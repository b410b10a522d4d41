import { deepEqual, equal, match } from 'node:assert/strict';
import { layOut, SIZES } from '../../../client/src/timeline/layout';
import { standalone } from '../../../client/src/timeline/style';
import { drawTimeline, legendOf } from '../../../client/src/timeline/svg';
import type { Timeline } from '../../../server/src/lsp/messages';

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
  truncated: false,
};

const words = {
  title: 'Citations',
  absent: 'not here',
  open: 'open',
  noClassification: 'unmarked',
  broken: 'dashed',
};

describe('timeline picture', () => {
  const layout = layOut(timeline);
  const svg = drawTimeline(timeline, layout, words);

  it('has time from left to right and a row for each post', () => {
    deepEqual(
      layout.rows.map(({ post }) => post),
      ['MUSCAT', 'STATE'],
    );
    const xs = layout.points.map(({ x }) => x);
    deepEqual(
      [3, 2, 1, 0].map(index => xs[index]),
      [...xs].sort((a, b) => a - b),
      'a cable of which only the year is known stands before the first that cites it',
    );
    for (const { x, y } of layout.points) {
      equal(x > SIZES.names && x < layout.width, true);
      equal(y > SIZES.top && y < layout.height, true);
    }
  });

  it('puts cables that would cover each other below one another', () => {
    const [open, near, , far] = layout.points;
    equal(Math.abs((open?.x ?? 0) - (near?.x ?? 0)) < SIZES.cable.width, true);
    equal(open?.y !== near?.y, true);
    equal(far?.y, near?.y, 'the earlier of the two has the first lane');
  });

  it('never puts two cables of one row over each other', () => {
    const cables = Array.from({ length: 300 }, (_, i) =>
      made(`07ROME${i + 1}`, i % 3 === 0 ? 'ROME' : 'PARIS', Date.UTC(2007, 0, 1 + ((i * 37) % 365))),
    );
    const { points } = layOut({ cables, citations: [], truncated: false });
    for (const [i, a] of points.entries())
      for (const b of points.slice(i + 1))
        equal(
          Math.abs(a.x - b.x) >= SIZES.cable.width || Math.abs(a.y - b.y) >= SIZES.cable.height,
          true,
          `${a.x},${a.y} and ${b.x},${b.y}`,
        );
  });

  it('marks a few dates on the axis', () => {
    const { ticks } = layout;
    equal(ticks.length >= 2 && ticks.length <= 13, true, String(ticks.length));
    match(ticks[0]?.label ?? '', /^Jan 2006$/);
    equal(layOut({ ...timeline, cables: timeline.cables.slice(0, 1) }).ticks.length <= 1, true);
  });

  it('tells classification and absence by shape and text', () => {
    match(
      svg,
      /class="cable open here" role="link" tabindex="0" [^>]*><title id="cable-0">07MUSCAT9, 10 June 2007, SECRET, open, /,
    );
    match(
      svg,
      /class="cable cited absent" role="img" tabindex="-1" aria-labelledby="cable-2" [^>]*><title id="cable-2">07STATE1, 2007, not here<\/title>/,
    );
    match(svg, /<path d="M0 -12L12 0L0 12L-12 0Z"\/><text class="letter" aria-hidden="true" y="4">S<\/text>/);
    match(svg, /<circle r="10"\/><text class="letter" aria-hidden="true" y="4">\?<\/text>/);
  });

  it('takes no word of a cable for markup', () => {
    equal(svg.includes('<HERE>'), false);
    match(svg, /TALKS &lt;HERE&gt; &amp; &quot;THERE&quot;/);
  });

  it('says what its letters and outlines mean', () => {
    equal(legendOf(timeline, words), 'S Secret · ? unmarked · dashed: not here');
  });

  it('has no marks where there is no cable', () => {
    deepEqual(layOut({ cables: [], citations: [], truncated: false }).ticks, []);
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
