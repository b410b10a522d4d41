import { deepEqual, equal } from 'node:assert/strict';
import { Archive } from '../../server/src/archive/archive';
import { timelineOf } from '../../server/src/features/timeline';
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

/** The cables with their distances, and who cites whom. */
function show(depth: number, limit?: number): readonly [string, string] {
  const timeline = timelineOf(snapshot, '07MUSCAT9', depth, limit);
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
      '07MUSCAT9 open 0, 08MUSCAT1 citing 1, 07MUSCAT8 cited 1, 06STATE1 cited 1 absent',
      '07MUSCAT9 > 07MUSCAT8, 07MUSCAT9 > 06STATE1, 08MUSCAT1 > 07MUSCAT9, 08MUSCAT1 > 07MUSCAT8, 07MUSCAT8 > 06STATE1',
    ]);
  });

  it('goes on from the cited to what they cite, and from the citing to who cites them', () => {
    equal(
      show(2)[0],
      '07MUSCAT9 open 0, 08MUSCAT1 citing 1, 07MUSCAT8 cited 1, 06STATE1 cited 1 absent, 08ROME5 citing 2, 05ROME2 cited 2 absent',
    );
  });

  it('keeps the nearest where there are too many, and says so', () => {
    equal(timelineOf(snapshot, '07MUSCAT9', 2, 3).truncated, true);
    equal(show(2, 3)[0], '07MUSCAT9 open 0, 08MUSCAT1 citing 1, 07MUSCAT8 cited 1');
    equal(timelineOf(snapshot, '07MUSCAT9', 2).truncated, false);
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
