import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  inOrder,
  StringPool,
  StringRenumbering,
} from '../../../../server/src/archive/index/build/stringPool';
import {
  type StringColumns,
  StringTable,
  tableOf,
} from '../../../../server/src/archive/index/format/strings';
import { compareText, compareUtf8 } from '../../../../server/src/archive/order';

const texts = ({ starts, bytes }: StringColumns) => new StringTable(starts, bytes).all();

describe('strings of several tables', () => {
  it('get one number each in a pool, however many there are', () => {
    const strings = Array.from({ length: 20_000 }, (_, i) =>
      i % 7 === 0 ? `é${i}𝒜`.repeat(i % 30) : `${i}`,
    );
    const different = [...new Set(strings)];
    const numberOf = new Map(different.map((text, i) => [text, i]));
    const pool = new StringPool();
    const numbers = pool.internAll(tableOf(strings));
    assert.deepEqual(
      [...numbers],
      strings.map(text => numberOf.get(text)),
    );
    assert.deepEqual(pool.internAll(tableOf(strings)), numbers);
    assert.deepEqual(texts(pool.finish()), different);
  });

  it('get the same number as a text and as the bytes of one', () => {
    const strings = ['', 'SIPDIS', 'Çankaya', 'ends in é', '𝒜', 'x'.repeat(1000), 'é'.repeat(1000)];
    const pool = new StringPool();
    assert.deepEqual(
      strings.map(text => pool.internText(text)),
      [...strings.keys()],
    );
    assert.deepEqual([...pool.internAll(tableOf(strings))], [...strings.keys()]);
    assert.deepEqual(texts(pool.finish()), strings);
  });

  it('may be of any length and need three bytes for each character', () => {
    const strings = [1, 84, 85, 86, 128, 255, 256, 257, 600].map(length => '—'.repeat(length));
    const pool = new StringPool();
    for (const [i, text] of strings.entries()) assert.equal(pool.internText(text), i);
    assert.deepEqual(texts(pool.finish()), strings);
  });

  it('are told apart by every byte and by their lengths', () => {
    const strings = ['', '\0', '\0\0', 'a', 'a\0', 'b', 'ab', 'ba', 'é', 'e'];
    const pool = new StringPool();
    assert.deepEqual([...pool.internAll(tableOf(strings))], [...strings.keys()]);
  });

  it('are put in order, all or those in use', () => {
    const table = tableOf(['b', 'a', '𝒜', '\ue000', '']);
    const all = inOrder(table);
    assert.deepEqual(all.strings, ['', 'a', 'b', '𝒜', '\ue000']);
    assert.deepEqual([...all.rank], [2, 1, 3, 4, 0]);
    const used = inOrder(table, Uint8Array.of(0, 1, 0, 1, 0));
    assert.deepEqual(used.strings, ['a', '\ue000']);
    assert.deepEqual([used.rank[1], used.rank[3]], [0, 1]);
  });

  it('are put in the order in which they are first asked for', () => {
    const strings = new StringRenumbering(tableOf(['b', 'a', 'unused', 'c', '']));
    assert.deepEqual(
      [3, 1, 1, 0, 3, 4].map(number => strings.of(number)),
      [0, 1, 1, 2, 0, 3],
    );
    assert.deepEqual(texts(strings.finish()), ['c', 'a', 'b', '']);
  });

  it('are compared as bytes like strings', () => {
    const character = fc.constantFrom(
      'a',
      'b',
      'é',
      'ü',
      '\ud7ff',
      '\ue000',
      '\uf000',
      '\uffff',
      '𝒜',
      '𝒝',
      '\u{10ffff}',
    );
    const text = fc.array(character, { maxLength: 4 }).map(all => all.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { starts, bytes } = tableOf([a, b]);
        const [start = 0, middle = 0, end = 0] = starts;
        assert.equal(Math.sign(compareUtf8(bytes, start, middle, bytes, middle, end)), compareText(a, b));
      }),
    );
  });
});
