import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/landmarks.wasm';
import { LineTable } from '../../server/src/text/lineTable';
import { samples } from '../cable/samples';
import { instantiate, times } from './assembly';

const reader = instantiate<{
  readonly read: (length: number) => number;
  readonly units: () => number;
  readonly unit: (at: number) => number;
  readonly lines: () => number;
  readonly lineStart: (line: number) => number;
  readonly marks: () => number;
  readonly mark: (index: number) => number;
}>(wasm);

const read = (text: string | Uint8Array) => reader.read(reader.put(text)) === 1;

/** Whether the reader takes a text; what it takes must be decoded and searched rightly. */
function taken(text: string): boolean {
  if (!read(text)) return false;
  const units = times(text.length, i => Math.min(text.charCodeAt(i), 0xff));
  deepEqual(times(reader.units(), reader.unit), units);
  const lines = new LineTable(text);
  deepEqual(
    times(reader.lines(), reader.lineStart),
    times(lines.count, line => lines.start(line)),
  );
  const marks = [...text.matchAll(/(?<!\d)(?=\d\d)|(?=ref|sep)/gi)].map(({ index }) => index);
  deepEqual(times(reader.marks(), reader.mark), marks);
  return true;
}

describe('lines and marks of the plain reader', () => {
  it('are found in cables', () => {
    const some = samples.filter(({ text }) => taken(text.replace(/\r\n?|\t|\u00a0/g, '\n')));
    equal(some.length > samples.length / 2, true);
  });

  it('are found in any text that it takes', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\n',
        '\r\n',
        'ref',
        'REF',
        'SepteL',
        'r',
        'e',
        'f',
        'se',
        'p',
        '7',
        '42',
        '¶',
        '’',
        '😀',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    const text = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''));
    const isPlain = (one: string) =>
      !/[\0-\x09\x0b\x0c\x0e-\x1f\x80-\xa0\p{Surrogate}]|\r(?!\n)|(?![ \n\r])\s/u.test(one);
    fc.assert(
      fc.property(text, one => equal(taken(one), isPlain(one))),
      { numRuns: 2000 },
    );
  });

  it('are found across the borders of what is looked at together', () => {
    for (let before = 0; before < 140; before++)
      for (const piece of ['12', 'ref', 'Sep', 'rep', '\n', '\r\n', '¶12', '’ref', '😀\n'])
        equal(taken('x'.repeat(before) + piece + 'y'.repeat(before % 3)), true);
  });

  it('are not mixed up with those of a longer text before', () => {
    taken('12 ref\n'.repeat(1000));
    for (const text of ['1', 're', '\n', '']) equal(taken(text), true);
  });

  it('are not looked for in what is no UTF-8', () => {
    for (const bytes of [
      [0xc0, 0xaf],
      [0xc2],
      [0xe2, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0x92],
      [0],
    ])
      equal(read(Buffer.from([65, ...bytes])), false, `${bytes}`);
  });
});
