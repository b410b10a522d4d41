import { equal } from 'node:assert/strict';
import { pageText } from '../../server/src/import/pdfLayout';
import { randomFrom } from '../bench/generate/random';
import { checkImport, type ImportCase } from './importing';
import { madeTelegram, wholeText } from './made';
import { type Layout, laidOut, type MadeRun, madePdf } from './madePdf';

const one = wholeText(madeTelegram(73));
const other = wholeText(madeTelegram(154, ['¶2. More. ', '']));

/** What a scanner makes of a text. */
const misread = (text: string) => text.replaceAll('D', 'O').replaceAll('the', 'tbe').replaceAll(' w', 'w');
const moved = (runs: readonly MadeRun[], by: number) =>
  runs.map(run => ({ ...run, x: run.x + by, y: run.y + by }));
const page = (text: string, layout: Layout = {}) => laidOut(text, layout)[0] ?? [];
const stamps: readonly MadeRun[] = [
  { text: 'RELEASED IN FULL', x: 150, y: 300, size: 30, font: 'F2', turned: 40 },
  { text: 'UNCLASSIFIED', x: 270, y: 30, font: 'F2' },
];

function shuffled<T>(values: readonly T[], seed: number): readonly T[] {
  const random = randomFrom(seed);
  return values
    .map(value => [random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

/** The words of two layers in turn. */
function interleaved(a: readonly MadeRun[], b: readonly MadeRun[]): readonly MadeRun[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => [a[i], b[i]]).flatMap(pair =>
    pair.filter(run => run !== undefined),
  );
}

const jitter = { jitter: 1.4, slope: 6, random: randomFrom(1) };

const cases: Readonly<Record<string, ImportCase>> = {
  'a printed telegram': { sources: { 'a.pdf': madePdf(laidOut(one)) } },
  'two telegrams on three pages': {
    sources: { 'a.pdf': madePdf(laidOut(`${one}\n\n${other}`, { linesPerPage: 18 })) },
  },
  'words in any order, out of line': {
    sources: { 'a.pdf': madePdf([shuffled(page(one, jitter), 2)]) },
  },
  'whole lines, stamps': {
    sources: { 'a.pdf': madePdf([[...stamps, ...page(one, { byWord: false })]]) },
  },
  'a worse layer below': {
    sources: { 'a.pdf': madePdf([[...moved(page(misread(one), { mode: 3 }), 1.5), ...page(one)]]) },
  },
  'a worse layer above, words in any order': {
    sources: {
      'a.pdf': madePdf([
        [
          ...shuffled(page(one, jitter), 3),
          ...moved(shuffled(page(misread(one), { ...jitter, mode: 3 }), 4), 1),
        ],
      ]),
    },
  },
  'two layers word by word, each in its font': {
    sources: {
      'a.pdf': madePdf([interleaved(page(misread(one), { font: 'F2', mode: 3 }), page(one))]),
    },
  },
  'a scan without text': { sources: { 'a.pdf': madePdf([[], [], []]) } },
  'a scan with a number on each page': {
    sources: { 'a.pdf': madePdf([1, 2].map(n => [{ text: `C0987654${n}`, x: 500, y: 20 }])) },
  },
  'two layers word by word in one font': {
    sources: {
      'a.pdf': madePdf([interleaved(moved(page(misread(one), { mode: 3 }), 0.8), page(one))]),
    },
  },
  'pages without text among others': {
    sources: {
      'a.pdf': madePdf([[], page(one), [], [], [{ text: 'C09876543', x: 500, y: 20 }], page(other)], true),
    },
  },
  'blank pages among others': { sources: { 'a.pdf': madePdf([page(one), [], page(other)]) } },
  'one telegram after many pages of scans': {
    sources: { 'a.pdf': madePdf([...Array.from({ length: 60 }, () => []), page(one)], true) },
  },
  'a cut file': { sources: { 'a.pdf': madePdf(laidOut(one)).slice(0, -700) } },
  'no PDF inside': { sources: { 'a.pdf': '%PDF-1.4\nnothing that a PDF has\n' } },
  'an id twice, with equal text and with another': {
    sources: {
      'a.pdf': madePdf(laidOut(one)),
      'b.pdf': madePdf([page(one, { size: 9 })]),
      'c.pdf': madePdf(laidOut(one.replace('nearly done', 'done'))),
    },
  },
};

describe('import of PDFs', () => {
  for (const [name, each] of Object.entries(cases))
    it(name, () => checkImport(`pdf/${name.replace(/[^\w]+/g, '-')}`, each));
});

describe('the text of a page', () => {
  const runs = (made: readonly MadeRun[]) =>
    made.map(({ text, x, y, size = 10, font = 'F1' }) => ({
      text,
      x,
      y,
      width: text.length * size * 0.6,
      height: size,
      font,
    }));

  it('keeps columns apart by blanks and lines by their baselines', () => {
    equal(
      pageText(runs(page('PAGE 01        MUSCAT 00073  241550Z\nACTION NEA-10'))),
      'PAGE 01        MUSCAT 00073  241550Z\nACTION NEA-10',
    );
  });

  it('has bold words once that are printed twice', () => {
    const twice = page('UNCLAS MUSCAT').flatMap(run => [run, { ...run, x: run.x + 0.4 }]);
    equal(pageText(runs(twice)), 'UNCLAS MUSCAT');
  });

  it('is empty for a page without runs', () => equal(pageText([]), ''));

  it('takes no longer than linear for many runs in one place', () => {
    const start = performance.now();
    pageText(runs(Array.from({ length: 20_000 }, (_, i) => ({ text: `W${i}`, x: 100, y: 100 }))));
    equal(performance.now() - start < 10_000, true);
  });
});
