import assert from 'node:assert/strict';
import { caretOf, parseFixture, UNNAMED } from './fixture';

describe('fixture', () => {
  it('splits files, takes the markers out and the indentation off', () => {
    const { files } = parseFixture(`
      § a.txt
      S E C R E T MUSCAT ▮000073
      § b.txt
      REF: A. STATE 16868
           B. ⟦MUSCAT 00073⟧
    `);
    assert.deepEqual(files, [
      { name: 'a.txt', text: 'S E C R E T MUSCAT 000073\n', caret: { offset: 19 }, ranges: [] },
      {
        name: 'b.txt',
        text: 'REF: A. STATE 16868\n     B. MUSCAT 00073\n',
        ranges: [{ start: 28, end: 40 }],
      },
    ]);
  });

  it('gives an outer range before the one it holds', () => {
    const [file] = parseFixture('⟦a⟦b⟧⟧⟦c⟧').files;
    assert.deepEqual(file, {
      name: UNNAMED,
      text: 'abc',
      ranges: [
        { start: 0, end: 2 },
        { start: 1, end: 2 },
        { start: 2, end: 3 },
      ],
    });
  });

  it('keeps blank lines and an empty file', () => {
    const { files } = parseFixture(`
      one

      two
      § empty.txt
      § last.txt
      `);
    assert.deepEqual(
      files.map(file => [file.name, file.text]),
      [
        [UNNAMED, 'one\n\ntwo\n'],
        ['empty.txt', ''],
        ['last.txt', ''],
      ],
    );
  });

  it('finds the one caret', () => {
    const { file, offset } = caretOf(parseFixture('§ a\nx\n§ b\ny▮z'));
    assert.deepEqual([file.name, offset], ['b', 1]);
    assert.throws(() => caretOf(parseFixture('no caret')));
    assert.throws(() => caretOf(parseFixture('§ a\n▮\n§ b\n▮')));
  });

  it('refuses a fixture that cannot be meant', () => {
    for (const text of ['a▮b▮', 'a⟧', '⟦a', '§ a\n§ a']) assert.throws(() => parseFixture(text), /fixture/);
  });
});
