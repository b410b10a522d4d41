import { deepEqual, equal } from 'node:assert/strict';
import { letteredReference, misspeltKeyword } from '../../server/src/cable/unusualKeyword';

describe('a keyword that only what stands around it shows', () => {
  it('has a slip in it, wherever that is', () => {
    for (const [line, keyword] of [
      ['AGS: PREL, MU', 'tags'],
      ['TTAGS PREL, MU', 'tags'],
      ['ATGS. PREL, MU', 'tags'],
      ['7AGS: PREL, MU', 'tags'],
      ['USBJECT: PORT FEES', 'subject'],
      ['SUBJECTT: PORT FEES', 'subject'],
      ['EF: SANAA 12', 'references'],
      ['RE: SANAA 12', 'references'],
      ['CALSSIFIED BY DCM DOE', 'authority'],
      ['LASSIFIED BY: DCM DOE', 'authority'],
      ['E.P. 12958: DECL: 04/10/2018', 'executive-order'],
      ['EP 12958', 'executive-order'],
      ['f. o. 12958', 'executive-order'],
      ['O.E. 12958', 'executive-order'],
    ] as const)
      equal(misspeltKeyword(line, () => false)?.keyword, keyword, line);
  });

  it('is none where its field is there or holds something else', () => {
    equal(
      misspeltKeyword('TABS: PREL, MU', keyword => keyword === 'tags'),
      null,
    );
    for (const line of [
      'TABS: THE MINISTER',
      'RE: THE MINISTER',
      'E.P. 99999',
      'E.P. WAS HERE',
      'STATE FOR NEA',
      '',
    ])
      equal(
        misspeltKeyword(line, () => false),
        null,
        line,
      );
  });

  it('has a letter behind it that goes on from the line before or to the one behind', () => {
    const found = { keyword: 'references', start: 0, end: 3 };
    deepEqual(letteredReference('REF B STATE 71344', 'REF A SANAA 12', ''), found);
    deepEqual(letteredReference('ref a state 71344', '', 'Ref (B) Sanaa 12'), found);
    equal(letteredReference('REF B STATE 71344', 'REF C SANAA 12', 'REF A DOHA 5'), null);
  });
});
