import assert from 'node:assert/strict';
import { SourceCollector } from '../../../../server/src/archive/index/build/source';
import { batchOfPaths } from '../madeBase';

function runsOf(...paths: string[]) {
  const collector = new SourceCollector();
  collector.add(batchOfPaths(paths));
  return collector
    .finish()
    .all.flatMap(({ files }) => files)
    .map(({ start, end, isGone }) => [start, end, ...(isGone ? ['gone'] : [])]);
}

describe('rising runs of files', () => {
  it('go on as long as names of one folder rise', () => {
    assert.deepEqual(runsOf(), []);
    assert.deepEqual(runsOf('a/1', 'a/10', 'a/2', 'b/3', 'b/4'), [
      [0, 3],
      [3, 5],
    ]);
    assert.deepEqual(runsOf('2', '1', '1', '\ue000', '𝒜'), [
      [0, 1],
      [1, 2],
      [2, 4],
      [4, 5],
    ]);
  });

  it('end where files are gone', () => {
    assert.deepEqual(runsOf('1', '-2', '-3', '4'), [
      [0, 1],
      [1, 3, 'gone'],
      [3, 4],
    ]);
  });
});
