import assert from 'node:assert/strict';
import { pushRange, RangeColumn, rangeAt } from '../../../../server/src/archive/index/format/ranges';
import type { Range } from '../../../../server/src/archive/snapshot';

const range = (line: number, character: number, endLine: number, endCharacter: number): Range => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

const RANGES = [
  range(0, 0, 0, 0),
  range(3, 9, 4, 2),
  range(65_534, 65_534, 65_534, 65_534),
  range(65_535, 0, 65_535, 7),
  range(7, 65_535, 7, 65_536),
  range(12, 4, 12, 65_535),
  range(2 ** 24, 1, 2 ** 24, 2),
  range(12, 4, 12, 19),
];

/** Ranges as columns. */
function columnsOf(ranges: readonly Range[]): { readonly values: Uint16Array; readonly wide: Uint32Array } {
  const values: number[] = [];
  const wide: number[] = [];
  for (const each of ranges) pushRange(values, wide, each);
  return { values: new Uint16Array(values), wide: new Uint32Array(wide) };
}

describe('ranges of the index', () => {
  it('come back as they were, over several lines and far down or right as well', () => {
    const { values, wide } = columnsOf(RANGES);
    assert.deepEqual(
      RANGES.map((_, i) => rangeAt(values, wide, i)),
      RANGES,
    );
  });

  it('take three small numbers where they are as ranges usually are', () => {
    const { values, wide } = columnsOf([range(12, 4, 12, 19), range(13, 4, 13, 19)]);
    assert.equal(values.byteLength + wide.byteLength, 12);
  });

  it('come back after more than 65,536 wide ones', () => {
    const many = Array.from({ length: 70_000 }, (_, i) => range(i, 1, i + 1, 2));
    const { values, wide } = columnsOf(many);
    assert.deepEqual(rangeAt(values, wide, 69_999), many[69_999]);
    const column = new RangeColumn(many.length);
    for (let i = 0; i < many.length; i++) column.copy(values, wide, i, i);
    const copied: number[] = [];
    assert.deepEqual(rangeAt(column.finish(copied), new Uint32Array(copied), 69_999), many[69_999]);
  });

  it('give the same columns in whatever order they are copied, behind the wide ones of another column', () => {
    const { values, wide } = columnsOf(RANGES);
    const other = [1, 2, 3, 4];
    const copiesIn = (order: readonly number[]) => {
      const column = new RangeColumn(RANGES.length);
      for (const i of order) column.copy(values, wide, i, i);
      const all = [...other];
      return { values: column.finish(all), wide: new Uint32Array(all) };
    };
    const rising = copiesIn([...RANGES.keys()]);
    assert.deepEqual(copiesIn([...RANGES.keys()].reverse()), rising);
    assert.deepEqual([...rising.wide.subarray(0, 4)], other);
    assert.deepEqual(
      RANGES.map((_, i) => rangeAt(rising.values, rising.wide, i)),
      RANGES,
    );
  });
});
