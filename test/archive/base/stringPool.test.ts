import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareUtf8 } from '../../../server/src/archive/base/compareUtf8';
import { FirstUse } from '../../../server/src/archive/base/firstUse';
import { StringPool } from '../../../server/src/archive/base/stringPool';
import { type StringColumns, StringTable, tableOf } from '../../../server/src/archive/base/strings';
import { unionOf, usedOf } from '../../../server/src/archive/base/union';
import { compareText } from '../../../server/src/archive/order';

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

  it('are told apart by every byte and by their lengths', () => {
    const strings = ['', '\0', '\0\0', 'a', 'a\0', 'b', 'ab', 'ba', 'é', 'e'];
    const pool = new StringPool();
    assert.deepEqual([...pool.internAll(tableOf(strings))], [...strings.keys()]);
  });

  it('are put together in order', () => {
    const union = unionOf([tableOf(['b', 'a', '𝒜']), tableOf([]), tableOf(['\ue000', 'a', ''])]);
    assert.deepEqual(union.strings, ['', 'a', 'b', '𝒜', '\ue000']);
    assert.deepEqual(
      union.numbers.map(each => [...each]),
      [[2, 1, 3], [], [4, 1, 0]],
    );
    const used = usedOf(union, Uint8Array.of(0, 1, 0, 0, 1));
    assert.deepEqual(used.strings, ['a', '\ue000']);
    assert.deepEqual([used.numbers[0]?.[1], used.numbers[2]?.[0], used.numbers[2]?.[1]], [0, 1, 0]);
  });

  it('are put together in the order in which they are first asked for', () => {
    const strings = new FirstUse([tableOf(['b', 'a', 'unused']), tableOf(['a', 'c', ''])]);
    const ask = (table: number, id: number) => strings.of(strings.numbersOf(table)[id] ?? -1);
    assert.deepEqual([ask(1, 1), ask(0, 1), ask(1, 0), ask(0, 0), ask(1, 1), ask(1, 2)], [0, 1, 1, 2, 0, 3]);
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
        assert.equal(Math.sign(compareUtf8(bytes, start, middle, middle, end)), compareText(a, b));
      }),
    );
  });
});
