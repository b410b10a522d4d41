import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../../server/src/cable/parse';
import { recordOf } from '../../../server/src/cable/record';

/** A page of a printout of the 1980s; any line may be given otherwise. */
function printout(lines: Partial<Record<'banner' | 'head' | 'time' | 'from' | 'classLine', string>> = {}) {
  return [
    lines.banner ?? 'TEXT OF TELEGRAM 86TUNIS 008812',
    'ADP410',
    'CONFIDENTIAL',
    lines.head ?? 'PAGE 01 TUNIS 08812 091551Z',
    'ACTION NEA-00',
    'INFO LOG-00 ADS-00 /012 W',
    lines.time ?? 'O 091517Z OCT 86',
    lines.from ?? 'FM AMEMBASSY TUNIS',
    'TO SECSTATE WASHDC IMMEDIATE 9800',
    lines.classLine ?? 'C O N F I D E N T I A L TUNIS 08812',
    'E.O. 12356: DECL: OADR',
    'TAGS: EFIS, TS',
    'SUBJECT: SARDINES',
    '1. CONFIDENTIAL - ENTIRE TEXT.',
    '2. THE BOATS ARE OUT.',
    'CONFIDENTIAL',
    'TEXT OF TELEGRAM 86TUNIS 008812',
    'PAGE 02 TUNIS 08812 091551Z',
    '3. THEY WILL BE BACK.',
    'WENDT',
    'NNNN',
  ].join('\n');
}

describe('the number of a printout of the 1980s', () => {
  const mrn = (text: string) => parseCable(text).mrn;

  it('is printed on each page, which tells what kind of copy it is', () => {
    equal(parseCable(printout()).dialect, 'foia');
    equal(mrn(printout()), '86TUNIS8812');
  });

  it('stands where class line, originator or date cannot be read', () => {
    equal(mrn(printout({ classLine: 'C0NF;IDE;TTAL T:NIS 088' })), '86TUNIS8812');
    equal(mrn(printout({ from: 'FM AMEMRAtt;.T:NIS', classLine: 'S ECR;;' })), '86TUNIS8812');
    equal(mrn(printout({ time: 'O 091517Tee86' })), '86TUNIS8812');
    equal(mrn(printout({ time: 'O 091517Z OCT 96' })), '86TUNIS8812');
    equal(mrn(printout({ classLine: 'C O N F I D E N T I A L TUNIS 08872' })), '86TUNIS8812');
  });

  it('is read through damage of its own', () => {
    equal(mrn(printout({ banner: '6, TEXT 1F TELEGRAM B6TUN1S 00B812' })), '86TUNIS8812');
    equal(mrn(printout({ banner: "TEAT OF TEL'GRAM 86TUNIS 008812 476" })), '86TUNIS8812');
  });

  it('is none where the places disagree', () => {
    const other = printout({
      banner: 'TEXT OF TELEGRAM 86TUNIS 001111',
      head: 'PAGE 01 TUNIS 01111 091551Z',
      classLine: 'S ECR;;',
    });
    equal(mrn(other), null);
  });

  it('may be that of a travelling party, whose second number is passed over', () => {
    const { pageLines } = parseCable(printout({ head: 'PAGE 01 STATE 321944 TOSEC 190125' }));
    deepEqual(
      pageLines.map(({ post, serial }) => [post.value, serial.value]),
      [
        ['STATE', '321944'],
        ['TUNIS', '08812'],
      ],
    );
  });
});

describe('a printout of the 1980s', () => {
  it('ends with its signature, whatever the printer and the reviewer put below', () => {
    for (const foot of ['PAGE NO. 1', 'PAGE NO. I', 'PAGE ND. 2', 'DEPARTMENT OF STATE A/CDC/MR'])
      equal(parseCable(`${printout()}\n${foot}`).signature?.value, 'WENDT', foot);
  });

  it('does not mention itself where its banner comes again', () => {
    deepEqual(
      parseCable(printout()).mentions.map(({ value }) => value),
      [],
    );
  });
});

describe('what stands above the header of a page', () => {
  const record = (...lines: string[]) =>
    recordOf(
      'a.txt',
      parseCable(['PAGE 01 STATE 088412', ...lines, 'O 131842Z APR 76', 'FM SECSTATE WASHDC'].join('\n')),
    );

  it('names offices and no addressees, on as many lines as they take', () => {
    const { distribution, info } = record(
      'ORIGIN NEA-10',
      '',
      'INFO OCT-01 AF-10',
      'SSM-05 SIG-02',
      '/171 R',
    );
    deepEqual(distribution, { action: ['NEA-10'], info: ['OCT-01', 'AF-10', 'SSM-05', 'SIG-02'] });
    deepEqual(info, []);
    equal(record().distribution, null);
  });

  it('tells who wrote, approved and cleared it', () => {
    const { draftedBy, approvedBy, clearedBy } = record(
      'ORIGIN NEA-10',
      'DRAFTED BY: NEA/P:WBLAKE:DP',
      'APPROVED BY NEA/P:WBLAKE',
      'S/PRS - MR. CARR',
      'EUR:TWSTONE HA:JMOSS',
      'DESIRED DISTRIBUTION',
      'S/S, NEA ONLY',
      '------------------021558 030526Z /20',
    );
    equal(draftedBy, 'NEA/P:WBLAKE:DP');
    equal(approvedBy, 'NEA/P:WBLAKE');
    deepEqual(clearedBy, ['S/PRS - MR. CARR', 'EUR:TWSTONE', 'HA:JMOSS']);
  });
});
