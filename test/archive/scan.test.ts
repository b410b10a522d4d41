import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { factsOf } from '../../server/src/archive/facts';
import { scanText } from '../../server/src/archive/scan';
import { parseDocument } from '../../server/src/cable/document';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { damaged, loss, noise, slip } from '../cable/damage';
import { type Sample, samples, samplesIn } from '../cable/samples';

const SEED = Number(process.env.REFTEL_SEED ?? 20070124);
const RUNS = Number(process.env.REFTEL_RUNS ?? 500);

/** What the index keeps of a text must be what the parser gives. */
function checkFacts({ name, text }: Sample): void {
  deepEqual(scanText(text, name), parseDocument(text, name).map(factsOf), name);
}

const plan = planOf(300);
const generated: readonly Sample[] = Array.from({ length: plan.size }, (_, row) => ({
  name: `${row}.txt`,
  text: textOf(plan, row),
}));

describe(`scan of a text (REFTEL_SEED=${SEED} REFTEL_RUNS=${RUNS})`, function () {
  this.timeout(Math.max(20_000, RUNS * 100));

  /** Checks what is left of one of these cables after some things happened to it. */
  function checkLeft(cables: readonly Sample[]): void {
    const cable = fc.constantFrom(...cables).map(one => ({ ...one, toString: () => one.name }));
    const damages = fc.array(fc.oneof(loss, noise, slip, slip), { maxLength: 6 });
    fc.assert(
      fc.property(cable, damages, ({ name, text }, chain) => {
        checkFacts({ name, text: damaged(text, chain) });
      }),
      { seed: SEED, numRuns: RUNS },
    );
  }

  for (const sample of samples)
    it(`gives the facts of ${sample.name}, which holds one telegram`, () => {
      checkFacts(sample);
      equal(scanText(sample.text, sample.name).length, 1);
    });

  it('gives the facts of cables made up for measuring', () => generated.forEach(checkFacts));

  it('gives the facts of whatever is left of a cable', () =>
    checkLeft([...samples, ...generated.slice(0, samples.length)]));

  const folder = process.env.REFTEL_CABLES;
  if (folder !== undefined) {
    it(`gives the facts of the files in ${folder} (REFTEL_CABLES), and of what is left of them`, () => {
      const files = samplesIn(folder);
      ok(files.length > 0);
      files.forEach(checkFacts);
      checkLeft(files);
    });
  }
});
