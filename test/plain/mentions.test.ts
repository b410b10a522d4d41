import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/body.wasm';
import { readFrame } from '../../server/src/cable/frame';
import { splitMrn } from '../../server/src/cable/identity';
import { findMentions } from '../../server/src/cable/mentions';
import { LineTable } from '../../server/src/text/lineTable';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { damaged, loss, noise } from '../cable/damage';
import { samples } from '../cable/samples';
import { instantiate } from './assembly';

const reader = instantiate<{
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly read: (length: number) => number;
  readonly station: (length: number) => number;
  readonly postLetters: (post: number) => number;
  readonly postLength: (post: number) => number;
  readonly mentions: (start: number, end: number, post: number, year: number, serial: number) => number;
  readonly mentionAt: (index: number) => number;
}>(wasm);

const SOURCES = ['', 'printed', 'inherited', 'same-year', 'year-before'];

const read = (text: string) => reader.read(reader.put(text)) === 1;

function mentionAt(index: number) {
  const at = reader.mentionAt(index);
  const [start, end, post = 0, year, serial, source = 0] = new Int32Array(reader.memory.buffer, at, 6);
  const letters = Buffer.from(reader.memory.buffer, reader.postLetters(post), reader.postLength(post));
  return { start, end, year, post: letters.toString(), serial, yearSource: SOURCES[source] };
}

/** Whether the reader is sure of the mentions between two offsets of a text; they must be those that the parser finds. */
function isFound(text: string, mrn: string, start = 0, end = text.length): boolean {
  const citing = splitMrn(mrn);
  if (!citing) throw new RangeError(mrn);
  const post = reader.station(reader.put(citing.post));
  if (!read(text)) return false;
  const count = reader.mentions(start, end, post, citing.year, citing.serial);
  if (count < 0) return false;
  const expected = findMentions(text, { start, end }, [], citing).flatMap(mention =>
    mention.mrn
      ? [{ start: mention.start, end: mention.end, ...splitMrn(mention.mrn), yearSource: mention.yearSource }]
      : [],
  );
  deepEqual(
    Array.from({ length: count }, (_, i) => mentionAt(i)),
    expected,
  );
  return true;
}

const names = fc.constantFrom(
  'MUSCAT',
  'Muscat',
  'muscat',
  'CASA',
  'CASABLANCA',
  'casa',
  'TEL AVIV',
  'Tel Aviv',
  'TELAVIV',
  'TEL',
  'KL',
  'STATE',
  'SECSTATE WASHDC',
  'B0GOTA',
  'BOG0TA',
  '0ROME',
  'ADDIS ABABA',
  "N'DJAMENA",
  'N’DJAMENA',
  'N”DJAMENA',
  'MADRID SP',
  'UNKNOWN',
  'USUN',
  'U.S. MISSION', // biome-ignore format: a pick
);
const blank = fc.constantFrom('', '', ' ', ' ', ' ', '  ', '\n', '-', '.', "'", '’');
const year = fc.constantFrom('', '', '', '07 ', '2007 ', 'O7 ', '07', '1907-', 'in 2006 ');
const serial = fc.constantFrom(
  '12',
  '123',
  '00123',
  '1234567',
  '12345678',
  '9',
  '#45',
  '12 AND 13',
  '12, 456',
  '12 TOSEC 1234',
);
const behind = fc.constantFrom(
  '',
  '.',
  ')',
  ' and',
  ' andes',
  ' percent.',
  '%',
  ' million',
  ' (08)',
  ' (2006).',
  ' 2006.',
  '\n',
  ',',
  ' troops',
  '  )',
  '   )',
);
const odd = fc.oneof(
  fc.constantFrom('ref A', 'septel', 'reftel', 'of', 'in', ' ', ' ', 'é', '😀', '('),
  fc.string({ unit: fc.constantFrom(..."AB0127 .'’-#(/\n"), maxLength: 4 }),
);

/** Some text with what may name cables in it. */
const running = fc
  .array(fc.tuple(odd, year, names, blank, serial, behind, fc.constantFrom('', ' ')), {
    minLength: 1,
    maxLength: 4,
  })
  .map(pieces => pieces.flat().join(''));

describe('the mentions of the plain reader', () => {
  it('are those of the parser in cables', () => {
    const plan = planOf(3000);
    const generated = Array.from({ length: 300 }, (_, i) => textOf(plan, 10 * i));
    for (const text of [...generated, ...samples.map(sample => sample.text)]) {
      const { body } = readFrame(text, new LineTable(text), '', true);
      if (read(text)) equal(isFound(text, '07CASABLANCA100', body.start, body.end), true);
    }
  });

  it('are those of the parser in damaged cables', () => {
    const text = fc.tuple(fc.constantFrom(...samples), fc.array(fc.oneof(loss, noise), { maxLength: 4 }));
    fc.assert(
      fc.property(
        text,
        ([sample, damages]) => void isFound(damaged(sample.text, damages), '07CASABLANCA100'),
      ),
      { numRuns: 500 },
    );
  });

  it('are those of the parser, whatever stands in the text', () => {
    fc.assert(
      fc.property(
        running,
        fc.constantFrom('07MUSCAT100', '07CASABLANCA100', '08TELAVIV2'),
        (some, mrn) => void isFound(some, mrn),
      ),
      { numRuns: 5000 },
    );
  });
});
