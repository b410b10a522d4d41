import { deepEqual } from 'node:assert/strict';
import { referencesAt } from '../../server/src/features/references';
import { caretOf, parseFixture } from '../fixture';
import { expectedPlaces, readingOf, showPlace } from './reading';

/** For the caret `▮`, the places that cite are the ranges `⟦ ⟧` and no others. */
function checkReferences(text: string, includeDeclaration = false): void {
  const fixture = parseFixture(text);
  const { file, offset } = caretOf(fixture);
  const { items, truncated } = referencesAt(readingOf(fixture, file), offset, includeDeclaration);
  const places = items.map(place => showPlace(fixture, place));
  deepEqual([[...places].sort(), truncated], [[...expectedPlaces(fixture)].sort(), false]);
}

describe('references', () => {
  it('finds who cites this cable, whatever the zeros', () => {
    checkReferences(`
      § a.txt
      R 241550Z JAN 07
      S E C R E T MUSCAT ▮000073
      § b.txt
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: A. STATE 16868
           B. ⟦MUSCAT 00073⟧

      1. (C) As he said (⟦ref B⟧), talks go on.
      § c.txt
      P 141412Z FEB 08
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: OTHER TALKS
      REF: MUSCAT 73

      1. (C) Text.
    `);
  });

  it('adds the classification line for those who ask for the declaration', () => {
    const text = `
      § a.txt
      R 241550Z JAN 07
      ⟦S E C R E T MUSCAT 000073⟧
      SUBJECT: TA▮LKS
      § b.txt
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: ⟦MUSCAT 00073⟧

      1. (C) Text.
    `;
    checkReferences(text, true);
  });

  it('finds from a reference who else cites that cable', () => {
    checkReferences(`
      § b.txt
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: ⟦MUSCAT ▮00073⟧

      1. (C) Text.
      § c.txt
      P 151412Z FEB 07
      C O N F I D E N T I A L DOHA 000012
      SUBJECT: OTHER TALKS

      1. (C) See ⟦07 MUSCAT 73⟧.
      § d.txt
      P 151412Z FEB 07
      C O N F I D E N T I A L DOHA 000013
      SUBJECT: NOT THESE TALKS
      REF: MUSCAT 154

      1. (C) Text.
    `);
  });

  it('finds entry and mentions of an e-mail in the open cable', () => {
    const text = `
      P 141412Z FEB 07
      C O N F I D E N T I A L MUSCAT 000154
      SUBJECT: MORE TALKS
      REF: A. ⟦SMITH-JONES EMAIL OF 02/03/07⟧
           B. MUSCAT 00073

      1. (C) As he said (⟦ref ▮A⟧), talks go on.
    `;
    checkReferences(text.replace('A. ⟦', '⟦A. '), true);
    checkReferences(text.replace('A. ⟦', 'A. ').replace('02/03/07⟧', '02/03/07'));
  });

  it('finds nothing in a text without an id', () => {
    checkReferences('SUBJECT: TA▮LKS\n');
  });
});
