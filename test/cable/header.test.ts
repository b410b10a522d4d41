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
    ['SS E C R E T MUSCAT 000250', 'SECRET damaged 08MUSCAT250'],
    ['E C R E T MUSCAT 000250', 'SECRET damaged 08MUSCAT250'],
    ['CC O N F I D E N T I A L MUSCAT 000250', 'CONFIDENTIAL damaged 08MUSCAT250'],
    ['C ONFIDENTIAL SECTION 01 of 03 MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250 1/3'],
    ['CONFIDENTIALSECTION 01 OF 04 MUSCAT 000250', 'CONFIDENTIAL sound 08MUSCAT250 1/4'],
    ['S e c r e t muscat 000250', 'SECRET lower 08MUSCAT250'],
    ['S E C R E T\n\nMUSCAT 000250', 'SECRET sound 08MUSCAT250'],
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

describe('the year', () => {
  const headless = (...lines: string[]) => parseCable(['S E C R E T MUSCAT 000012', '', ...lines].join('\n'));

  it('comes from the date-time group', () => equal(cableWith({}).mrn, '08MUSCAT250'));
  it('comes from a dateline', () => {
    const cable = parseCable('Friday, 09 February 2007, 14:12\nS E C R E T MUSCAT 000012\nTAGS: PREL');
    deepEqual([cable.mrn, cable.yearInferred], ['07MUSCAT12', false]);
  });
  it('is inferred from the declassification date', () => {
    const cable = headless('E.O. 12958: DECL: 04/13/2015', 'TAGS: PREL', 'SUBJECT: X', '', '1. (S) Text.');
    deepEqual([cable.mrn, cable.yearInferred], ['05MUSCAT12', true]);
  });
  it('is inferred with the term that the section of the reasons allows', () => {
    const cable = headless(
      'E.O. 12958: DECL: 04/13/2010',
      'TAGS: PREL',
      '',
      'Classified By: J. DOE, REASON 1.4 (B)',
    );
    deepEqual([cable.mrn, cable.yearInferred], ['05MUSCAT12', true]);
  });
  it('is not known where nothing tells it', () => {
    const cable = headless('E.O. 12958: N/A', 'TAGS: PREL');
    deepEqual([cable.mrn, cable.yearInferred], [null, false]);
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
