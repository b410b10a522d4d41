import assert from 'node:assert/strict';
import type { Dialect, PageLine } from '../../server/src/cable/model';
import { parseCable } from '../../server/src/cable/parse';
import { NO_CONTEXT } from '../../server/src/checks/context';
import { check as pageHeadMismatch } from '../../server/src/checks/rules/page-head-mismatch';
import { cableWith, checkDiagnostics, checkFix, checkRelated, checkSilent } from './check';

describe('checks of classification line, captions and pages', () => {
  it('class-line-missing: a header without a text', () => {
    checkDiagnostics(
      'class-line-missing',
      cableWith({ from: 'FM ⟦AMEMBASSY MUSCAT⟧', classLine: null }),
      'No classification line with post and number found.',
    );
    checkSilent('class-line-missing', cableWith({ from: null, dtg: null, classLine: null }));
    checkSilent(
      'class-line-missing',
      cableWith({ classLine: 'ID: 41020\nORIGIN: XXXXXXXXXXXX\nCLASSIFICATION: CONFIDENTIAL' }),
    );
  });

  it('class-line-damaged: letters doubled or lost', () => {
    checkDiagnostics(
      'class-line-damaged',
      cableWith({ classLine: '⟦CC O N F I D E N T I A L⟧ MUSCAT 000412' }),
      'Classification "CC O N F I D E N T I A L" read as CONFIDENTIAL.',
    );
    checkFix(
      'class-line-damaged',
      cableWith({ classLine: 'CC O N F I D E N T I A L MUSCAT 000412' }),
      'Write C O N F I D E N T I A L',
      cableWith(),
    );
    checkDiagnostics(
      'class-line-damaged',
      cableWith({ classLine: '⟦C O N F I D E N T A I L⟧ MUSCAT 000412' }),
      'Classification "C O N F I D E N T A I L" read as CONFIDENTIAL.',
    );
    checkDiagnostics(
      'class-line-damaged',
      cableWith({ security: 'ZNY SSSSS ZZH', classLine: '⟦SERCET⟧ MUSCAT 000412' }),
      'Classification "SERCET" read as SECRET.',
    );
    const glued = 'C O N F I D E N T I A LSECTION 01 OF 02 MUSCAT 000412';
    checkDiagnostics(
      'class-line-damaged',
      cableWith({ classLine: glued.replace('SECTION', 'SECTION⟧').replace('C', '⟦C') }),
      'Classification "C O N F I D E N T I A LSECTION" read as CONFIDENTIAL.',
    );
    checkFix(
      'class-line-damaged',
      cableWith({ classLine: glued }),
      'Insert a blank before SECTION',
      cableWith({ classLine: glued.replace('SECTION', ' SECTION') }),
    );
    checkSilent('class-line-damaged', cableWith({ classLine: 'C O N F I D E N T I A L  MUSCAT 000412' }));
    checkSilent('class-line-damaged', cableWith({ classLine: 'CONFIDENTIAL MUSCAT 000412' }));
    checkSilent('class-line-damaged', cableWith({ classLine: 'c o n f i d e n t i a l muscat 000412' }));
  });

  it('caption-in-text: a caption on a line of its own within a paragraph', () => {
    const body = (caption: string) =>
      `1. (C) The minister opened\n\n${caption}the new harbor.\n\n2. (C) He left.`;
    checkDiagnostics(
      'caption-in-text',
      cableWith({ body: body('⟦SIPDIS⟧\n') }),
      'Repeated caption SIPDIS in the text.',
    );
    checkFix(
      'caption-in-text',
      cableWith({ body: body('SIPDIS\n') }),
      'Delete the repeated SIPDIS',
      cableWith({ body: body('') }),
    );
    checkSilent('caption-in-text', cableWith({ captions: 'SIPDIS\n\nSIPDIS' }));
    checkSilent(
      'caption-in-text',
      cableWith({ body: '1. (C) The SIPDIS caption was discussed.\n\n2. (C) He left.' }),
    );
  });

  it('noforn-caption-missing: once, at the first such mark', () => {
    const body = '1. (C) One.\n\n2. ⟦(C/NF)⟧ Two.\n\n3. (C//NOFORN) Three.';
    const plain = body.replace('⟦', '').replace('⟧', '');
    checkDiagnostics(
      'noforn-caption-missing',
      cableWith({ body }),
      'Paragraph 2 is not releasable to foreign nationals, but there is no NOFORN caption.',
    );
    checkRelated('noforn-caption-missing', cableWith({ body: plain }), 'SIPDIS');
    checkSilent('noforn-caption-missing', cableWith({ body: plain, captions: 'NOFORN\nSIPDIS' }));
    for (const captions of [
      'SIPDIS\nSECRET/NOFORN',
      'CONFIDENTIAL NOFORN',
      'NOFORN, NOT FOR INTERNET DISTRIBUTION',
    ])
      checkSilent('noforn-caption-missing', cableWith({ body: plain, captions }));
    checkSilent('noforn-caption-missing', cableWith());
  });

  it('noforn-caption-missing: not where a publisher left out all captions', () => {
    const published = {
      gap: '\nThursday, 08 March 2007, 12:00',
      body: '1. (C) One.\n\n2. (C/NF) Two.',
    };
    checkSilent('noforn-caption-missing', cableWith({ ...published, captions: null }));
    for (const parts of [published, { body: published.body, captions: null }])
      checkDiagnostics(
        'noforn-caption-missing',
        cableWith(parts).replace('(C/NF)', '⟦(C/NF)⟧'),
        'Paragraph 2 is not releasable to foreign nationals, but there is no NOFORN caption.',
      );
  });

  it('page-line-mismatch: a page of another telegram', () => {
    const classLine = 'C O N F I D E N T I A L SECTION 01 OF 02 MUSCAT 000412';
    const body = (page: string) =>
      `1. (C) The minister opened\n\n${page}\n\nthe new harbor.\n\n2. (C) He left.`;
    const at = (page: string, named: string) =>
      checkDiagnostics(
        'page-line-mismatch',
        cableWith({ classLine, body: body(page) }),
        `Page line names ${named}; this is 07MUSCAT412 of 2.`,
      );
    at('⟦SANAA⟧ 00000412 002 OF 002', 'SANAA 00000412 of 2');
    at('MUSCAT ⟦00000413⟧ 002 OF 002', 'MUSCAT 00000413 of 2');
    at('MUSCAT 00000412 002 OF ⟦003⟧', 'MUSCAT 00000412 of 3');
    at('⟦SANAA⟧ 00000412 001 OF 002\n\nwith words\n\nSANAA 00000412 002 OF 002', 'SANAA 00000412 of 2');
    checkRelated(
      'page-line-mismatch',
      cableWith({ classLine, body: body('SANAA 00000412 002 OF 002') }),
      classLine,
    );
    checkSilent('page-line-mismatch', cableWith({ classLine, body: body('MUSCAT 00000412 002.2 OF 002') }));
    checkSilent('page-line-mismatch', cableWith({ body: body('MUSCAT 00000412 002 OF 002') }));
    const blackedOut = classLine.replace('MUSCAT', 'XXXXXXXXXXXX');
    checkSilent(
      'page-line-mismatch',
      cableWith({ classLine: blackedOut, body: body('MUSCAT 00000412 002 OF 002') }),
    );
    const cut = (post: string, page: string) =>
      cableWith({
        from: null,
        classLine: `C O N F I D E N T I A L SECTION 01 OF 02 ${post} 000412`,
        body: body(`${page} 00000412 002 OF 002`),
      });
    checkSilent('page-line-mismatch', cut('PORT AU PRINCE', 'PORT AU PR'));
    checkSilent('page-line-mismatch', cut('RPO DUBAI', 'DUBAI'));
  });

  it('page-head-mismatch: a page of another telegram, in the copies that have page headings', () => {
    const text = 'PAGE 02  LISBON 04411  101120Z';
    const field = (value: string) => ({
      value,
      start: text.indexOf(value),
      end: text.indexOf(value) + value.length,
    });
    const page = (post: string, serial: string): PageLine => ({
      form: 'page-head',
      post: { ...field('LISBON'), value: post },
      serial: { ...field('04411'), value: serial },
      page: null,
      of: null,
      start: 0,
      end: text.length,
    });
    const run = (dialect: Dialect, head: PageLine) =>
      pageHeadMismatch
        .run({ ...parseCable(cableWith()), dialect, pageLines: [head] }, NO_CONTEXT)
        .map(({ start, message }) => `${start} ${message}`);
    assert.deepEqual(run('sas', page('LISBON', '04411')), [
      '9 Page heading names LISBON 04411; this is 07MUSCAT412.',
    ]);
    assert.deepEqual(run('foia', page('MUSCAT', '04411')), [
      '16 Page heading names MUSCAT 04411; this is 07MUSCAT412.',
    ]);
    assert.deepEqual(run('sas', page('MUSCAT', '00412')), []);
    assert.deepEqual(run('foia', page('MUSCAT', '0O412')), []);
    assert.deepEqual(run('cablegate', page('LISBON', '04411')), []);
  });

  it('sections-missing: the first sections are not there', () => {
    checkDiagnostics(
      'sections-missing',
      cableWith({ classLine: 'C O N F I D E N T I A L ⟦SECTION 02 OF 03⟧ MUSCAT 000412' }),
      'Text begins with section 2 of 3.',
    );
    checkSilent(
      'sections-missing',
      cableWith({ classLine: 'C O N F I D E N T I A L SECTION 01 OF 03 MUSCAT 000412' }),
    );
  });
});

describe('checks of the E.O. line and the classification authority', () => {
  it('eo-number-unknown: no order on classification', () => {
    checkDiagnostics(
      'eo-number-unknown',
      cableWith({ eo: 'E.O. ⟦12598⟧: DECL: 03/08/2017' }),
      'E.O. 12598 is not an order on classification; 12958?',
    );
    checkDiagnostics(
      'eo-number-unknown',
      cableWith({ eo: 'E.O. ⟦10000⟧: DECL: 03/08/2017' }),
      'E.O. 10000 is not an order on classification.',
    );
    checkFix(
      'eo-number-unknown',
      cableWith({ eo: 'E.O. 19523: DECL: 03/08/2017' }),
      'Write 12958',
      cableWith(),
    );
    checkSilent('eo-number-unknown', cableWith({ eo: 'E.O. 13526: DECL: 03/08/2017' }));
  });

  it('eo-out-of-period: an order of another time', () => {
    checkDiagnostics(
      'eo-out-of-period',
      cableWith({ eo: 'E.O. ⟦12356⟧: DECL: OADR' }),
      'E.O. 12356 was not in force on 08 MAR 07.',
    );
    checkDiagnostics(
      'eo-out-of-period',
      cableWith({ eo: 'E.O. ⟦13526⟧: DECL: 03/08/2017' }),
      'E.O. 13526 was not in force on 08 MAR 07.',
    );
    checkRelated('eo-out-of-period', cableWith({ eo: 'E.O. 12356: DECL: OADR' }), '081200Z MAR 07');
    checkSilent('eo-out-of-period', cableWith({ dtg: 'R 201200Z AUG 10' }));
    checkSilent('eo-out-of-period', cableWith({ eo: 'E.O. 13526: DECLASSIFIED ON REVIEW' }));
    checkSilent('eo-out-of-period', cableWith({ eo: 'E.O. 12356: DECL: OADR', dtg: null }));
  });

  it('eo-class-conflict: N/A on a classified telegram, a date on an unclassified one', () => {
    checkDiagnostics(
      'eo-class-conflict',
      cableWith({ eo: 'E.O. 12958: ⟦N/A⟧' }),
      'N/A does not fit CONFIDENTIAL.',
    );
    const unclassified = { security: 'ZNR UUUUU ZZH', classLine: 'UNCLAS MUSCAT 000412' };
    checkDiagnostics(
      'eo-class-conflict',
      cableWith({ ...unclassified, eo: 'E.O. 12958: ⟦DECL: 03/08/2017⟧' }),
      'DECL: 03/08/2017 does not fit UNCLASSIFIED.',
    );
    checkSilent('eo-class-conflict', cableWith({ ...unclassified, eo: 'E.O. 12958: N/A' }));
    checkSilent('eo-class-conflict', cableWith({ eo: 'E.O. 12958: DECL: AFTER KOREAN UNIFICATION' }));
    checkSilent(
      'eo-class-conflict',
      cableWith({ classLine: 'LIMITED OFFICIAL USE MUSCAT 000412', eo: 'E.O. 12356: N/A' }),
    );
  });

  it('declassification-date-invalid: no such day', () => {
    checkDiagnostics(
      'declassification-date-invalid',
      cableWith({ eo: 'E.O. 12958: DECL: ⟦02/30/2017⟧' }),
      '02/30/2017 is not a date.',
    );
    for (const date of ['2/3/17', '2017/02/03', '2017-02-03', '02/29/2016'])
      checkSilent('declassification-date-invalid', cableWith({ eo: `E.O. 12958: DECL: ${date}` }));
  });

  it('declassification-before-date: before the telegram was sent', () => {
    checkDiagnostics(
      'declassification-before-date',
      cableWith({ eo: 'E.O. 12958: DECL: ⟦03/07/2007⟧' }),
      'Declassification 03/07/2007 is before the telegram (08 MAR 07 12:00Z).',
    );
    checkSilent('declassification-before-date', cableWith({ eo: 'E.O. 12958: DECL: 03/08/2007' }));
    checkSilent('declassification-before-date', cableWith({ eo: 'E.O. 12958: DECL: 03/08/2001', dtg: null }));
  });

  it('declassification-too-late: more than twenty-five years', () => {
    checkDiagnostics(
      'declassification-too-late',
      cableWith({ eo: 'E.O. 12958: DECL: ⟦03/08/2037⟧' }),
      'Declassification 03/08/2037 is 30 years after the telegram (limit 25).',
    );
    checkSilent('declassification-too-late', cableWith({ eo: 'E.O. 12958: DECL: 05/01/2032' }));
  });

  it('authority-missing: nobody classified it', () => {
    checkDiagnostics(
      'authority-missing',
      cableWith({ classLine: '⟦C O N F I D E N T I A L⟧ MUSCAT 000412', authority: null }),
      'Classified telegram without "Classified By".',
    );
    checkSilent('authority-missing', cableWith({ eo: 'E.O. 12356: DECL: OADR', authority: null }));
    // A copy that breaks off in the subject has not got that far.
    checkSilent(
      'authority-missing',
      cableWith({
        subject: 'SUBJECT: MINISTER VISITS ...',
        references: null,
        authority: null,
        body: null,
        signature: null,
      }),
    );
    checkSilent(
      'authority-missing',
      cableWith({ classLine: 'UNCLAS MUSCAT 000412', eo: 'E.O. 12958: N/A', authority: null }),
    );
    checkSilent(
      'authority-missing',
      cableWith({ classLine: 'C O N F I D E N T I A L SECTION 02 OF 02 MUSCAT 000412', authority: null }),
    );
  });

  it('reason-section: the old section number', () => {
    const authority = 'Classified By: Ambassador Jane Q. Doe for reasons ⟦1.5⟧ (b) and (d).';
    checkDiagnostics(
      'reason-section',
      cableWith({ authority }),
      'Reason 1.5: since March 2003 the reasons are in section 1.4.',
    );
    const old = authority.replace(/[⟦⟧]/g, '');
    checkRelated('reason-section', cableWith({ authority: old }), '081200Z MAR 07');
    checkFix('reason-section', cableWith({ authority: old }), 'Write 1.4', cableWith());
    checkSilent('reason-section', cableWith({ authority: old, dtg: 'R 081200Z DEC 04' }));
  });
});

describe('checks of TAGS and subject', () => {
  it('tags-missing and subject-missing: only in a complete text', () => {
    checkDiagnostics(
      'tags-missing',
      cableWith({ eo: '⟦E.O.⟧ 12958: DECL: 03/08/2017', tags: null }),
      'No TAGS line.',
    );
    checkDiagnostics(
      'subject-missing',
      cableWith({ tags: '⟦TAGS:⟧ PREL EPET MU', subject: null }),
      'No SUBJECT line.',
    );
    const second = 'C O N F I D E N T I A L SECTION 02 OF 02 MUSCAT 000412';
    checkSilent('tags-missing', cableWith({ classLine: second, tags: null }));
    checkSilent('subject-missing', cableWith({ classLine: second, subject: null }));
  });

  it('tag-run-together: two codes without a blank', () => {
    checkDiagnostics(
      'tag-run-together',
      cableWith({ tags: 'TAGS: PREL ⟦PGOVLO⟧ MU' }),
      'PGOVLO looks like PGOV and LO.',
    );
    checkFix(
      'tag-run-together',
      cableWith({ tags: 'TAGS: PREL PGOVLO MU' }),
      'Separate PGOV and LO',
      cableWith({ tags: 'TAGS: PREL PGOV LO MU' }),
    );
    checkDiagnostics(
      'tag-run-together',
      cableWith({ tags: 'TAGS: ⟦PRELPGOVEPETMU⟧' }),
      'PRELPGOVEPETMU looks like PREL, PGOV, EPET and MU.',
    );
    checkFix(
      'tag-run-together',
      cableWith({ tags: 'TAGS: PRELPGOVEPETMU' }),
      'Separate PREL, PGOV, EPET and MU',
      cableWith({ tags: 'TAGS: PREL PGOV EPET MU' }),
    );
    checkSilent('tag-run-together', cableWith({ tags: 'TAGS: PREL PGOVQQ KXYZ MU' }));
    checkSilent('tag-run-together', cableWith({ tags: 'TAGS: PREL UNIDROIT MU' }));
  });

  it('tag-nonstandard: the code of another list', () => {
    checkDiagnostics(
      'tag-nonstandard',
      cableWith({ tags: 'TAGS: PREL ⟦IQ⟧ MU' }),
      'IQ: the code for Iraq is IZ.',
    );
    checkFix(
      'tag-nonstandard',
      cableWith({ tags: 'TAGS: PREL IQ MU' }),
      'Write IZ',
      cableWith({ tags: 'TAGS: PREL IZ MU' }),
    );
    checkSilent('tag-nonstandard', cableWith({ tags: 'TAGS: PREL IZ RS VE SY' }));
  });

  it('tag-run-together: a code of five letters too', () => {
    checkDiagnostics(
      'tag-run-together',
      cableWith({ tags: 'TAGS: ⟦MTCREPARM⟧ MU' }),
      'MTCREPARM looks like MTCRE and PARM.',
    );
  });

  it('tag-duplicate: a code given twice', () => {
    checkDiagnostics('tag-duplicate', cableWith({ tags: 'TAGS: PREL, MU, ⟦PREL⟧' }), 'PREL appears twice.');
    const fixed = (tags: string, without: string) => {
      checkFix('tag-duplicate', cableWith({ tags }), 'Delete the second PREL', cableWith({ tags: without }));
      checkRelated('tag-duplicate', cableWith({ tags }), 'PREL');
    };
    fixed('TAGS: PREL, MU, PREL', 'TAGS: PREL, MU');
    fixed('TAGS: PREL PREL MU', 'TAGS: PREL MU');
    fixed('TAGS: PREL, MU,\n      PREL, ECON', 'TAGS: PREL, MU,\n      ECON');
    fixed('TAGS: [PREL](#), [PREL](#), [MU](#)', 'TAGS: [PREL](#), [MU](#)');
    checkSilent('tag-duplicate', cableWith());
  });
});
