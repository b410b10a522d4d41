import assert from 'node:assert/strict';
import { BatchAccumulator } from '../../../../server/src/archive/index/build/batchAccumulator';
import { batchOfPaths } from '../madeBase';

const PAUSE = 20;
const paths = Array.from({ length: 50 }, (_, i) => `${i}.txt`);

const passed = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

describe('what is added to an index', () => {
  it('is saved after a while if there is much to come, and not again before more is added', async () => {
    const accumulator = new BatchAccumulator(null, PAUSE);
    accumulator.add(batchOfPaths(paths));
    assert.equal(accumulator.isCheckpointDue(Number.POSITIVE_INFINITY), false);
    await passed(2 * PAUSE);
    assert.equal(accumulator.isCheckpointDue(Number.POSITIVE_INFINITY), true);
    assert.equal(accumulator.isCheckpointDue(100 * paths.length), true);
    const saved: number[] = [];
    await accumulator.checkpoint(async base => void saved.push(base.fileCount));
    assert.deepEqual(saved, [paths.length]);
    await passed(2 * PAUSE);
    assert.equal(accumulator.isCheckpointDue(Number.POSITIVE_INFINITY), false);
  });

  it('is not saved shortly before the end', async () => {
    const accumulator = new BatchAccumulator(null, PAUSE);
    accumulator.add(batchOfPaths(paths));
    await passed(2 * PAUSE);
    assert.equal(accumulator.isCheckpointDue(0), false);
    assert.equal(accumulator.isCheckpointDue(1), false);
  });
});
