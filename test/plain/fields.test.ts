import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/fields.wasm';
import { splitSubject } from '../../server/src/archive/base/subject';
import { fieldOf, readFrame } from '../../server/src/cable/frame';
import { tagsOf } from '../../server/src/cable/record';
import { parseSubject } from '../../server/src/cable/subject';
import { parseTags } from '../../server/src/cable/tagsLine';
import { tags } from '../../server/src/reference/tags';
import { LineTable } from '../../server/src/text/lineTable';
import type { Span } from '../../server/src/text/span';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { samples } from '../cable/samples';
import { instantiate } from './assembly';

type Global = { readonly value: number };
const reader = instantiate<{
  readonly read: (length: number) => number;
  readonly addPart: (start: number, end: number) => number;
  readonly readTags: () => number;
  readonly tagCount: Global;
  readonly tagAt: (index: number) => number;
  readonly tagLength: (index: number) => number;
  readonly readSubject: () => number;
  readonly partCount: Global;
  readonly partAt: (index: number) => number;
  readonly partLength: (index: number) => number;
}>(wasm);

type Place = (index: number) => number;
const strings = (count: number, at: Place, length: Place) =>
  Array.from({ length: count }, (_, i) => Buffer.from(reader.memory.buffer, at(i), length(i)).toString());

/** Puts a text and a field of it into the reader; false where it declines. */
function put(text: string, parts: readonly Span[]): boolean {
  return (
    reader.read(reader.put(text)) === 1 && parts.every(({ start, end }) => reader.addPart(start, end) === 1)
  );
}

/** The TAGS that the reader finds, or null where it declines. */
function tagsRead(text: string, parts: readonly Span[]): string[] | null {
  if (!put(text, parts) || reader.readTags() === 0) return null;
  return strings(reader.tagCount.value, reader.tagAt, reader.tagLength);
}

/** The parts of the subject that the reader finds, or null where it declines. */
function subjectRead(text: string, parts: readonly Span[]): string[] | null {
  if (!put(text, parts) || reader.readSubject() === 0) return null;
  return strings(reader.partCount.value, reader.partAt, reader.partLength);
}

const field = (keyword: 'tags' | 'subject', parts: readonly Span[]) => ({
  keyword,
  keywordSpan: { start: 0, end: 0 },
  parts,
});

/** Whether the reader takes a field as TAGS; what it takes must be read as the parser does. */
function takesTags(text: string, parts: readonly Span[]): boolean {
  const found = tagsRead(text, parts);
  if (found) deepEqual(found, tagsOf(parseTags(text, field('tags', parts))));
  return found !== null;
}

/** The same for a subject. */
function takesSubject(text: string, parts: readonly Span[]): boolean {
  const found = subjectRead(text, parts);
  if (found) deepEqual(found, splitSubject(parseSubject(text, field('subject', parts))?.value ?? ''));
  return found !== null;
}

/** The lines of a text, blanks around them left out, those that are blank too. */
function partsOf(text: string): Span[] {
  return [...text.matchAll(/[^ \n](?:[^\n]*[^ \n])?/g)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

const linesOf = (piece: fc.Arbitrary<string>) => {
  const line = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
  return fc.array(line, { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'));
};
const code = fc.constantFrom(...tags.map(tag => tag.code));
const shortCode = fc.constantFrom(...tags.map(tag => tag.code).filter(({ length }) => length < 6));

describe('TAGS of the plain reader', () => {
  const takes = (text: string) => takesTags(text, partsOf(text));
  const read = (text: string) => tagsRead(text, partsOf(text));

  it('are codes, titles and persons', () => {
    deepEqual(read('PREL, pgov MU;IR PREL'), ['PREL', 'PGOV', 'MU', 'IR']);
    deepEqual(read('OVIP (DUNMARROW, IVO) BEXP'), ['OVIP', 'DUNMARROW, IVO', 'BEXP']);
    deepEqual(read('OVIP DUNMARROW IVO, MU'), ['OVIP', 'DUNMARROW, IVO', 'MU']);
    deepEqual(read('CONSULAR  AFFAIRS, MU'), ['CONSULAR AFFAIRS', 'MU']);
    deepEqual(read('[PREL](/tag/PREL_0.html) MU'), ['PREL', 'MU']);
  });

  it('are not those that a page break ran together', () => {
    deepEqual(read('PREL\nPRELMU MU'), ['PREL', 'MU']);
    deepEqual(read('PRELMU, PREL'), ['PRELMU', 'PREL']);
  });

  it('are left to the parser with accents, and where a page heading may stand within', () => {
    equal(read('PRÉL'), null);
    equal(read('PREL PAGE 02 MUSCAT 00073 071214Z'), null);
  });

  it('are read as the parser does', () => {
    const piece = fc.oneof(
      { arbitrary: code, weight: 4 },
      { arbitrary: fc.tuple(shortCode, shortCode).map(([one, other]) => one + other), weight: 1 },
      { arbitrary: code.map(one => one.toLowerCase()), weight: 1 },
      { arbitrary: fc.constantFrom(' ', ', ', '; ', '  ', ',', ' (', ')', '[', '](', ']', '('), weight: 6 },
      {
        arbitrary: fc.constantFrom(
          'OVIP ',
          'OVIP',
          'CONSULAR',
          'AFFAIRS',
          'ABCDE',
          'XY',
          'PREL',
          'MU',
          '--',
          '¶',
          'é',
        ),
        weight: 2,
      },
      { arbitrary: fc.string({ unit: fc.constantFrom(...'ABEP 1(),;[]\\.'), maxLength: 12 }), weight: 2 },
    );
    let taken = 0;
    const count = (text: string) => {
      if (takes(text)) taken++;
    };
    fc.assert(fc.property(linesOf(piece), count), { numRuns: 3000 });
    equal(taken > 1000, true);
  });
});

describe('subjects of the plain reader', () => {
  const takes = (text: string) => takesSubject(text, partsOf(text));
  const read = (text: string) => subjectRead(text, partsOf(text));

  it('are cut into words and what stands between', () => {
    deepEqual(read('(U)  THE PORT:\nA  SECOND "LOOK" \\'), [
      '(',
      'U',
      ') ',
      'THE',
      'PORT',
      ': ',
      'A',
      'SECOND',
      ' "',
      'LOOK',
      '"',
    ]);
    deepEqual(read('Café d’Été – ½ ×'), ['Café', 'd', '’', 'Été', ' – ', '½', ' ×']);
    deepEqual(read('\\'), []);
  });

  it('are left to the parser with character references and unusual letters', () => {
    equal(read('THE PORT&#8217;S DUES'), null);
    equal(read('港'), null);
  });

  it('are read as the parser does', () => {
    const piece = fc.oneof(
      { arbitrary: fc.string({ unit: fc.constantFrom(...'ABab09'), maxLength: 6 }), weight: 4 },
      {
        arbitrary: fc.constantFrom(
          ' ',
          '  ',
          ' - ',
          ', ',
          '"',
          '\\',
          '¶',
          '&',
          '#',
          '’',
          '“',
          '—',
          '…',
          '½',
          'é',
          'ß',
          'ÿ',
          'ő',
          '×',
        ),
        weight: 4,
      },
      { arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }), weight: 1 },
    );
    fc.assert(
      fc.property(linesOf(piece), text => void takes(text)),
      { numRuns: 3000 },
    );
  });

  it('know which characters are letters or digits', () => {
    let taken = 0;
    for (let unit = 0x21; unit < 0x3000; unit++) if (takes(`a ${String.fromCharCode(unit)} b`)) taken++;
    equal(taken > 600, true);
  });
});

describe('fields of cables', () => {
  const plan = planOf(300);
  const cables = [
    ...samples.map(({ text }) => text),
    ...Array.from({ length: 300 }, (_, row) => textOf(plan, row)),
  ];

  it('are taken and read as the parser does', () => {
    let taken = 0;
    for (const text of cables) {
      const { copy, opening } = readFrame(text, new LineTable(text), '');
      if (copy.source.text !== text) continue;
      const partsOf = (keyword: 'tags' | 'subject') => fieldOf(opening, keyword)?.parts ?? [];
      if (takesSubject(text, partsOf('subject')) && takesTags(text, partsOf('tags'))) taken++;
    }
    equal(taken > cables.length * 0.9, true);
  });
});
