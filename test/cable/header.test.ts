import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { cableWith } from './made';

describe('the classification line', () => {
  for (const [line, expected] of [
    ['C O N F I D E N T I A L MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250'],
    ['S E C R E T SECTION 01 OF 02 TEL AVIV 000012', 'SECRET sound 08TELAVIV12 1/2'],
    ['UNCLAS MUSCAT 000250', 'UNCLASSIFIED sound 08MUSCAT250'],
    ['UNCLASSIFIED MUSCAT 5055', 'UNCLASSIFIED sound 08MUSCAT5055'],
    ['SECRET MUSCAT 000250', 'SECRET sound 08MUSCAT250'],
    ['CONFIDENTIAL MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250'],
    ['TOP SECRET MUSCAT 000250', 'TOP SECRET sound 08MUSCAT250'],
    ['T O P  S E C R E T SECTION 01 OF 02 MUSCAT 000250', 'TOP SECRET sound 08MUSCAT250 1/2'],
    ['TOPSECRET MUSCAT 000250', 'TOP SECRET sound 08MUSCAT250'],
    ['LIMITED OFFICIAL USE MUSCAT 00250', 'LIMITED OFFICIAL USE sound 08MUSCAT250'],
    ['S E C R E T NOFORN MUSCAT 000250', 'SECRET sound 08MUSCAT250'],
    ['SECRET/NODIS MUSCAT 000250', 'SECRET sound 08MUSCAT250'],
    ['CONFIDENTIAL//NOFORN SECTION 01 OF 02 MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250 1/2'],
    ['cnfidential MUSCAT 000250', 'CONFIDENTIAL damaged 08MUSCAT250'],
    ['SS E C R E T MUSCAT 000250', 'SECRET damaged 08MUSCAT250'],
    ['E C R E T MUSCAT 000250', 'SECRET damaged 08MUSCAT250'],
    ['CC O N F I D E N T I A L MUSCAT 000250', 'CONFIDENTIAL damaged 08MUSCAT250'],
    ['C ONFIDENTIAL SECTION 01 of 03 MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250 1/3'],
    ['CONFIDENTIALSECTION 01 OF 04 MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250 1/4'],
    ['S e c r e t muscat 000250', 'SECRET lower 08MUSCAT250'],
    ['S E C R E T\n\nMUSCAT 000250', 'SECRET sound 08MUSCAT250'],
    ['UNCLAS MUSCAT 250', 'UNCLASSIFIED sound 08MUSCAT250'],
    ['UNCLAS MUSCAT000250', 'UNCLASSIFIED sound 08MUSCAT250'],
    ['SECRET MUSCAT 1234567', 'SECRET sound 08MUSCAT1234567'],
    ['L I M I T E D  O F F I C I A L  U S E MUSCAT 00250', 'LIMITED OFFICIAL USE sound 08MUSCAT250'],
    [
      'CONFIDENTIAL NOFORN SECTION 01 OF 02 , PORT-AU-PRINCE 000250',
      'CONFIDENTIAL sound 08PORTAUPRINCE250 1/2',
    ],
    ['CONFIDENTIAL SECTION 1OF2 ST. PETERSBURG 000250', 'CONFIDENTIAL sound 08STPETERSBURG250 1/2'],
    ['CONFIDENTIAL SECTION O1 OF O3 MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250 1/3'],
    ['CONFIDENTIAL SECTION 01 OF C4 MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250 1/4'],
    ['CONFIDENTIAL SECTION 03 OF 02 MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250'],
    ['S E C R T MUSCAT 00250', 'SECRET damaged 08MUSCAT250'],
  ] as const)
    it(`is read: ${JSON.stringify(line)}`, () => {
      const { classLine, mrn } = cableWith({ classLine: line });
      const section = classLine?.section ? ` ${classLine.section.n}/${classLine.section.of}` : '';
      equal(`${classLine?.classification?.value} ${classLine?.state} ${mrn}${section}`, expected);
    });

  it('is no sentence about secrets', () => {
    equal(cableWith({ classLine: 'SECRETARY POWELL TO MUSCAT 12345' }).classLine, null);
  });
});

describe('a line that cannot be a classification line', () => {
  for (const line of [
    'S E C R T MUSCAT 0250',
    'UNCLAS MUSCAT 12345678',
    'UNCLAS MUSCAT 25',
    'UNCLAS THE TALKS THAT WENT ON FOR DAYS IN MUSCAT 000250',
  ])
    it(`is not read: ${line}`, () => equal(cableWith({ classLine: line }).classLine, null));
});

describe('the date-time group', () => {
  const dtgOf = (dtg: string) => cableWith({ dtg }).transmission.dtg;
  const at = (...date: Parameters<typeof Date.UTC>) => Date.UTC(...date);

  for (const [dtg, prosigns, instant, tail] of [
    ['101200Z APR 08', 'P', at(2008, 3, 10, 12), null],
    ['P 101200Z APR 08', 'PP', at(2008, 3, 10, 12), null],
    ['R O 101200Z APR 08', 'PRO', at(2008, 3, 10, 12), null],
    ['101200Z APR 2008', 'P', at(2008, 3, 10, 12), null],
    ['101200 Z  April  08', 'P', at(2008, 3, 10, 12), null],
    ['101200Z APR 08 ZDK', 'P', at(2008, 3, 10, 12), 'ZDK'],
    ['101200Z APR 08 ZFF4 ZYA', 'P', at(2008, 3, 10, 12), 'ZFF4 ZYA'],
    ['292359Z FEB 08', 'P', at(2008, 1, 29, 23, 59), null],
    ['290000Z FEB 2000', 'P', at(2000, 1, 29), null],
    ['300000Z JUN 07', 'P', at(2007, 5, 30), null],
  ] as const)
    it(`is read: P ${dtg}`, () => {
      const read = dtgOf(dtg);
      deepEqual(
        [read?.precedences.map(({ value }) => value).join(''), read?.instant, read?.tail?.value ?? null],
        [prosigns, instant, tail],
      );
    });

  for (const [dtg, impossible] of [
    ['101200Z APX 08', 'month'],
    ['001200Z APR 08', 'day'],
    ['310000Z APR 08', 'day'],
    ['310000Z JUN 08', 'day'],
    ['310000Z SEP 08', 'day'],
    ['310000Z NOV 08', 'day'],
    ['290000Z FEB 07', 'day'],
    ['290000Z FEB 1900', 'day'],
    ['102400Z APR 08', 'hour'],
    ['101260Z APR 08', 'minute'],
  ] as const)
    it(`is impossible in its ${impossible}: P ${dtg}`, () => {
      const read = dtgOf(dtg);
      deepEqual([read?.instant, read?.impossible], [null, impossible]);
    });

  it('is not guessed where its year runs into other letters', () => {
    for (const dtg of ['101200Z APR 08ZDK', '101200Z APR 081']) equal(dtgOf(dtg)?.time ?? null, null, dtg);
  });
});

describe('the year', () => {
  const headless = (...lines: string[]) => parseCable(['S E C R E T MUSCAT 000012', '', ...lines].join('\n'));

  it('comes from the date-time group', () => equal(cableWith({}).mrn, '08MUSCAT250'));
  it('comes from a dateline', () => {
    const cable = parseCable('Friday, 09 February 2007, 14:12\nS E C R E T MUSCAT 000012\nTAGS: PREL');
    deepEqual([cable.mrn, cable.yearGuess !== null], ['07MUSCAT12', false]);
  });
  it('is inferred from the declassification date', () => {
    const cable = headless(
      'E.O. 12958: DECL: 04/13/2015',
      'TAGS: PREL',
      'SUBJECT: X',
      '',
      '1. (S) He came on April 12.',
    );
    deepEqual([cable.mrn, cable.yearGuess !== null], ['05MUSCAT12', true]);
  });
  it('is inferred with the term that the section of the reasons allows', () => {
    const cable = headless(
      'E.O. 12958: DECL: 04/13/2010',
      'TAGS: PREL',
      '',
      'Classified By: J. DOE, REASON 1.4 (B)',
      '1. (S) He came on 4/12.',
    );
    deepEqual([cable.mrn, cable.yearGuess !== null], ['05MUSCAT12', true]);
  });
  it('is not known where nothing tells it', () => {
    const cable = headless('E.O. 12958: N/A', 'TAGS: PREL');
    deepEqual([cable.mrn, cable.yearGuess !== null], [null, false]);
  });
});

describe('the classification authority', () => {
  for (const [authority, by, reasons] of [
    ['Classified By: DCM Jane Q. Doe for reasons 1.4 (b) and (d).', 'DCM Jane Q. Doe', ['1.4(b)', '1.4(d)']],
    ['Classified By: DCM Jane Q. Doe for Reasons 1.4 (b\n, d)', 'DCM Jane Q. Doe', ['1.4(b)', '1.4(d)']],
    ['Classified By: DCM Jane Q. Doe per 1.4 (B and D.)', 'DCM Jane Q. Doe', ['1.4(b)', '1.4(d)']],
    ['Classified By: DCM Jane Q. Doe. Reason: 1.5 (D)', 'DCM Jane Q. Doe', ['1.5(d)']],
    [
      'Classified By: DCM Jane Q. Doe for r \neasons 1.4 (b) a\nnd (d)',
      'DCM Jane Q. Doe',
      ['1.4(b)', '1.4(d)'],
    ],
    [
      'Classified By: Classified by DCM Jane Q. Doe; E.O. 12958, reasons 1.4 (b/d)',
      'DCM Jane Q. Doe',
      ['1.4(b)', '1.4(d)'],
    ],
    ['Classified By: Section Head Jane Q. Doe for reason 1.4 (d)', 'Section Head Jane Q. Doe', ['1.4(d)']],
  ] as const)
    it(`is read: ${JSON.stringify(authority)}`, () => {
      const cable = cableWith({ authority });
      deepEqual([cable.authority?.by?.value, cable.authority?.reasons], [by, reasons]);
    });

  it('is read inside the first paragraph', () => {
    const cable = cableWith({
      authority: '',
      body: '1. (U) CLASSIFIED BY JANE Q. DOE, AMBASSADOR.\nREASON: 1.5 (B).\n\n2. (C) Text.',
    });
    deepEqual(
      [cable.authority?.by?.value, cable.authority?.reasons],
      ['JANE Q. DOE, AMBASSADOR', ['1.5(b)']],
    );
  });
});

describe('the subject', () => {
  const subject = (text: string) => cableWith({ subject: text }).subject?.value ?? null;
  it('is joined from its lines', () => equal(subject('SUBJECT: ONE\nTWO'), 'ONE TWO'));
  it('ends before a glued reference', () => equal(subject('SUBJECT: ONE REF: SANAA 12'), 'ONE'));
  it('ends before the text', () =>
    equal(subject('SUBJECT: A LONG SUBJECT\nThis is an action request.'), 'A LONG SUBJECT'));
  it('keeps its portion mark', () => equal(subject('SUBJECT: (C) ONE'), '(C) ONE'));
  it('is read without its first letter', () => equal(subject('UBJECT: ONE'), 'ONE'));
});

describe('executive order', () => {
  it('is read with its date where a letter stands for a digit of its number', () => {
    const { executiveOrder } = parseCable(
      'CONFIDENTIAL MUSCAT 000250\n\nE.O. 1295B: DECL: 05/14/2019\nTAGS: PREL\nSUBJECT: A SUBJECT\n\n1. (C) Text.',
    );
    deepEqual([executiveOrder?.number?.value, executiveOrder?.declassifyOn], ['1295B', '2019-05-14']);
  });

  it('has its day with four digits of the year even where the text slips', () => {
    const { executiveOrder } = parseCable(
      'CONFIDENTIAL MUSCAT 000250\n\nE.O. 12958: DECL: 05/14/0019\nTAGS: PREL\nSUBJECT: A SUBJECT\n\n1. (C) Text.',
    );
    equal(executiveOrder?.declassifyOn, '0019-05-14');
  });
});
