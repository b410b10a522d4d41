import { deepEqual } from 'node:assert/strict';
import { cableStateOf } from '../../server/src/features/cableState';
import { citedByList, citesList } from '../../server/src/features/citationList';
import { paragraphList } from '../../server/src/features/paragraphList';
import { parseFixture } from '../fixture';
import { readFixture, readingOf, showPlace } from './reading';

const CABLES = `
    § open.txt
    R 241550Z JAN 07
    FM AMEMBASSY MUSCAT
    S E C R E T MUSCAT 000073
    NOFORN
    SUBJECT: TALKS
    REF: A. STATE 16868
         B. MUSCAT 00009

    1. (S) They talked. As reported in
    ref B, they ate. They also read 06 ROME 12.

    § citing.txt
    R 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: MUSCAT 73

    1. (C) They came. See reftel for the talks. They went.

    § cited.txt
    R 021550Z JAN 07
    UNCLAS MUSCAT 000009
    SUBJECT: FOOD

    1. Text.
`;

describe('lists of citations', () => {
  const fixture = parseFixture(CABLES);
  const { reading } = readFixture(CABLES);

  it('name each cable that the open one cites once, with the words around', () => {
    deepEqual(
      citesList(reading).map(({ mrn, entry, place, sentence }) => [
        mrn,
        entry?.uri ?? '-',
        showPlace(fixture, place),
        sentence,
      ]),
      [
        ['07STATE16868', '-', 'open.txt:5:8 STATE 16868', 'STATE 16868'],
        ['07MUSCAT9', 'cited.txt', 'open.txt:6:8 MUSCAT 00009', 'MUSCAT 00009'],
        ['06ROME12', '-', 'open.txt:9:32 06 ROME 12', '¶1 They also read 06 ROME 12.'],
      ],
    );
  });

  it('name the places that cite a cable, with their sentences', () => {
    const { items, truncated } = citedByList(reading, '07MUSCAT73');
    deepEqual(
      [...items.map(({ mrn, place, sentence }) => [mrn, showPlace(fixture, place), sentence]), truncated],
      [
        ['07MUSCAT154', 'citing.txt:3:5 MUSCAT 73', 'MUSCAT 73'],
        ['07MUSCAT154', 'citing.txt:5:22 reftel', '¶1 See reftel for the talks.'],
        false,
      ],
    );
    deepEqual(citedByList(reading, '07MUSCAT73', { limit: 1 }).truncated, true);
  });

  it('sum up the open cable', () => {
    const state = cableStateOf(reading);
    deepEqual(
      [state.mrn, state.classification, state.captions, state.citedBy, state.cites, state.citesHere],
      ['07MUSCAT73', 'SECRET', ['NOFORN'], 1, 3, 1],
    );
  });

  it('list paragraphs with their marks and first words', () => {
    const [, citing] = fixture.files;
    if (!citing) throw new Error('the fixture has no second file');
    deepEqual(
      paragraphList(readingOf(fixture, citing).cable).map(({ number, marking, words }) => [
        number,
        marking,
        words,
      ]),
      [[1, 'C', 'They came. See reftel for the talks. They went.']],
    );
  });
});
