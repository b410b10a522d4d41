import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { oneLetterAway } from '../../server/src/reference/nearIndex';
import { beginningsNear, beginningsOf, mayBegin } from '../../server/src/text/beginnings';

const WORDS = ['REF', 'TAGS', 'SUBJECT', 'CLASSIFIEDBY', 'SECRET'];
const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0189');

/** A word of which one letter is lost, doubled, changed or swapped with the next, or that has one too many. */
const slips = fc
  .tuple(fc.constantFrom(...WORDS), fc.nat(), letter, fc.nat(3))
  .map(([word, place, other, kind]) => {
    const at = place % word.length;
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (kind === 0) return head + tail.slice(1);
    if (kind === 1) return head + other + tail;
    if (kind === 2) return head + other + tail.slice(1);
    return head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2);
  });

describe('a look at the first letters', () => {
  it('passes over no word that is one letter away', () => {
    const near = beginningsNear(WORDS);
    fc.assert(
      fc.property(slips, fc.constantFrom('', ' ', ': PREL'), fc.boolean(), (word, behind, small) => {
        ok(WORDS.some(sound => word === sound || oneLetterAway(sound, word)));
        const line = word + behind;
        ok(mayBegin(near, small ? line.toLowerCase() : line), line);
      }),
    );
  });

  it('passes over most other words', () => {
    const near = beginningsNear(WORDS);
    for (const line of ['SIPDIS', 'NOFORN', 'DEPT FOR NEA', 'MUSCAT 00000250', 'PASS', ''])
      equal(mayBegin(near, line), false, line);
  });

  it('knows words of two letters, whatever stands behind them', () => {
    const beginnings = beginningsOf(['DS', 'VISAS']);
    for (const line of ['DS', 'DS CHANNEL', 'ds/CHANNEL', 'VISAS', 'visas'])
      equal(mayBegin(beginnings, line), true, line);
    for (const line of ['D', 'DIS', 'VIA', 'VS', '']) equal(mayBegin(beginnings, line), false, line);
  });
});
