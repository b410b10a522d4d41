import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/preamble.wasm';
import { findClassLine } from '../../server/src/cable/classLine';
import { splitPreamble } from '../../server/src/cable/preamble';
import { Source } from '../../server/src/cable/source';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { damaged, loss, noise } from '../cable/damage';
import { samples } from '../cable/samples';
import { instantiate, KEYWORDS, times } from './assembly';
import { oddLine, preambleLine, preambleSnippet } from './oddLines';

const plain = instantiate<{
  readonly split: (length: number, line: number) => number;
  readonly fields: () => number;
  readonly fieldKeyword: (field: number) => number;
  readonly firstPart: (field: number) => number;
  readonly partCount: (field: number) => number;
  readonly partStart: (part: number) => number;
  readonly partEnd: (part: number) => number;
  readonly captions: () => number;
  readonly captionStart: (index: number) => number;
  readonly captionEnd: (index: number) => number;
  readonly body: () => number;
}>(wasm);

/** What the parser splits behind a line; null where its last line goes on behind the class line, which is not plain. */
function parsed(source: Source, line: number) {
  const { fields, captions, bodyLine } = splitPreamble(source, line, source.span(line).end);
  return {
    fields: fields.map(({ keyword, parts }) => ({
      keyword,
      parts: parts.map(({ start, end }) => [start, end]),
    })),
    captions: captions.map(({ start, end }) => [start, end]),
    bodyLine,
  };
}

/** What the plain reader splits behind a line; null where it declines. */
function read(text: string, line: number): ReturnType<typeof parsed> | null {
  if (plain.split(plain.put(text), line) === 0) return null;
  return {
    fields: times(plain.fields(), field => ({
      keyword: KEYWORDS[plain.fieldKeyword(field)] ?? 'tags',
      parts: times(plain.partCount(field), i => {
        const part = plain.firstPart(field) + i;
        return [plain.partStart(part), plain.partEnd(part)];
      }),
    })),
    captions: times(plain.captions(), i => [plain.captionStart(i), plain.captionEnd(i)]),
    bodyLine: plain.body(),
  };
}

/** Whether the reader takes the preamble behind a line; then it must be the one that the parser splits. */
function isTaken(text: string, line: number, source = new Source(text)): boolean {
  const found = read(text, line);
  if (found) deepEqual(found, parsed(source, line), text);
  return found !== null;
}

/** The same behind the class line; null where there is none. */
function isTakenBehindClassLine(text: string): boolean | null {
  const source = new Source(text);
  const found = findClassLine(source, 0, source.count);
  return found && isTaken(text, found.line, source);
}

const withoutTabs = (text: string) => text.replace(/\t|\u00a0/g, ' ').replace(/\r(?!\n)/g, '\n');
const cables = samples.map(({ text }) => withoutTabs(text));
const numRuns = 2000;

describe('preambles of the plain reader', () => {
  it('are what the parser says they are, in cables', () => {
    const answers = cables.map(isTakenBehindClassLine).filter(answer => answer !== null);
    equal(answers.filter(Boolean).length > answers.length * 0.9, true);
  });

  it('are taken of nearly all usual cables', () => {
    const plan = planOf(2000);
    const answers = times(2000, row => isTakenBehindClassLine(textOf(plan, row)));
    equal(answers.filter(Boolean).length, answers.length);
  });

  it('are what the parser says they are, in damaged cables', () => {
    const damages = fc.array(fc.oneof(loss, noise), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...cables), damages, (text, all) => {
        isTakenBehindClassLine(withoutTabs(damaged(text, all)));
      }),
      { numRuns },
    );
  });

  it('are what the parser says they are, whatever stands in them', () => {
    let taken = 0;
    const lines = fc.oneof(
      { weight: 6, arbitrary: preambleLine.map(one => [one]) },
      { weight: 1, arbitrary: oddLine.map(one => [one]) },
      { weight: 1, arbitrary: preambleSnippet },
    );
    const end = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', ' \n', '\\\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, end), { maxLength: 16 }), all => {
        const text = ['CLASS LINE\n', ...all.flatMap(([some, behind]) => some.map(one => one + behind))].join(
          '',
        );
        if (isTaken(text, 0)) taken++;
      }),
      { numRuns },
    );
    equal(taken > numRuns / 2, true);
  });
});
