import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idsOf, keyOfId, orderOfIds } from '../../../../server/src/archive/index/build/ids';
import { cableKey, NO_ID, postOfKey, withPost } from '../../../../server/src/archive/index/format/cableKey';

const year = fc.integer({ min: 1950, max: 2049 });
const post = fc.oneof(fc.nat(3), fc.nat(0x3fffff));
const serial = fc.oneof(fc.nat(9), fc.nat(0xffffff));
const key = fc.oneof(
  fc.tuple(year, post, serial).map(([year, post, serial]) => cableKey(year, post, serial)),
  fc.constant(NO_ID),
);

describe('ids of several sources', () => {
  it('are put in order with the numbers of stations in order, equal ones as they stand', () => {
    const source = fc.array(fc.tuple(key, fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(fc.array(source, { maxLength: 4 }), sources => {
        const all = sources.flat();
        const numbers = [...new Set(all.filter(([each]) => each !== NO_ID).map(([each]) => postOfKey(each)))];
        const posts = new Uint32Array(Math.max(0, ...numbers) + 1);
        for (const [i, number] of numbers.entries()) posts[number] = i;
        const rank = Uint32Array.from(numbers, (_, i) => numbers.length - 1 - i);
        const keys = sources.map(each => ({ keys: Float64Array.from(each, ([key]) => key), posts }));
        const isPostUsed = new Uint8Array(numbers.length);
        const ids = idsOf(
          keys,
          Uint8Array.from(all, ([, isUsed]) => (isUsed ? 1 : 0)),
          isPostUsed,
        );
        const used = all.map(([each, isUsed]) => (isUsed ? each : NO_ID));
        const ranked = used.map(each =>
          each === NO_ID ? each : withPost(each, rank[posts[postOfKey(each)] ?? 0] ?? 0),
        );
        const stations = new Set(used.filter(each => each !== NO_ID).map(postOfKey));
        assert.deepEqual(
          all.map((_, i) => keyOfId(ids, i, rank)),
          ranked,
        );
        assert.deepEqual(
          numbers.filter((_, i) => isPostUsed[i] === 1),
          numbers.filter(number => stations.has(number)),
        );
        assert.deepEqual(
          [...orderOfIds(ids, rank)],
          [...all.keys()].sort((a, b) => (ranked[a] ?? 0) - (ranked[b] ?? 0)),
        );
      }),
    );
  });
});
