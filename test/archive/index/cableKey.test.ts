import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idsOf, keyOfId, orderOfIds } from '../../../server/src/archive/index/build/ids';
import { sortPlaces } from '../../../server/src/archive/index/build/sortPlaces';
import {
  cableKey,
  NO_ID,
  postOfKey,
  serialOfKey,
  withPost,
  yearOfKey,
} from '../../../server/src/archive/index/format/cableKey';

const year = fc.integer({ min: 1950, max: 2049 });
const post = fc.oneof(fc.nat(3), fc.nat(0x3fffff));
const serial = fc.oneof(fc.nat(9), fc.nat(0xffffff));
const key = fc.oneof(
  fc.tuple(year, post, serial).map(([year, post, serial]) => cableKey(year, post, serial)),
  fc.constant(NO_ID),
);

describe('keys of cables', () => {
  it('are in the order of year, station and serial, those without an id last', () => {
    const keys = [
      cableKey(1950, 0, 0),
      cableKey(1950, 0, 0xffffff),
      cableKey(1950, 1, 0),
      cableKey(1950, 0x3fffff, 0),
      cableKey(1951, 0, 1),
      cableKey(2049, 0x3ffffe, 0xffffff),
      NO_ID,
    ];
    assert.deepEqual(
      keys.toSorted((a, b) => a - b),
      keys,
    );
    assert.ok(keys.every(Number.isSafeInteger));
  });

  it('give back what they were made of, and take another station', () => {
    fc.assert(
      fc.property(year, post, serial, post, (year, post, serial, other) => {
        const made = cableKey(year, post, serial);
        assert.deepEqual([yearOfKey(made), postOfKey(made), serialOfKey(made)], [year, post, serial]);
        assert.equal(withPost(made, other), cableKey(year, other, serial));
      }),
    );
  });

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

describe('places', () => {
  it('are sorted by values of any width', () => {
    const value = fc.oneof(fc.nat(3), fc.nat(0x7fff), fc.nat(0xffffff), fc.nat(0x7fffffff));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), values => {
        const places = Uint32Array.from(values.keys()).reverse();
        const sorted = sortPlaces(places, Uint32Array.from(values), Math.max(0, ...values));
        assert.deepEqual(
          [...sorted],
          [...places].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0)),
        );
      }),
    );
  });
});
