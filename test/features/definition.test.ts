import { deepEqual, equal } from 'node:assert/strict';
import { definitionAt } from '../../server/src/features/definition';
import { caretOf, parseFixture } from '../fixture';
import { expectedPlaces, readingOf, showPlace } from './reading';

/** The caret `▮` leads to the ranges `⟦ ⟧` and nowhere else. */
function checkDefinition(text: string): void {
  const fixture = parseFixture(text);
  const { file, offset } = caretOf(fixture);
  const definition = definitionAt(readingOf(fixture, file), offset);
  const places = definition?.places.map(place => showPlace(fixture, place)) ?? [];
  deepEqual([...places].sort(), [...expectedPlaces(fixture)].sort());
}

const CITED = `
    § cited.txt
    R 241550Z JAN 07
    FM AMEMBASSY MUSCAT

    ⟦S E C R E T MUSCAT 000073⟧

    SUBJECT: TALKS

    1. (S) Text.
`;

describe('definition', () => {
  it('goes from an entry of the list to the classification line, whatever the zeros', () => {
    checkDefinition(`
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. STATE 16868
         B. MUSC▮AT 00073

    1. (C) Text.
    ${CITED}`);
  });

  it('goes there from the letter of the entry', () => {
    checkDefinition(`
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. STATE 16868
         ▮B. MUSCAT 00073

    1. (C) Text.
    ${CITED}`);
  });

  for (const mention of ['r▮ef B', 'refs A and ▮B', '▮reftel B']) {
    it(`goes there from ${mention.replace('▮', '')} in the text`, () => {
      checkDefinition(`
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. STATE 16868
         B. MUSCAT 73

    1. (C) As he said (${mention}), talks go on.
    ${CITED}`);
    });
  }

  it('goes from reftel to the one cable listed', () => {
    checkDefinition(`
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: MUSCAT 73

    1. (C) As he said (ref▮tel), talks go on.
    ${CITED}`);
  });

  it('goes from reftel to all cables found, of several listed', () => {
    checkDefinition(`
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. MUSCAT 73
         B. MUSCAT 74
         C. MUSCAT 75

    1. (C) As he said (ref▮tel), talks go on.
    § other.txt
    R 251550Z JAN 07
    ⟦S E C R E T MUSCAT 000075⟧
    SUBJECT: OTHER TALKS

    1. (S) Text.
    ${CITED}`);
  });

  it('goes there from an id in the text', () => {
    checkDefinition(`
    § citing.txt
    P 141412Z FEB 08
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS

    1. (C) As reported in 07 MUS▮CAT 73, talks go on.
    ${CITED}`);
  });

  it('goes to every file that holds the cable', () => {
    checkDefinition(`
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: MUSCAT ▮73

    1. (C) Text.
    § copy.txt
    R 241550Z JAN 07
    ⟦S E C R E T MUSCAT 000073⟧
    SUBJECT: TALKS

    1. (S) Text, a longer one.
    ${CITED}`);
  });

  it('goes from a letter to its entry where the cable is not in the workspace', () => {
    checkDefinition(`
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. STATE 16868
         B. ⟦MUSCAT 00073⟧

    1. (C) As he said (ref ▮B), talks go on.
    `);
  });

  it('goes from a letter to its entry where that is no cable', () => {
    checkDefinition(`
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. ⟦SMITH-JONES EMAIL OF 02/03/07⟧
         B. MUSCAT 00073

    1. (C) As he said (ref ▮A), talks go on.
    `);
  });

  it('goes nowhere from an entry whose cable is not in the workspace', () => {
    checkDefinition(`
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. STATE ▮16868

    1. (C) Text.
    `);
  });

  it('goes nowhere from septel, and from other text', () => {
    for (const words of ['sep▮tel', 'to▮day']) {
      checkDefinition(`
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: MUSCAT 73

    1. (C) As he said (${words}), talks go on.
    § cited.txt
    R 241550Z JAN 07
    S E C R E T MUSCAT 000073
      `);
    }
  });

  it('says which text the jump starts from', () => {
    const fixture = parseFixture(`
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. STATE 16868
         B. MUSCAT 00073

    1. (C) As he said (⟦ref ▮B⟧), talks go on.
    `);
    const { file, offset } = caretOf(fixture);
    const origin = definitionAt(readingOf(fixture, file), offset)?.origin;
    equal(origin && file.text.slice(origin.start, origin.end), 'ref B');
  });
});
