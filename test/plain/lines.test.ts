import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/lines.wasm';
import { continuesField } from '../../server/src/cable/continuation';
import { isFiller, isRule, keywordAtStart, keywordInside } from '../../server/src/cable/lines';
import { findInlinePageLine, isPageCount, parsePageLine } from '../../server/src/cable/pageLine';
import { paragraphMark, unnumberedMark } from '../../server/src/cable/paragraphMark';
import { Source } from '../../server/src/cable/source';
import { samples } from '../cable/samples';
import { instantiate, KEYWORDS } from './assembly';
import { oddLine } from './oddLines';

type OfLine = (start: number, end: number) => number;
const plain = instantiate<{
  readonly read: (length: number) => number;
  readonly found: (question: number) => number;
  readonly contentStart: (line: number) => number;
  readonly contentEnd: (line: number) => number;
  readonly isBlankLine: (line: number) => number;
  readonly nextFilled: (line: number) => number;
  readonly previousFilled: (line: number) => number;
  readonly isRule: OfLine;
  readonly isFiller: OfLine;
  readonly isPageCount: OfLine;
  readonly parsePageLine: OfLine;
  readonly mayHoldPageLine: OfLine;
  readonly paragraphMark: OfLine;
  readonly unnumberedMark: OfLine;
  readonly keywordAtStart: OfLine;
  readonly keywordInside: (start: number, end: number, from: number, wanted: number) => number;
  readonly continuesField: (
    keyword: number,
    start: number,
    end: number,
    before: number,
    beforeEnd: number,
    blankBefore: number,
  ) => number;
}>(wasm);

/** The answers of the parser and of the plain reader to each question about a line. */
function ofLine(source: Source, line: number, wanted: number) {
  const content = source.content(line);
  const { start, end } = source.span(line);
  const from = start + (content.length >> 3);
  const keyword = keywordAtStart(content);
  const inside = keywordInside(
    content,
    from - start,
    (one, hasColon) => (wanted & ((hasColon ? 1 : 256) << KEYWORDS.indexOf(one))) !== 0,
  );
  const mark = paragraphMark(content);
  const pageLine = parsePageLine(content, start);
  const digitsEnd = mark && content.slice(0, mark.end).trimEnd().replace(/[.,]$/, '').trimEnd().length;
  const parser = {
    start,
    end,
    isBlank: source.isBlank(line),
    next: source.nextFilled(line),
    previous: source.previousFilled(line),
    isRule: isRule(content),
    isFiller: isFiller(content),
    isPageCount: isPageCount(content),
    namesPage: pageLine && pageLine.page !== null,
    mark: mark && [start + (digitsEnd ?? 0) - mark.digits.length, mark.digits.length, start + mark.end],
    unnumbered: unnumberedMark(content) !== null,
    keyword: keyword && [keyword.keyword, start + keyword.end],
    inside: inside && [inside.keyword, start + inside.start, start + inside.end],
  };
  const insidePlain = plain.keywordInside(start, end, from, wanted);
  const insideSpan = [plain.found(1), plain.found(2)];
  const keywordPlain = plain.keywordAtStart(start, end);
  const reader: typeof parser = {
    start: plain.contentStart(line),
    end: plain.contentEnd(line),
    isBlank: plain.isBlankLine(line) === 1,
    next: plain.nextFilled(line),
    previous: plain.previousFilled(line),
    isRule: plain.isRule(start, end) === 1,
    isFiller: plain.isFiller(start, end) === 1,
    isPageCount: plain.isPageCount(start, end) === 1,
    namesPage: plain.parsePageLine(start, end) === 1 ? plain.found(6) === 1 : null,
    mark: plain.paragraphMark(start, end) === 1 ? [plain.found(3), plain.found(4), plain.found(5)] : null,
    unnumbered: plain.unnumberedMark(start, end) === 1,
    keyword: keywordPlain < 0 ? null : [KEYWORDS[keywordPlain] ?? 'tags', plain.found(0)],
    inside:
      insidePlain < 0 ? null : [KEYWORDS[insidePlain] ?? 'tags', insideSpan[0] ?? 0, insideSpan[1] ?? 0],
  };
  if (findInlinePageLine(content, start)) equal(plain.mayHoldPageLine(start, end), 1, content);
  return { content, parser, reader };
}

/** Compares what both say of each line of a text; false where the reader does not take the text. */
function agrees(text: string, wanted = 0xffff): boolean {
  if (plain.read(plain.put(text)) === 0) return false;
  const source = new Source(text);
  for (let line = 0; line < source.count; line++) {
    if (source.content(line).length < source.span(line).end - source.span(line).start) continue;
    const { content, parser, reader } = ofLine(source, line, wanted);
    deepEqual(reader, parser, content);
  }
  return true;
}

/** What both say of a line behind another; null where the reader is not sure. */
function continues(before: string, line: string, keyword: number, isBehindBlank: boolean): boolean | null {
  plain.read(plain.put(`${before}\n${line}`));
  const start = before.length + 1;
  const answer = plain.continuesField(
    keyword,
    start,
    start + line.length,
    0,
    before.length,
    isBehindBlank ? 1 : 0,
  );
  if (answer < 0) return null;
  const wanted = continuesField(KEYWORDS[keyword] ?? 'tags', line, before, isBehindBlank);
  equal(answer === 1, wanted, `${KEYWORDS[keyword]} ${isBehindBlank}:\n${before}\n${line}`);
  return wanted;
}

const withoutTabs = (text: string) => text.replace(/\t|\u00a0/g, ' ').replace(/\r(?!\n)/g, '\n');

describe('lines of the plain reader', () => {
  it('are what the parser says they are, in cables', () => {
    const taken = samples.filter(({ text }) => agrees(withoutTabs(text)));
    equal(taken.length > samples.length / 2, true);
  });

  it('are what the parser says they are, whatever stands on them', () => {
    const text = fc.array(fc.tuple(oddLine, fc.constantFrom('\n', '\r\n', ' \n', '\\\n', '\n\n')), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 0xffff }), (lines, wanted) => {
        equal(agrees(lines.map(([line, end]) => line + end).join(''), wanted), true);
      }),
      { numRuns: 3000 },
    );
  });

  it('go on with a field where the parser says so', () => {
    let sure = 0;
    let asked = 0;
    const line = oddLine.map(one => one.trim().replace(/\\+$/, '')).filter(one => one !== '');
    fc.assert(
      fc.property(line, line, fc.nat(4), fc.boolean(), (before, next, keyword, isBehindBlank) => {
        asked++;
        if (continues(before, next, keyword, isBehindBlank) !== null) sure++;
      }),
      { numRuns: 3000 },
    );
    equal(sure > asked * 0.9, true);
  });
});
