import { deepEqual } from 'node:assert/strict';
import { ABSENT, fitOfDigits } from '../../../../server/src/archive/index/query/idSearch';
import { madeFacts } from '../../made';
import { madeBase } from '../madeBase';

const SERIALS = [
  ...Array.from({ length: 2000 }, (_, i) => i + 1),
  9999,
  17_017,
  99_999,
  100_000,
  100_170,
  117_000,
  1_234_567,
  9_999_999,
];

describe('ids with some digits', () => {
  const base = madeBase(SERIALS.map(serial => [`${serial}.txt`, madeFacts({ mrn: `88MUSCAT${serial}` })]));

  const serialsWith = (digits: string) => {
    const fitOf = fitOfDigits(digits);
    const rows = Array.from({ length: base.rowCount }, (_, row) => row);
    return rows
      .filter(row => (fitOf?.(base.columns.rowKey[row] ?? 0) ?? ABSENT) !== ABSENT)
      .map(row => Number(base.entry(row).mrn?.slice('88MUSCAT'.length)));
  };

  for (const digits of ['0', '7', '17', '07', '00', '100', '0170', '99999', '100000', '1234567', '12345678'])
    it(`are those whose serials are printed with ${digits}`, () => {
      deepEqual(
        serialsWith(digits),
        SERIALS.filter(serial => String(serial).includes(digits)),
      );
    });

  it('may have more digits than there are in any', () => {
    deepEqual(serialsWith('123456789012345678901'), []);
  });
});
