import { equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { damaged, loss, noise } from '../cable/damage';
import { type Sample, samples } from '../cable/samples';
import { accepted, reader } from './rows';

const SEED = Number(process.env.REFTEL_SEED ?? 20070124);
const RUNS = Number(process.env.REFTEL_RUNS ?? 500);

const plan = planOf(300);
const generated: readonly Sample[] = Array.from({ length: plan.size }, (_, row) => ({
  name: `${row}.txt`,
  text: textOf(plan, row),
}));

/** What stands in cables, and means something where it stands. */
const PIECES = [
  ..."0123456789ABCEFGNOPRSTUXYZaefprst:;,.()[]/-&' \n",
  '\r\n',
  '  ',
  '\n\n',
  'é',
  '’',
  ...[
    'REF',
    'REFTEL',
    'REF A',
    'REFS A-C',
    'SEPTEL',
    'A. ',
    '(B) ',
    '07 MUSCAT 73',
    'MUSCAT 00154',
    'STATE 12345',
  ],
  ...[
    'TAGS: ',
    'SUBJECT: ',
    'E.O. 12958: ',
    'REF: ',
    'CLASSIFIED BY: ',
    'REASON: 1.4 (B)',
    'DECL: 01/24/2017',
  ],
  ...[
    'SIPDIS',
    'NOFORN',
    'NODIS',
    'UNCLAS',
    'SECRET',
    'SECTION 02 OF 03',
    'PAGE 02',
    'NNNN',
    'BT',
    '#0073',
    '//',
  ],
  ...[
    '1. ',
    '2. (C) ',
    '¶3. ',
    'SUMMARY: ',
    'FM ',
    'TO ',
    'INFO ',
    'ZNY CCCCC ZZH',
    'O 241550Z JAN 07',
    'PREL',
    'IZ',
  ],
];

/** A slip of a pen: at a place, so many characters are replaced by a piece. Most lie near the top, where most means something. */
const slip = fc.record({
  at: fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }).map(x => x ** 3),
  ),
  width: fc.constantFrom(0, 0, 1, 1, 2, 5, 20),
  piece: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES)),
});

function slipped(text: string, slips: readonly { at: number; width: number; piece: string }[]): string {
  return slips.reduce((before, { at, width, piece }) => {
    const start = Math.floor(at * before.length);
    return before.slice(0, start) + piece + before.slice(start + width);
  }, text);
}

describe(`rows of the plain reader (REFTEL_SEED=${SEED} REFTEL_RUNS=${RUNS})`, function () {
  this.timeout(Math.max(20_000, RUNS * 100));

  const any = fc
    .constantFrom(...samples, ...generated.slice(0, samples.length))
    .map(one => ({ ...one, toString: () => one.name }));

  it('are those of the parser for cables', () => {
    for (const sample of samples)
      for (const text of [sample.text, sample.text.replace(/\r?\n/g, '\r\n')])
        accepted([{ name: sample.name, text }]);
  });

  it('are those of the parser for many cables in one batch', () => {
    accepted(samples);
    accepted(generated);
  });

  it('are there for nearly all made-up cables', () => {
    const share = accepted(generated).length / generated.length;
    ok(share >= 0.99, `${share}`);
  });

  it('are refused where the batch is full, and have room in the next', () => {
    const bytes = Buffer.from(generated[0]?.text ?? '');
    bytes.copy(reader.bytes);
    reader.clear();
    let rows = 0;
    while (reader.scan(bytes.length) === 'written') rows++;
    equal(reader.columns().rowKey.length, rows);
    equal(reader.scan(bytes.length), 'full');
    reader.clear();
    equal(reader.scan(bytes.length), 'written');
    equal(reader.columns().rowKey.length, 1);
  });

  it('are those of the parser for what is left of a cable', () => {
    const damages = fc.array(fc.oneof(loss, noise), { maxLength: 3 });
    fc.assert(
      fc.property(any, damages, ({ name, text }, chain) => {
        accepted([{ name, text: damaged(text, chain) }]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('are those of the parser for cables with slips', () => {
    fc.assert(
      fc.property(any, fc.array(slip, { minLength: 1, maxLength: 3 }), ({ name, text }, slips) => {
        accepted([{ name, text: slipped(text, slips) }]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  const folder = process.env.REFTEL_CABLES;
  if (folder !== undefined) {
    it(`are those of the parser for the files in ${folder} (REFTEL_CABLES)`, () => {
      const files = readdirSync(folder).map(name => ({
        name,
        text: readFileSync(join(folder, name), 'utf8'),
      }));
      for (const file of files) accepted([file]);
      accepted(files);
      ok(files.length > 0);
    });

    it(`are those of the parser for these with slips`, () => {
      const files = readdirSync(folder).map(name => ({
        name,
        text: readFileSync(join(folder, name), 'utf8'),
      }));
      const one = fc.constantFrom(...files).map(file => ({ ...file, toString: () => file.name }));
      fc.assert(
        fc.property(one, fc.array(slip, { minLength: 1, maxLength: 3 }), ({ name, text }, slips) => {
          accepted([{ name, text: slipped(text, slips) }]);
        }),
        { seed: SEED, numRuns: RUNS },
      );
    });
  }
});
