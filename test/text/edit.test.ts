import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, compose, conflict, type TextEdit } from '../../server/src/text/edit';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

/** Edits of a text of `length` characters, in order and apart. */
const editsOf = (length: number): fc.Arbitrary<TextEdit[]> =>
  fc
    .array(fc.tuple(fc.nat({ max: length }), fc.nat({ max: 6 }), fc.string({ maxLength: 4 })), {
      maxLength: 6,
    })
    .map(raw =>
      raw
        .map(([start, size, newText]) => edit(start, Math.min(length, start + size), newText))
        .reduce<TextEdit[]>(
          (kept, one) => (kept.some(other => conflict(one, other)) ? kept : kept.concat(one)),
          [],
        ),
    );

describe('edits', () => {
  it('are made in any order', () => {
    assert.equal(applyEdits('abcdef', [edit(4, 5, 'X'), edit(0, 0, '>'), edit(1, 3, '')]), '>adXf');
    assert.equal(applyEdits('abc', []), 'abc');
  });

  it('conflict where they change the same characters or begin together', () => {
    assert.equal(conflict(edit(0, 3, ''), edit(2, 4, '')), true);
    assert.equal(conflict(edit(2, 2, 'a'), edit(2, 2, 'b')), true);
    assert.equal(conflict(edit(0, 5, ''), edit(3, 3, 'b')), true);
    assert.equal(conflict(edit(0, 3, ''), edit(3, 4, '')), false);
    assert.equal(conflict(edit(0, 3, ''), edit(3, 3, 'b')), false);
  });

  it('one after the other are the same as composed', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }).chain(text =>
          editsOf(text.length).chain(first => {
            const middle = applyEdits(text, first);
            return editsOf(middle.length).map(second => ({ text, first, second, middle }));
          }),
        ),
        ({ text, first, second, middle }) => {
          const both = compose(first, second);
          assert.equal(applyEdits(text, both), applyEdits(middle, second));
          both.forEach((one, i) => {
            const next = both[i + 1];
            assert.ok(!next || one.span.end <= next.span.start, 'in order and apart');
            assert.ok(one.span.end <= text.length, 'inside the text');
          });
        },
      ),
      { seed: 20070209, numRuns: 2000 },
    );
  });
});
