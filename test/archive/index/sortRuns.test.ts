import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortRuns } from '../../../server/src/archive/index/build/sortRuns';

describe('runs', () => {
  it('are merged, equal values as they stand', () => {
    const run = fc.array(fc.nat(30), { maxLength: 12 }).map(values => values.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 9 }), runs => {
        const keys = runs.flat();
        const values = Uint32Array.from(keys.keys());
        sortRuns(values, (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
        assert.deepEqual(
          [...values],
          [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b),
        );
      }),
    );
  });

  it('are left alone where they are one', () => {
    for (const values of [[], [3], [1, 2, 7]]) {
      const column = Uint32Array.from(values);
      sortRuns(column, (a, b) => a - b);
      assert.deepEqual([...column], values);
    }
  });
});
