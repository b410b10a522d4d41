import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { type CableFacts, factsOf } from '../../server/src/archive/facts';
import { scanText } from '../../server/src/archive/scan';
import { parseCable } from '../../server/src/cable/parse';
import { looksLikeCable } from '../../server/src/cable/recognise';
import { damaged, loss, noise } from '../cable/damage';
import { samples } from '../cable/samples';

const SEED = Number(process.env.REFTEL_SEED ?? 20070124);
const RUNS = Number(process.env.REFTEL_RUNS ?? 500);

/** What a whole reading gives. */
function factsByParse(text: string, path: string): CableFacts | null {
  return looksLikeCable(text) ? factsOf(parseCable(text, path)) : null;
}

describe(`scan (REFTEL_SEED=${SEED} REFTEL_RUNS=${RUNS})`, function () {
  this.timeout(Math.max(20_000, RUNS * 100));

  for (const { name, text } of samples)
    it(`gives the facts of ${name}`, () => deepEqual(scanText(text, name), factsByParse(text, name)));

  it('gives the facts of whatever is left of a cable', () => {
    const sample = fc.constantFrom(...samples).map(one => ({ ...one, toString: () => one.name }));
    const damages = fc.array(fc.oneof(loss, noise), { maxLength: 6 });
    fc.assert(
      fc.property(sample, damages, ({ name, text }, chain) => {
        const left = damaged(text, chain);
        deepEqual(scanText(left, name), factsByParse(left, name));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('tells a text that is no cable', () => {
    equal(scanText('', 'a.txt'), null);
    equal(scanText('Dear Sir,\n\nplease find enclosed.\n', 'a.txt'), null);
  });
});
