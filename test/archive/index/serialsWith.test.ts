import { deepEqual, equal } from 'node:assert/strict';
import { SerialsWith } from '../../../server/src/archive/index/query/serialsWith';

describe('serials with some digits', () => {
  it('are those that are printed with them', () => {
    for (const digits of [
      '0',
      '7',
      '17',
      '07',
      '00',
      '100',
      '0170',
      '99999',
      '100000',
      '1234567',
      '12345678',
    ]) {
      const serials = new SerialsWith(digits);
      const all = [
        ...Array(2000).keys(),
        9999,
        17_017,
        99_999,
        100_000,
        100_170,
        117_000,
        1_234_567,
        9_999_999,
      ];
      deepEqual(
        all.filter(serial => serials.has(serial)),
        // A cable without a number is none.
        all.filter(serial => serial > 0 && String(serial).includes(digits)),
        digits,
      );
    }
  });

  it('may have more digits than there are in any', () => {
    equal(new SerialsWith('123456789012345678901').has(123_456), false);
  });
});
