import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { StringTable, tableOf } from '../../../../server/src/archive/index/format/strings';
import { compareText } from '../../../../server/src/archive/order';

const tableWith = (strings: readonly string[]) => {
  const { starts, bytes } = tableOf(strings);
  return new StringTable(starts, bytes);
};

/** Texts whose order by bytes is not that by UTF-16 code units are among them. */
const text = fc.stringMatching(/^[a-c0é\uffff\u{1f600}]{0,4}$/u);

describe('a table of strings', () => {
  it('gives back each string, and all', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.string({ maxLength: 80, unit: 'grapheme' }))), strings => {
        const table = tableWith(strings);
        deepEqual(table.all(), strings);
        deepEqual(
          strings.map((_, i) => table.at(i)),
          strings,
        );
      }),
    );
  });

  it('finds strings in their order as by UTF-16 code units', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text), text, (strings, wanted) => {
        const sorted = strings.toSorted(compareText);
        const table = tableWith(sorted);
        equal(table.find(wanted), sorted.indexOf(wanted));
        equal(table.lowerBound(wanted), sorted.filter(one => compareText(one, wanted) < 0).length);
        for (const [i, one] of sorted.entries()) equal(table.find(one), i);
      }),
    );
  });

  it('finds a text longer than any other, and nothing outside the bounds', () => {
    const long = 'é'.repeat(5000);
    const table = tableWith(['a', 'b', long]);
    equal(table.find(long), 2);
    equal(table.find('a', 1), -1);
    equal(table.find('b', 0, 1), -1);
  });

  it('does not take half a character for the sign that is stored for it', () => {
    equal(tableWith(['\ufffd']).find('\ud800'), -1);
  });
});
