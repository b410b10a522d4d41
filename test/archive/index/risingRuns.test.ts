import assert from 'node:assert/strict';
import { mergeRuns } from '../../../server/src/archive/index/build/mergeRuns';
import { risingRunsOf } from '../../../server/src/archive/index/build/risingRuns';
import { Intake } from '../../../server/src/archive/index/build/source';
import { madeFacts } from '../made';
import { madeBatch } from './madeBase';

/** A batch of these files in their order; those that begin with a minus are gone. */
const batchOf = (paths: readonly string[]) =>
  madeBatch(paths.map(path => (path.startsWith('-') ? [path.slice(1), undefined] : [path, madeFacts({})])));

const runsOf = (...paths: string[]) =>
  risingRunsOf(batchOf(paths)).map(({ start, end, isGone }) => [start, end, ...(isGone ? ['gone'] : [])]);

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

  it('are merged so that the last word counts', () => {
    const intake = new Intake();
    for (const paths of [['a', 'b', 'c', 'e', 'f'], ['b', '-c', 'd'], ['c'], ['-e']])
      intake.add(batchOf(paths));
    const runs = intake.finish().all.flatMap(source => source.files.map(run => ({ source, ...run })));
    const merged = mergeRuns(runs).map(({ source, start, end }) => [source.number, start, end]);
    assert.deepEqual(merged, [
      [0, 0, 1],
      [1, 0, 1],
      [2, 0, 1],
      [1, 2, 3],
      [0, 4, 5],
    ]);
  });

  it('stay whole where nothing comes between', () => {
    const intake = new Intake();
    for (const paths of [['d', 'e'], ['-c'], ['a', 'b']]) intake.add(batchOf(paths));
    const runs = intake.finish().all.flatMap(source => source.files.map(run => ({ source, ...run })));
    const merged = mergeRuns(runs).map(({ source, start, end }) => [source.number, start, end]);
    assert.deepEqual(merged, [
      [2, 0, 2],
      [0, 0, 2],
    ]);
  });
});
