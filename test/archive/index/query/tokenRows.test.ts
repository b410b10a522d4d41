import assert from 'node:assert/strict';
import { Base } from '../../../../server/src/archive/index/format/base';
import { pushNumber } from '../../../../server/src/archive/index/format/wideNumbers';
import { TokenRows } from '../../../../server/src/archive/index/query/tokenRows';
import { madeBase } from '../madeBase';

/** A base whose rows have these tokens, of which there are `count`. */
function baseOf(rows: readonly (readonly number[])[], count: number): Base {
  const text: number[] = [];
  const starts = rows.map(tokens => {
    const start = text.length;
    pushNumber(text, 2 * tokens.length);
    for (const token of tokens) pushNumber(text, token);
    return start;
  });
  return new Base({
    ...madeBase([]).columns,
    rowKey: new Float64Array(rows.length),
    rowText: new Uint16Array(text),
    rowTextStarts: new Uint32Array([...starts, text.length]),
    tokenStarts: new Uint32Array(count + 1),
  });
}

describe('the rows of each token', () => {
  const WIDE = 60_000;
  // More rows than places have numbers, and tokens that take one value and two.
  const rows = Array.from({ length: 70_000 }, (_, row) => {
    if (row % 1000 === 7) return [0, WIDE, 3];
    return row === 65_535 || row === 65_536 ? [1, 1] : [2];
  });
  const tokenRows = new TokenRows(baseOf(rows, WIDE + 1));
  const rowsWith = (token: number) => rows.flatMap((tokens, row) => (tokens.includes(token) ? [row] : []));

  it('are those that have it, and keep the bits that are there', () => {
    for (const token of [0, 1, 2, 3, 4, WIDE]) {
      const marks = new Uint32Array(rows.length).fill(4);
      tokenRows.mark(token, 2, marks);
      const marked = Array.from(marks.keys()).filter(row => marks[row] === 6);
      assert.deepEqual(marked, rowsWith(token));
      assert.ok(marks.every(bits => bits === 4 || bits === 6));
    }
  });

  it('are as many as its weight says, twice where it stands twice', () => {
    assert.equal(tokenRows.weight(WIDE), 70);
    assert.equal(tokenRows.weight(1), 4);
    assert.equal(tokenRows.weight(4), 0);
  });

  it('are none without rows', () => {
    const none = new TokenRows(baseOf([], 2));
    none.mark(1, 1, new Uint32Array(0));
    assert.equal(none.weight(1), 0);
  });
});
