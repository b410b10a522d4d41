import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  cableKey,
  NO_ID,
  postOfKey,
  serialOfKey,
  withPost,
  yearOfKey,
} from '../../../../server/src/archive/index/format/cableKey';

const year = fc.integer({ min: 1950, max: 2049 });
const post = fc.oneof(fc.nat(3), fc.nat(0x3fffff));
const serial = fc.oneof(fc.nat(9), fc.nat(0xffffff));
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
});
