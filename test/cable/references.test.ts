import { deepEqual } from 'node:assert/strict';
import { cableWith } from './made';

/** The entries of a REF field in a telegram of April 2008, 08MUSCAT250: label, then id or kind. */
function checkReferences(ref: string, expected: readonly string[]): void {
  const items = cableWith({ ref }).references?.items ?? [];
  deepEqual(
    items.map(({ label, mrn, kind }) => `${label?.value ?? '-'} ${mrn ?? kind}`),
    expected,
  );
}

describe('references', () => {
  for (const [what, ref, expected] of [
    ['a serial torn by a sign', 'REF: A. SANAA 3#7 B. DOHA 5', ['A other', 'B 08DOHA5']],
    ['a time whose Z was misread', 'REF: USINFO 1502452 OCT 07', ['- dtg']],
    ['one without a letter', 'REF: SANAA 12', ['- 08SANAA12']],
    ['letters on lines', 'REF: A. SANAA 12\nB. 07 MUSCAT 00034', ['A 08SANAA12', 'B 07MUSCAT34']],
    ['letters behind pilcrows', 'REF: A. SANAA 12\n¶B. DOHA 5', ['A 08SANAA12', 'B 08DOHA5']],
    [
      'letters behind artefacts',
      'REF: A. SANAA 12\n[1](#)B. DOHA 5\n**1**C. DOHA 6\n1D. DOHA 7',
      ['A 08SANAA12', 'B 08DOHA5', 'C 08DOHA6', 'D 08DOHA7'],
    ],
    [
      'letters on one line',
      'REF: A) SANAA 12, B) DOHA 5; C) DOHA 6',
      ['A 08SANAA12', 'B 08DOHA5', 'C 08DOHA6'],
    ],
    ['letters in parentheses', 'REF: (A) SANAA 12 (B) DOHA 5', ['A 08SANAA12', 'B 08DOHA5']],
    ['letters printed twice', 'REF: A. A) SANAA 12\n¶B. B) DOHA 5', ['A 08SANAA12', 'B 08DOHA5']],
    ['a word before the letter', 'REF: A. REF A: SANAA 12\n¶B. REF B: DOHA 5', ['A 08SANAA12', 'B 08DOHA5']],
    ['a year behind', 'REF: SANAA 12 (07)', ['- 07SANAA12']],
    ['four digits of the year', 'REF: 2006 TEL AVIV 0012', ['- 06TELAVIV12']],
    ['a year glued to the station', 'REF: 07SANAA 012', ['- 07SANAA12']],
    ['the last century', 'REF: 98 SANAA 12', ['- 98SANAA12']],
    ['a series', 'REF: 07 STATE 152317 AND 159388', ['- 07STATE152317', '- 07STATE159388']],
    ['another name of the station', 'REF: SECSTATE 12345', ['- 08STATE12345']],
    ['its own serial, but higher: the year before', 'REF: MUSCAT 900', ['- 07MUSCAT900']],
    ['its own serial, next in a pair', 'REF: MUSCAT 251', ['- 08MUSCAT251']],
    ['a list over blank lines', 'REF: A. SANAA 12\n\nB. DOHA 5', ['A 08SANAA12', 'B 08DOHA5']],
    [
      'a page line inside',
      'REF: A. SANAA 12\n\nMUSCAT 00000250 001.2 OF 002\n\nB. DOHA 5',
      ['A 08SANAA12', 'B 08DOHA5'],
    ],
    ['a wrapped serial', 'REF: A) SANAA 12, B) 07 TEL AVIV \n0953', ['A 08SANAA12', 'B 07TELAVIV953']],
    ['an e-mail', 'REF: DOE - ROE EMAIL 06 MARCH 08', ['- email']],
    ['an intelligence report', 'REF: A. IIR 6 902 9642 06', ['A iir']],
    ['an open source report', 'REF: A. OSC EUP20080707950031', ['A osc']],
    ['a message by its time', 'REF: SECDEF 162245Z MAR 08', ['- dtg']],
    ['a series of short serials', 'REF: 07 SANAA 12 AND 13', ['- 07SANAA12', '- 07SANAA13']],
    ['a series with commas', 'REF: SANAA 12, 13 & 14', ['- 08SANAA12', '- 08SANAA13', '- 08SANAA14']],
    ...['+', '&', '(NOTAL)&'].map(
      sign => [`a series behind ${sign}`, `REF: SANAA 12${sign}13`, ['- 08SANAA12', '- 08SANAA13']] as const,
    ),
    ['a series behind a year', 'REF: SANAA 12 (07)/13', ['- 07SANAA12', '- 07SANAA13']],
    ['an open source report like a station', 'REF: KPP 123456', ['- osc']],
    ['an airgram like a station', 'REF: AN KAR A-12', ['- airgram']],
    ['an airgram like its own station', 'REF: MUSC A-12', ['- airgram']],
    ['a series behind NOTAL', 'REF: SANAA 12 (NOTAL), 13', ['- 08SANAA12', '- 08SANAA13']],
    ...['TOSEC', 'SECTO', 'TOPAR', 'PARTO', 'TODEP', 'DEPTO'].map(
      party =>
        [`a number of the series ${party}`, `REF: STATE 12345 ${party} 12345`, ['- 08STATE12345']] as const,
    ),
    [
      'a number of such a series in parentheses',
      'REF: STATE 12345 (TOSEC 12345), SANAA 12',
      ['- 08STATE12345', '- 08SANAA12'],
    ],
    [
      'above text that no blank line sets off',
      'REF: SANAA 12\nWE AGREE THAT YOU SHOULD SEEK AN APPOINTMENT WITH THE MINISTER\nAS SOON AS YOU CAN. FYI. THIS IS NEW. END FYI. GP-3',
      ['- 08SANAA12'],
    ],
    ['above a sentence', 'REF: SANAA 12\n\nFOLLOWING REPEAT OF DOHA 5 SENT TO YOU.', ['- 08SANAA12']],
    ['a serial torn by a sign that is none of a number', 'REF: SANAA 21?34', ['- other']],
    ['an airgram and a telegram', "REF: SANAA'S A-123 AND SANAA 12", ['- airgram', '- 08SANAA12']],
    [
      'an airgram among others',
      'REF: STATE 12345, 5 FAM 954, A-56',
      ['- 08STATE12345', '- other', '- airgram'],
    ],
    ['a letter for the zero of a year', 'REF: O7 SANAA 12', ['- 07SANAA12']],
    ['a year behind and apart', 'REF: SANAA 12 2006.', ['- 06SANAA12']],
    ['a short code behind the station', 'REF: 07 MADRID SP 12', ['- 07MADRID12']],
    ['its own station cut short', 'REF: MUSC 12', ['- 08MUSCAT12']],
    ['zeros for the letters of a station', 'REF: 0SLO 12', ['- 08OSLO12']],
    ['an apostrophe in the station', 'REF: N’DJAMENA 12', ['- 08NDJAMENA12']],
    ['a station nobody knows', 'REF: NEWPORT 12', ['- 08NEWPORT12']],
    ['words that name no station', 'REF: The Talks 12', ['- other']],
    ['its own serial, higher by five', 'REF: MUSCAT 255', ['- 08MUSCAT255']],
    ['its own serial, higher by six', 'REF: MUSCAT 256', ['- 07MUSCAT256']],
    [
      'letters with one left out',
      'REF: A. SANAA 12\nC. DOHA 5\nF. DOHA 6',
      ['A 08SANAA12', 'C 08DOHA5', 'F 08DOHA6'],
    ],
    ['letters with four left out', 'REF: A. SANAA 12\nE. DOHA 5', ['A 08SANAA12', 'E 08DOHA5']],
    ['what is no letter, for it is too far', 'REF: A. SANAA 12\nF. DOHA 5', ['A 08SANAA12', 'A 08DOHA5']],
    ['a letter that begins an item', 'REF: A. B. SAMPLE EMAIL\nB. DOHA 5', ['A email', 'B 08DOHA5']],
    ['a message by its time, torn apart', 'REF: USCINCEUR 311345 Z MAY 08', ['- dtg']],
    ['an airgram', "REF: A. DOHA A-56; B. DOHA'S A-077 OF MAY 15, 2007", ['A airgram', 'B airgram']],
    ['a telegram without a number', 'REF: A. DOHA (NOTAL) B. SANAA 12', ['A unnumbered', 'B 08SANAA12']],
    [
      "the embassy's and the Department's own series",
      'REF: EMBTEL 164 AND DEPTEL 211',
      ['- 08MUSCAT164', '- 08STATE211'],
    ],
    ["another sender's series", 'REF: CONTEL 164', ['- cable']],
    ['a circular', 'REF: STATE CIRCULAR 115778; CERP 0101', ['- 08STATE115778', '- other']],
    ['a possessive', "REF: DOHA'S 411", ['- 08DOHA411']],
    ['a possessive without its letter', 'REF: DAMASCUS’ 411', ['- 08DAMASCUS411']],
    [
      'a name of two words',
      "REF: TEL AVIV'S 411; PORT-AU-PRINCE 12",
      ['- 08TELAVIV411', '- 08PORTAUPRINCE12'],
    ],
    ['a colon before the serial', 'REF: STATE: 70266', ['- 08STATE70266']],
    [
      'several serials of one station',
      'REF: DOHA 411, 412 AND 415',
      ['- 08DOHA411', '- 08DOHA412', '- 08DOHA415'],
    ],
    ['a serial and a year behind a comma', 'REF: DOHA 411, 2008', ['- 08DOHA411']],
    ['a year in parentheses before', 'REF: SANAA 39; (07) DOHA 86', ['- 08SANAA39', '- 07DOHA86']],
    ['the first letter left out', 'REF: SANAA 39, B.DOHA 86', ['- 08SANAA39', 'B 08DOHA86']],
    [
      'a mission beside an embassy',
      'REF: EC BRUSSELS 4410; IRPO DUBAI 61',
      ['- 08ECBRUSSELS4410', '- 08RPODUBAI61'],
    ],
    ['a serial in pieces', 'REF: 07 STATE 1 O16B4', ['- other']],
    ['a serial in two pieces of digits', 'REF: 07 STATE 1 01644', ['- other']],
    ['a blacked-out station', 'REF: 07 XXXXXXXXXXXX 288', ['- other']],
    [
      'what a post has published',
      'REF: A. DOHA POINTS 20 SEPTEMBER 2007\nB. DIGEST BAHRAIN 2007',
      ['A other', 'B other'],
    ],
    ['a letter of a certain day', 'REF: DOHA 20 SEPTEMBER 2007', ['- other']],
    ['and previous', 'REF: SANAA 12 AND PREVIOUS', ['- 08SANAA12']],
  ] as const) {
    it(`are read: ${what}`, () => checkReferences(ref, expected));
  }

  it('are cables where the station is known and no year is', () => {
    const { references } = cableWith({ dtg: '10', ref: 'REF: A. SANAA 12 AND 13\nB. HIS LETTER OF MAY 3' });
    deepEqual(
      references?.items.map(({ kind, mrn, value }) => [kind, mrn, value]),
      [
        ['cable', null, 'SANAA 12'],
        ['cable', null, '13'],
        ['other', null, 'HIS LETTER OF MAY 3'],
      ],
    );
  });

  it('say how their year is known', () => {
    const { references } = cableWith({ ref: 'REF: A. 07 SANAA 12 AND 13\nB. SANAA 14\nC. MUSCAT 900' });
    deepEqual(
      references?.items.map(({ yearSource }) => yearSource),
      ['printed', 'inherited', 'same-year', 'year-before'],
    );
  });

  it('remember that a copy was not sent to all', () => {
    const { references } = cableWith({ ref: 'REF: A. STATE 111596 (NOTAL)\nB. SANAA 3' });
    deepEqual(
      references?.items.map(({ notal }) => notal),
      [true, false],
    );
  });

  it('are glued where a second letter stands inside a line', () => {
    const { references } = cableWith({ ref: 'REF: A. SANAA 12 **1**B. DOHA 5\nC. DOHA 6' });
    deepEqual(
      references?.items.map(({ glued }) => glued),
      [false, true, false],
    );
  });
});
