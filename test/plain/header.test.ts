import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { textOf } from '../bench/generate/cable';
import { planOf } from '../bench/generate/plan';
import { damaged, loss, noise } from '../cable/damage';
import { samples } from '../cable/samples';
import { takesHeader } from './headers';

/** A text as a file has it: half a surrogate pair cannot be written. */
const written = (text: string) => Buffer.from(text).toString();

describe('headers in the plain reader', () => {
  it('are read as the parser does in cables', () => {
    const taken = samples.filter(({ text }) => takesHeader(text.replaceAll('\t', ' ')));
    equal(taken.length > samples.length / 4, true, `${taken.length} of ${samples.length}`);
  });

  it('are read in nearly all cables made up for measuring', () => {
    const plan = planOf(1000);
    const declined = Array.from({ length: plan.size }, (_, row) => row).filter(
      row => !takesHeader(textOf(plan, row)),
    );
    deepEqual(declined, []);
  });

  it('are read as the parser does in damaged cables', () => {
    const text = fc.oneof(
      fc.constantFrom(...samples.map(sample => sample.text)),
      fc.nat(999).map(row => textOf(planOf(1000), row)),
    );
    fc.assert(
      fc.property(text, fc.array(fc.oneof(loss, noise), { maxLength: 3 }), (one, damages) => {
        takesHeader(written(damaged(one, damages)));
      }),
      { numRuns: 1000 },
    );
  });
});
