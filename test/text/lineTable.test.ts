import { deepEqual, equal } from 'node:assert/strict';
import { LineTable } from '../../server/src/text/lineTable';

const linesOf = (text: string) => {
  const table = new LineTable(text);
  return Array.from({ length: table.count }, (_, i) => text.slice(table.start(i), table.end(i)));
};

describe('line table', () => {
  it('gives the empty text one line', () => deepEqual(linesOf(''), ['']));
  it('ends a line at LF, CR LF and a lone CR', () =>
    deepEqual(linesOf('a\nb\r\nc\rd'), ['a', 'b', 'c', 'd']));
  it('has an empty last line behind a final break', () => deepEqual(linesOf('a\n'), ['a', '']));
  it('grows past its first guess', () => equal(new LineTable('\n'.repeat(1000)).count, 1001));

  it('turns offsets into positions and back', () => {
    const table = new LineTable('ab\r\ncde');
    deepEqual(table.positionAt(5), { line: 1, character: 1 });
    equal(table.offsetAt({ line: 1, character: 1 }), 5);
  });

  it('moves what lies outside into the text', () => {
    const table = new LineTable('ab\ncd');
    deepEqual(table.positionAt(99), { line: 1, character: 2 });
    deepEqual(table.positionAt(-1), { line: 0, character: 0 });
    equal(table.offsetAt({ line: 0, character: 99 }), 2);
    equal(table.offsetAt({ line: 7, character: 0 }), 5);
  });
});
