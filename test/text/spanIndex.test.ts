import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps } from '../../server/src/text/span';
import { SpanIndex } from '../../server/src/text/spanIndex';

const span = fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));

describe('an index of spans', () => {
  it('finds what overlaps a stretch, by its start', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), span, (spans, stretch) => {
        const expected = [...spans].sort((a, b) => a.start - b.start).filter(one => overlaps(one, stretch));
        deepEqual(new SpanIndex(spans).overlapping(stretch), expected);
      }),
    );
  });
});
