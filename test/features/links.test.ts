import { deepEqual } from 'node:assert/strict';
import { highlightsAt } from '../../server/src/features/documentHighlight';
import { linksOf } from '../../server/src/features/documentLinks';
import { caretOf, parseFixture } from '../fixture';
import { readFixture, readingOf } from './reading';

const CITED = `
    § cited.txt
    R 241550Z JAN 07

    S E C R E T MUSCAT 000073
    SUBJECT: TALKS
`;

/** The first file's links stand at its ranges `⟦ ⟧`, and lead to `targets`. */
function checkLinks(text: string, ...targets: readonly string[]): void {
  const { file, reading } = readFixture(text);
  const links = linksOf(reading);
  deepEqual(
    links.map(({ start, end }) => ({ start, end })),
    file.ranges,
  );
  deepEqual(
    links.map(({ target, tooltip }) => `${target} ${tooltip}`),
    targets,
  );
}

/** The highlights at the caret `▮` are the ranges `⟦ ⟧`; `roles` has N for named and U for used. */
function checkHighlights(text: string, roles: string): void {
  const fixture = parseFixture(text);
  const { file, offset } = caretOf(fixture);
  const found = [...highlightsAt(readingOf(fixture, file).cable, offset)].sort((a, b) => a.start - b.start);
  deepEqual(
    found.map(({ start, end }) => ({ start, end })),
    file.ranges,
  );
  deepEqual(found.map(({ role }) => (role === 'named' ? 'N' : 'U')).join(''), roles);
}

describe('document links', () => {
  it('link what is in the workspace to its classification line', () => {
    const target = 'cited.txt#L3 07MUSCAT73 · TALKS';
    checkLinks(
      `
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. STATE 16868
         ⟦B. MUSCAT 00073⟧

    1. (C) As he said (ref A, ⟦ref B⟧), and in ⟦07 MUSCAT 73⟧ again.
    ${CITED}`,
      target,
      target,
      target,
    );
  });

  it('do not link what may be several cables', () => {
    checkLinks(`
    § citing.txt
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: A. STATE 16868
         B. DOHA 00074

    1. (C) As he said (reftels, refs A-B).
    ${CITED}`);
  });

  it('do not lead from a cable to itself', () => {
    checkLinks(`
    P 141412Z FEB 07
    C O N F I D E N T I A L MUSCAT 000154
    SUBJECT: MORE TALKS
    REF: MUSCAT 154

    1. (C) Text.
    `);
  });
});

describe('document highlights', () => {
  for (const [place, text] of [
    [
      'an entry',
      'REF: A. STATE 16868\n⟦B. MUSCAT ▮00073⟧\n\n1. (C) See (ref A, ⟦ref B⟧) and ⟦07 MUSCAT 73⟧.',
    ],
    [
      'a mention',
      'REF: A. STATE 16868\n⟦B. MUSCAT 00073⟧\n\n1. (C) See (ref A, ⟦re▮f B⟧) and ⟦07 MUSCAT 73⟧.',
    ],
  ] as const) {
    it(`mark entry and mentions of a reference, from ${place}`, () => {
      checkHighlights(
        `P 141412Z FEB 07\nC O N F I D E N T I A L MUSCAT 000154\nSUBJECT: MORE TALKS\n${text}`,
        'NUU',
      );
    });
  }

  it('mark where the cable prints its own number', () => {
    checkHighlights(
      `
      P 141412Z FEB 07
      C O N F I D E N T I A L SECTION 01 OF 02 ⟦MUSCAT 000154⟧
      SUBJECT: MORE TALKS

      1. (C) Text.

      ⟦MUSCAT 00▮000154⟧ 002 OF 002

      2. (C) Text.
      `,
      'NU',
    );
  });

  it('mark whole markings, from any letter of them', () => {
    const head = 'P 141412Z FEB 07\n⟦C O N F I ▮D E N T I A L⟧ MUSCAT 000154\nSUBJECT: TALKS\n\n';
    checkHighlights(`${head}1. (C) Text.\n`, 'N');
    const plain = 'C O N F I D E N T I A L MUSCAT 000154\nSUBJECT: TALKS\n\n';
    checkHighlights(`${plain}1. ⟦(▮C)⟧ Text.\n\n2. (U) Text.\n\n3. ⟦(C)⟧ Text.\n`, 'NN');
    checkHighlights(
      `RR RUEHDE\n⟦▮P⟧ R 141412Z FEB 07\nTO RUEHC/SECSTATE WASHDC ⟦PRIORITY⟧ 7\n${plain}`,
      'NN',
    );
    checkHighlights(`R 141412Z FEB 07\n${plain.replace('SUBJ', '⟦E▮.O⟧. 12958: N/A\nSUBJ')}`, 'U');
    checkHighlights(`${plain}1. (C) This is ⟦▮a⟧ test of a cable.\n`, 'U');
  });

  it('mark nothing elsewhere', () => {
    checkHighlights('P 141412Z FEB 07\nC O N F I D E N T I A L MUSCAT 000154\nSUBJECT: MO▮RE TALKS\n', '');
  });
});
