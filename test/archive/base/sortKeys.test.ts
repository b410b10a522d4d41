import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  cableKey,
  NO_ID,
  postOfKey,
  renumbered,
  withPost,
  yearOfKey,
} from '../../../server/src/archive/base/cableKey';
import { sortKeys } from '../../../server/src/archive/base/sortKeys';

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
        assert.deepEqual([yearOfKey(made), postOfKey(made)], [year, post]);
        assert.equal(withPost(made, other), cableKey(year, other, serial));
      }),
    );
    assert.equal(renumbered(cableKey(2007, 2, 73), Uint32Array.of(5, 6, 1)), cableKey(2007, 1, 73));
    assert.equal(renumbered(NO_ID, Uint32Array.of(5, 6, 1)), NO_ID);
  });

  it('are sorted with the numbers that they come with, equal ones as they stand', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), keys => {
        const pairs = keys.map((key, i) => [key, i] as const);
        const sorted = sortKeys({ key: Float64Array.from(keys), number: Uint32Array.from(keys.keys()) });
        assert.deepEqual(
          Array.from(sorted.key, (key, i) => [key, sorted.number[i]]),
          pairs.toSorted(([a], [b]) => a - b),
        );
      }),
    );
  });
});
