import assert from 'node:assert/strict';
import { LENSES, lensPlaceOf, lensTextOf } from '../../server/src/features/codeLens';
import { textOf } from '../../server/src/text/span';
import { readFixture } from './reading';

function checkLens(text: string, expected: string): void {
  const { file, reading } = readFixture(text);
  assert.equal(LENSES.map(kind => lensTextOf(reading, kind).title).join(' | '), expected);
  const place = lensPlaceOf(reading.cable);
  const [range] = file.ranges;
  assert.equal(place && textOf(file.text, place), range && textOf(file.text, range));
}

const OTHER = (serial: number, refs: string) => `
    § ${serial}-${refs.length}.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT ${serial}
    SUBJECT: TALKS
    ${refs}

    1. (C) Text.
`;

describe('the lenses of a cable', () => {
  it('counts the cables that cite it and how many of those that it cites are here', () => {
    checkLens(
      `
    § open.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000150
    ⟦SUBJECT:⟧ MORE TALKS
    REF: A. MUSCAT 140
         B. MUSCAT 141
         C. MUSCAT 00140
         D. SMITH EMAIL OF 02/03/07

    1. (C) See 07 STATE 1234.
    ${OTHER(140, '')}
    ${OTHER(151, 'REF: MUSCAT 150')}
    ${OTHER(152, 'REF: A. MUSCAT 150\n         B. MUSCAT 151')}`,
      'cited by 2 | cites 3 (1 here)',
    );
  });

  it('says so where nothing cites it, and stands at the class line where there is no subject', () => {
    checkLens('⟦C O N F I D E N T I A L MUSCAT 000150⟧\n\n1. (C) Text.', 'cited by 0 | cites 0');
  });
});
