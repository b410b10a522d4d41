import { readFileSync } from 'node:fs';
import { checkDiagnostics, checkFix, checkRelated, checkSilent } from './check';

const smart = (number: string, date: string) => `
  UNCLASSIFIED

  MRN:              ${number}
  Date/DTG:         ${date}
  From:             AMEMBASSY LISBON
  Action:           WASHDC, SECSTATE ROUTINE
  E.O.:             13526
  TAGS:             ECON, PO
  Subject:          Two Floating Wind Farms

  1.  (U)  The energy ministry will lease two areas.

  Signature:        Whitcombe
`;

describe('smart-date-mismatch', () => {
  it('compares the date with the day of the date-time group', () => {
    const wrong = smart('21 LISBON 412', '⟦Mar 10, 2021⟧ / 091512Z MAR 21');
    const message = 'Date Mar 10, 2021 and DTG 091512Z MAR 21 are different days.';
    checkDiagnostics('smart-date-mismatch', wrong, message);
    checkRelated('smart-date-mismatch', wrong.replace(/[⟦⟧]/g, ''), '091512Z MAR 21');
  });

  it('compares the year of the MRN with that of the date-time group', () => {
    checkDiagnostics(
      'smart-date-mismatch',
      smart('⟦20⟧ LISBON 412', 'Mar 09, 2021 / 091512Z MAR 21'),
      'MRN year 20 and DTG 091512Z MAR 21 are different years.',
    );
  });

  it('is silent where all agree, or one cannot be read', () => {
    checkSilent('smart-date-mismatch', smart('21 LISBON 412', 'Mar 09, 2021 / 091512Z MAR 21'));
    checkSilent('smart-date-mismatch', smart('2021 LISBON 412', 'March 9, 2021 / 091512Z MAR 21'));
    checkSilent('smart-date-mismatch', smart('21 LISBON 412', '091512Z MAR 21'));
    checkSilent('smart-date-mismatch', smart('21 LISBON 412', 'Mar 09, 2021 / 391512Z MAR 21'));
  });
});

const scan = (time: string, order: string) => `
  RELEASED IN FULL
  CONFIDENTIAL
  PAGE 01         USUN N  01817  01 OF 01  300131Z
  ACTION IO-16

  INFO  LOG-00  AF-01  /054W
                    ------------------041323  300132Z /38
  ${time}
  FM USMISSION USUN NEW YORK
  TO SECSTATE WASHDC 3310
  C O N F I D E N T I A L USUN NEW YORK 001817
  ${order}
  TAGS: PREL, UN
  SUBJECT: MEETING ON THE HARBOR
  1.  CONFIDENTIAL - ENTIRE TEXT.
  2.  THE COUNCIL MET.
  DOE
  CONFIDENTIAL
`;

describe('ocr-suspect', () => {
  it('shows the first misread word, and how many there are', () => {
    checkDiagnostics(
      'ocr-suspect',
      scan('R ⟦3001302⟧ APR 94', 'E.O. 12356: DECL: OADR'),
      '3001302 read as 300130Z.',
    );
    checkDiagnostics(
      'ocr-suspect',
      scan('R ⟦3001302⟧ APR 94', 'E.0. I2356: DECL: OADR'),
      '3001302 read as 300130Z; so are 2 other words.',
    );
  });

  it('puts right all of them', () => {
    const text = (time: string, order: string) => scan(time, order).replace(/^ {2}/gm, '').slice(1);
    checkFix(
      'ocr-suspect',
      text('R 3001302 APR 94', 'E.0. 12356: DECL: OADR'),
      'Replace all 2 misread words',
      text('R 300130Z APR 94', 'E.O. 12356: DECL: OADR'),
    );
    checkFix(
      'ocr-suspect',
      text('R 3001302 APR 94', 'E.O. 12356: DECL: OADR'),
      'Write 300130Z',
      text('R 300130Z APR 94', 'E.O. 12356: DECL: OADR'),
    );
  });

  it('is silent where nothing was misread, and in running text', () => {
    checkSilent('ocr-suspect', scan('R 300130Z APR 94', 'E.O. 12356: DECL: OADR'));
    const clean = scan('R 300130Z APR 94', 'E.O. 12356: DECL: OADR');
    checkSilent('ocr-suspect', clean.replace('THE COUNCIL MET', 'THE C0UNCIL MET AT 2OO HOURS'));
    checkSilent('ocr-suspect', readFileSync('test/golden/dialects/sas/01.txt', 'utf8'));
  });
});
