import { deepEqual } from 'node:assert/strict';
import { recordOf } from '../../server/src/cable/record';
import { cableWith } from './made';

describe('portion marks', () => {
  for (const [printed, marking, markingScope] of [
    ['1. (C - ENTIRE TEXT).', 'C', 'entire text'],
    ['1. (S - ENTIRE TEXT.)', 'S', 'entire text'],
    ['1. (CONFIDENTIAL - ENTIRE TEXT) Ships left.', 'C', 'entire text'],
    ['1. CONFIDENTIAL - ENTIRE TEXT.', 'C', 'entire text'],
    ['1.. (C) Ships left.', 'C', null],
    ['1. C) Ships left.', 'C', null],
    ['1. (Confidential/Rel Oman) Ships left.', 'C/REL OMAN', null],
    ['1. Summary: (C) Ships left.', 'C', null],
    ['1. The (C) stands for more.', null, null],
    ['1. Confidential talks went on.', null, null],
  ] as const)
    it(`reads ${printed}`, () => {
      const [first] = recordOf('made.txt', cableWith({ body: `${printed}\n\n2. No more came.` })).paragraphs;
      deepEqual([first?.number, first?.marking, first?.markingScope], [1, marking, markingScope]);
    });
});

describe('the record of mentions', () => {
  it('leaves out a letter that the list of references does not have', () => {
    const cable = cableWith({
      ref: 'REF: A. MUSCAT 0101\n     B. MUSCAT 0102',
      body: '1. (C) See ref A and ref D.',
    });
    deepEqual(
      recordOf('made.txt', cable).mentions.map(({ label }) => label),
      ['A'],
    );
  });
});

describe('the tail of a date-time group', () => {
  it('stands behind the year that it repeats', () => {
    const { text, transmission } = cableWith({ dtg: '161902Z MAY 08 08' });
    const tail = transmission.dtg?.tail;
    deepEqual([tail?.value, tail && text.slice(tail.start - 3, tail.end)], ['08', '08 08']);
  });
});
