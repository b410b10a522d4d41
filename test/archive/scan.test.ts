import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { factsOf } from '../../server/src/archive/facts';
import { scanText } from '../../server/src/archive/scan';
import { parseDocument } from '../../server/src/cable/document';
import { parseCable } from '../../server/src/cable/parse';
import { damaged, loss, noise } from '../cable/damage';
import { samples } from '../cable/samples';

const SEED = Number(process.env.REFTEL_SEED ?? 20070124);
const RUNS = Number(process.env.REFTEL_RUNS ?? 500);

describe(`scan of a text (REFTEL_SEED=${SEED} REFTEL_RUNS=${RUNS})`, function () {
  this.timeout(Math.max(20_000, RUNS * 100));

  for (const { name, text } of samples)
    it(`gives the facts of ${name}`, () =>
      deepEqual(scanText(text, name), [factsOf(parseCable(text, name))]));

  it('gives the facts of whatever is left of a cable', () => {
    const sample = fc.constantFrom(...samples).map(one => ({ ...one, toString: () => one.name }));
    const damages = fc.array(fc.oneof(loss, noise), { maxLength: 6 });
    fc.assert(
      fc.property(sample, damages, ({ name, text }, chain) => {
        const left = damaged(text, chain);
        deepEqual(scanText(left, name), parseDocument(left, name).map(factsOf));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
