import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import wasm from '../../server/plain/testing/endings.wasm';
import { stationAliases } from '../../server/src/reference/posts';
import { knownPosts, stationEndings } from '../../server/src/reference/stations';
import { instantiate } from './assembly';

const endings = instantiate<{
  readonly ask: (length: number) => number;
  readonly may: (length: number) => number;
}>(wasm);
const names = [...knownPosts(), ...stationAliases().keys()];

/** What the parser knows of some letters at the end of a name. */
function expected(letters: string): number {
  let ending: typeof stationEndings | undefined = stationEndings;
  for (const letter of [...letters].reverse()) ending = ending?.before[letter.charCodeAt(0) & 31];
  return ending === undefined ? 0 : ending.isName ? 2 : 1;
}

describe('endings of names in the plain reader', () => {
  const is = (letters: string) => equal(endings.ask(endings.put(letters)), expected(letters), letters);

  it('are those of each station, by whatever name', () => {
    for (const name of names)
      for (let i = 0; i < name.length; i++)
        for (const before of ['', 'A', 'N', 'U', 'Z']) is(before + name.slice(i));
  });

  it('are no others', () => {
    const end = fc.constantFrom(...names).chain(name => fc.nat(name.length).map(at => name.slice(at)));
    const letters = fc.string({ unit: fc.constantFrom(...'ABENOSTUabenostu'), maxLength: 6 });
    fc.assert(fc.property(letters, end, (some, one) => is(some + one)));
    fc.assert(fc.property(letters, is));
  });

  it('let words pass that may be one by their last letters, and hardly others', () => {
    const passes = (word: string) => endings.may(endings.put(` ${word}`)) !== 0;
    for (const name of names)
      for (let i = 0; i <= name.length - 2; i++)
        for (const word of [name.slice(i), name.slice(i).toLowerCase()]) equal(passes(word), true, word);
    for (const word of 'the some of agree June July August September October November December'.split(' '))
      equal(passes(word), false, word);
  });
});
