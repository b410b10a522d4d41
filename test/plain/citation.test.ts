import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { type CableNumber, findCableNumbers } from '../../server/src/cable/citation';
import { splitMrn } from '../../server/src/cable/identity';
import { postKey } from '../../server/src/reference/posts';
import { keyOf, lettersOf, numbersIn } from './citationReader';
import { names, numberTexts, telegrams } from './citationTexts';

const RUNS = 2000;

/** What the parser finds, as the plain reader tells it. */
function plain({ start, end, post, mrn, yearSource: source }: CableNumber) {
  const name = post && { start: post.start, isCapital: /^[A-Z]/.test(post.name) };
  return { start, end, name, ...splitMrn(mrn), source };
}

describe('stations of the plain reader', () => {
  it('are told by the letters of a name', () => {
    for (const name of names) {
      if (/^[ -~]*$/.test(name)) equal(lettersOf(keyOf(name)), postKey(name), name);
      else equal(keyOf(name), -1, name);
    }
    equal(keyOf('muscat'), keyOf('Mus.cat'));
  });

  it('are none without letters, or with more than an id has', () => {
    equal(keyOf('...'), -1);
    equal(lettersOf(keyOf('A'.repeat(40))), 'A'.repeat(40));
    equal(keyOf('A'.repeat(41)), -1);
  });
});

describe('cable numbers of the plain reader', () => {
  it('are found as the parser finds them', () => {
    let sure = 0;
    fc.assert(
      fc.property(numberTexts, telegrams, fc.boolean(), (text, citing, knownOnly) => {
        const numbers = numbersIn(text, citing, knownOnly);
        if (!numbers) return;
        sure++;
        deepEqual(numbers, findCableNumbers(text, citing, knownOnly).map(plain));
      }),
      { numRuns: RUNS },
    );
    equal(sure > 0.8 * RUNS, true, `sure of ${sure} in ${RUNS}`);
  });
});
