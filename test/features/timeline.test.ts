import { deepEqual, equal } from 'node:assert/strict';
import { Archive } from '../../server/src/archive/archive';
import { timelineOf, unfoldTimeline } from '../../server/src/features/timeline';
import { madeFacts } from '../archive/made';

const cables: Readonly<Record<string, readonly string[]>> = {
  '07MUSCAT9': ['07MUSCAT8', '06STATE1'],
  '07MUSCAT8': ['05ROME2', '06STATE1'],
  '08MUSCAT1': ['07MUSCAT9', '07MUSCAT8'],
  '08ROME5': ['08MUSCAT1'],
};

const snapshot = Archive.empty.withAll(
  Object.entries(cables).map(([mrn, cites]) => [mrn, [madeFacts({ mrn, cites })]]),
);

const idsOf = (some: readonly { readonly mrn: string }[]) => some.map(({ mrn }) => mrn).join();

/** The cables with their distances, and who cites whom. */
function show(depth: number, limit?: number): readonly [string, string] {
  const timeline = timelineOf(snapshot, '07MUSCAT9', depth, 60, limit);
  const names = timeline.cables.map(({ mrn }) => mrn);
  return [
    timeline.cables
      .map(({ mrn, side, distance, place }) => `${mrn} ${side} ${distance}${place ? '' : ' absent'}`)
      .join(', '),
    timeline.citations.map(([citing, cited]) => `${names[citing]} > ${names[cited]}`).join(', '),
  ];
}

describe('timeline', () => {
  it('has what the open cable cites and is cited by', () => {
    deepEqual(show(1), [
      '07MUSCAT9 open 0, 07MUSCAT8 cited 1, 06STATE1 cited 1 absent, 08MUSCAT1 citing 1',
      '07MUSCAT9 > 07MUSCAT8, 07MUSCAT9 > 06STATE1, 07MUSCAT8 > 06STATE1, 08MUSCAT1 > 07MUSCAT9, 08MUSCAT1 > 07MUSCAT8',
    ]);
  });

  it('goes on from the cited to what they cite, and from the citing to who cites them', () => {
    equal(
      show(2)[0],
      '07MUSCAT9 open 0, 07MUSCAT8 cited 1, 06STATE1 cited 1 absent, 08MUSCAT1 citing 1, 05ROME2 cited 2 absent, 08ROME5 citing 2',
    );
  });

  it('keeps the nearest where there are too many, and says so', () => {
    equal(timelineOf(snapshot, '07MUSCAT9', 2, 60, 3).truncated, true);
    equal(show(2, 3)[0], '07MUSCAT9 open 0, 07MUSCAT8 cited 1, 06STATE1 cited 1 absent');
    equal(timelineOf(snapshot, '07MUSCAT9', 2).truncated, false);
  });

  it('counts by post and year where there are more than are shown one by one', () => {
    const { cables: shown, citations, groups, total, absent } = timelineOf(snapshot, '07MUSCAT9', 2, 4);
    deepEqual(
      [shown.map(({ mrn }) => mrn), citations, total, absent],
      [['07MUSCAT9'], [], 6, 2],
      'the open cable alone',
    );
    deepEqual(
      groups.map(group => Object.values(group).join(' ')),
      [
        'MUSCAT 2007 0 1 0 1 0',
        'STATE 2006 0 1 0 1 1',
        'MUSCAT 2008 1 0 1 0 0',
        'ROME 2005 0 1 0 0 1',
        'ROME 2008 1 0 0 0 0',
      ],
      'post, year, citing, cited, both of these beside the open cable, absent',
    );
  });

  it('unfolds the years of a post in the order of time, with what each cites and is cited by in the picture', () => {
    const unfold = (post: string, from: number, to: number, limit?: number) => {
      const { cables: found, total } = unfoldTimeline(snapshot, '07MUSCAT9', 1, { post, from, to }, limit);
      return [found.map(({ mrn, cites, citedBy }) => `${mrn} > ${idsOf(cites)} < ${idsOf(citedBy)}`), total];
    };
    deepEqual(unfold('MUSCAT', 2005, 2009), [
      ['07MUSCAT8 > 06STATE1 < 07MUSCAT9,08MUSCAT1', '08MUSCAT1 > 07MUSCAT9,07MUSCAT8 < '],
      2,
    ]);
    deepEqual(unfold('MUSCAT', 2008, 2008), [['08MUSCAT1 > 07MUSCAT9,07MUSCAT8 < '], 1]);
    deepEqual(unfold('MUSCAT', 2005, 2009, 1), [['07MUSCAT8 > 06STATE1 < 07MUSCAT9,08MUSCAT1'], 2]);
    deepEqual(unfold('ROME', 2005, 2009), [[], 0], 'too far away');
  });

  it('counts a hub of tens of thousands', () => {
    const citing = Array.from({ length: 20_000 }, (_, i): [string, ReturnType<typeof madeFacts>[]] => {
      const mrn = `0${i % 10}ROME${i + 1}`;
      return [mrn, [madeFacts({ mrn, cites: ['07MUSCAT9'] })]];
    });
    const hub = timelineOf(snapshot.withAll(citing), '07MUSCAT9', 1);
    deepEqual([hub.total, hub.truncated], [20_004, false]);
    deepEqual(
      hub.groups.filter(({ post }) => post === 'ROME').map(({ citing: count }) => count),
      Array.from({ length: 10 }, () => 2000),
    );
  });

  it('shows a cable that is not here by who cites it', () => {
    equal(
      timelineOf(snapshot, '06STATE1', 1)
        .cables.map(({ mrn }) => mrn)
        .join(),
      '06STATE1,07MUSCAT8,07MUSCAT9',
    );
  });
});
