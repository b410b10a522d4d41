import { deepEqual, equal } from 'node:assert/strict';
import { headline } from '../../../server/src/features/bibliography/headline';

function checkHeadline(subject: string, expected: string, body = ''): void {
  equal(headline(subject, body).text, expected);
}

/** The Chicago Manual of Style, 17th edition, 8.159 and 8.161; the subjects are made up. */
describe('a subject in headline style', () => {
  it('writes small articles, conjunctions, to, as and prepositions, but not first or last (8.159, 1-5)', () => {
    checkHeadline(
      'THE MINISTER AND THE PORT: A VIEW FROM WITHIN THE GULF',
      'The Minister and the Port: A View from within the Gulf',
    );
    checkHeadline('AS TALKS GO ON', 'As Talks Go On');
    checkHeadline('WHAT THE OPPOSITION STANDS FOR', 'What the Opposition Stands For');
    checkHeadline('SETTING UP A COMMISSION TO LOOK INTO AID', 'Setting Up a Commission to Look into Aid');
  });

  it('begins again behind a colon, a dash or a question (8.159, 1)', () => {
    checkHeadline('ELECTIONS -- A FIRST LOOK', 'Elections -- A First Look');
    checkHeadline('WHO NEXT? THE SUCCESSION', 'Who Next? The Succession');
    checkHeadline('A PORT IS "A STEP" AHEAD', 'A Port Is "A Step" Ahead');
  });

  it('writes the parts of a compound large, but for small words (8.161)', () => {
    checkHeadline('DAY-TO-DAY WORK ON NON-PROLIFERATION', 'Day-to-Day Work on Non-Proliferation');
  });

  it('leaves abbreviations in capitals', () => {
    checkHeadline('GCC SUMMIT, U.S. VIEWS AND THE UAE', 'GCC Summit, U.S. Views and the UAE');
    checkHeadline('SALE OF S-300 AND F16 TO IRAN', 'Sale of S-300 and F16 to Iran');
    checkHeadline("NATO'S 60TH SUMMIT AND THE 1990S", "NATO's 60th Summit and the 1990s");
    checkHeadline(
      'TALKS WITH THE FREEDOM PARTY (FP) AND ISAM (OBOE)',
      'Talks with the Freedom Party (FP) and Isam (OBOE)',
    );
  });

  it('takes from the text what is a word, a name, an abbreviation', () => {
    const body =
      'The who of it: Mr. Tarik met MOCI, who\nwill build a port. The IT office said that the it factor is MOCI.';
    checkHeadline('MOCI, IT AND TARIK: WHO BUILDS THE PORT', 'MOCI, It and Tarik: Who Builds the Port', body);
    checkHeadline('MOCI AND TARIK', 'Moci and Tarik');
  });

  it('leaves a word with small letters as it is', () => {
    checkHeadline('OMAN: al-Jazeera VISITS', 'Oman: al-Jazeera Visits');
    checkHeadline('', '');
  });

  it('says which words keep their capitals in any style', () => {
    const { text, fixed } = headline('A PORT IN OMAN AND THE GCC', '');
    deepEqual(
      fixed.map(({ start, end }) => text.slice(start, end)),
      ['Oman', 'GCC'],
    );
  });
});
