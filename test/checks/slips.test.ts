import assert from 'node:assert/strict';
import { parseDocument } from '../../server/src/cable/document';
import { runChecks } from '../../server/src/checks';
import { cableWith, checkDiagnostics, checkFix, checkRelated, checkSilent } from './check';

/** The codes of all that is said about a text, once each. */
const codesOf = (text: string) => [
  ...new Set(parseDocument(text).flatMap(cable => runChecks(cable).map(({ code }) => code))),
];

describe('keywords with a slip', () => {
  it('keyword-misspelt: one letter off, before what the field holds', () => {
    for (const [parts, word, keyword] of [
      [{ tags: '⟦TABS⟧: PREL EPET MU' }, 'TABS', 'TAGS'],
      [{ tags: '⟦TASG⟧: PREL EPET MU' }, 'TASG', 'TAGS'],
      [{ subject: '⟦SUJBECT⟧: MINISTER VISITS THE NEW HARBOR' }, 'SUJBECT', 'SUBJECT'],
      [{ subject: '⟦SUBBJ⟧: MINISTER VISITS THE NEW HARBOR' }, 'SUBBJ', 'SUBJ'],
      [{ references: '⟦RFE⟧: SANAA 12' }, 'RFE', 'REF'],
      [
        { authority: '⟦CLASSIFED BY⟧: DCM Jane Q. Doe for reasons 1.4 (b).' },
        'CLASSIFED BY',
        'CLASSIFIED BY',
      ],
      [{ eo: '⟦E.P.⟧ 12958: DECL: 04/10/2018' }, 'E.P.', 'E.O.'],
      [{ info: '⟦IFNO⟧ RUEHKU/AMEMBASSY KUWAIT 0391\nRUEHYN/AMEMBASSY SANAA' }, 'IFNO', 'INFO'],
    ] as const)
      checkDiagnostics('keyword-misspelt', cableWith(parts), `"${word}" is probably ${keyword}.`);
  });

  it('keyword-misspelt: and nothing else', () =>
    assert.deepEqual(
      codesOf(
        cableWith({
          tags: 'TABS: PREL EPET MU',
          subject: 'SUJBECT: MINISTER VISITS THE NEW HARBOR',
          authority: 'CLASSIFED BY: DCM Jane Q. Doe for reasons 1.4 (b).',
        }),
      ),
      ['keyword-misspelt'],
    ));

  it('keyword-misspelt: not at other words', () => {
    for (const parts of [
      { subject: 'Subject: Minister visits the new harbor' },
      { subject: 'SUBJ: MINISTER VISITS THE NEW HARBOR' },
      { references: 'REFS: SANAA 12 AND 13' },
      { authority: 'Classified by DCM Jane Q. Doe for reasons 1.4 (b).' },
      { authority: '(U) Classified by: DCM Jane Q. Doe for reasons 1.4 (b).' },
      { body: '1. (C) He came.\n\nTABS: PREL EPET MU\n\n2. (C) He left.' },
    ])
      checkSilent('keyword-misspelt', cableWith(parts));
  });

  it('keyword-misspelt: the fix writes the keyword', () => {
    const tags = 'TAGS: PREL EPET MU';
    checkFix(
      'keyword-misspelt',
      cableWith({ tags: tags.replace('TAGS', 'TAAGS') }),
      'Write TAGS',
      cableWith({ tags }),
    );
  });

  it('info-keyword-missing: more addressees behind TO than a post has', () => {
    const to = 'TO RUEHC/SECSTATE WASHDC PRIORITY 8123';
    checkDiagnostics(
      'info-keyword-missing',
      cableWith({ to: `${to}\n⟦RUEHKU/AMEMBASSY KUWAIT 0391⟧\nRUEHYN/AMEMBASSY SANAA`, info: '' }),
      'Addressees from line 8 are probably INFO.',
    );
    checkSilent('info-keyword-missing', cableWith({ to: `${to}\nRUEHKU/AMEMBASSY KUWAIT 0391`, info: '' }));
    checkSilent('info-keyword-missing', cableWith({ to, info: '' }));
  });
});

describe('what a copyist printed twice', () => {
  const addressee = 'RUEHKU/AMEMBASSY KUWAIT 0391';

  it('lines-doubled: a line of the header, the classification line or TAGS', () => {
    const message = 'This line repeats the one above.';
    const line = 'C O N F I D E N T I A L MUSCAT 000412';
    const tags = 'TAGS: PREL EPET MU';
    for (const parts of [
      { classLine: `${line}\n⟦${line}⟧` },
      { tags: `${tags}\n⟦${tags}⟧` },
      { tags: `${tags}\n⟦${tags} ⟧` },
      { tags: `${tags} \n⟦${tags}⟧` },
      {
        info: `INFO ${addressee}\n${addressee}\n⟦${addressee}⟧`.replace(
          `${addressee}\n`,
          'RUEHYN/AMEMBASSY SANAA\n',
        ),
      },
    ])
      checkDiagnostics('lines-doubled', cableWith(parts), message);
    checkFix(
      'lines-doubled',
      cableWith({ tags: `${tags}\n${tags}` }),
      'Delete the repeated line',
      cableWith({ tags }),
    );
    checkSilent('lines-doubled', cableWith({ captions: 'SIPDIS\nSIPDIS' }));
  });

  it('lines-doubled: and nothing else', () => {
    const tags = 'TAGS: PREL EPET MU';
    assert.deepEqual(codesOf(cableWith({ tags: `${tags}\n${tags}` })), ['lines-doubled']);
  });

  it('lines-doubled: the head, as one slip', () => {
    const head = [
      'C O N F I D E N T I A L MUSCAT 000412',
      'SIPDIS',
      'E.O. 12958: DECL: 03/08/2017',
      'TAGS: PREL EPET MU',
      'SUBJECT: MINISTER VISITS THE NEW HARBOR AND SAYS WHAT HE THINKS OF',
      'IT',
    ] as const;
    const [classLine, captions, eo, tags, subject, more] = head;
    const once = {
      classLine,
      captions,
      eo,
      tags,
      subject,
      references: more,
      authority: 'Classified By: Jane Q. Doe for reasons 1.4 (b).',
    };
    const body = '1. (C) He opened it.\n\n2. (C) He left.';
    const twice = (mark: (text: string) => string) =>
      cableWith({ ...once, references: `${more}\n${mark(head.join('\n'))}`, body });
    checkDiagnostics(
      'lines-doubled',
      twice(text => `⟦${text}⟧`),
      'These lines repeat the head above.',
    );
    const plain = twice(text => text);
    assert.deepEqual(codesOf(plain), ['lines-doubled']);
    checkFix('lines-doubled', plain, 'Delete the repeated lines', cableWith({ ...once, body }));
    checkSilent(
      'lines-doubled',
      twice(text => text.replace('EPET', 'ECON')),
    );
  });

  it('lines-doubled: a page, as one slip', () => {
    const said = (n: number) =>
      `${n}. (C) The harbor master of quay ${n} told us that ${'the dredging goes on slowly '.repeat(n)}.`;
    const sent = [1, 2, 3, 4].map(said);
    const again = [said(3).replace('slowly', 's1owly'), said(4).replaceAll('dredging', 'dredgiug')] as const;
    const body = (...last: readonly string[]) =>
      cableWith({ body: [...sent, ...last, said(5)].join('\n\n') });
    checkDiagnostics(
      'lines-doubled',
      body(again[0].replace('3.', '⟦3.⟧'), again[1]),
      'Paragraphs 3 to 4 are printed twice.',
    );
    checkSilent('paragraph-sequence', body(...again));
    checkDiagnostics('lines-doubled', body(said(4).replace('4.', '⟦4.⟧')), 'Paragraph 4 is printed twice.');
    checkSilent(
      'lines-doubled',
      body('4. (C) The consul and his staff said nothing of the dredging, and went to the hotel by car.'),
    );
  });

  it('subject-repeated: the second SUBJECT', () => {
    const subject = 'SUBJECT: MINISTER VISITS THE NEW HARBOR';
    checkDiagnostics(
      'subject-repeated',
      cableWith({ subject: `${subject}\n⟦${subject}⟧` }),
      'SUBJECT stands twice.',
    );
    checkFix(
      'subject-repeated',
      cableWith({ subject: `${subject}\n${subject}` }),
      'Delete the second SUBJECT',
      cableWith({ subject }),
    );
    checkRelated('subject-repeated', cableWith({ subject: `${subject}\n${subject}` }), 'SUBJECT:');
    checkSilent(
      'subject-repeated',
      cableWith({ body: '1. (C) Subject: the harbor.\n\nSubject: the ships.' }),
    );
    assert.deepEqual(codesOf(cableWith({ subject: `${subject}\n${subject}` })), ['subject-repeated']);
  });
});

describe('class-line-post-misspelt', () => {
  const swapped = { classLine: 'C O N F I D E N T I A L ⟦MUSCTA⟧ 000412' };
  const plain = { classLine: 'C O N F I D E N T I A L MUSCTA 000412' };

  it('speaks where two other lines agree', () => {
    checkDiagnostics(
      'class-line-post-misspelt',
      cableWith(swapped),
      'Classification line says MUSCTA; FM line and DE line say MUSCAT.',
    );
    checkFix('class-line-post-misspelt', cableWith(plain), 'Write MUSCAT', cableWith());
    const body = '1. (C) The minister opened\n\nMUSCAT 00000412 002 OF 002\n\nthe new harbor.';
    checkDiagnostics(
      'class-line-post-misspelt',
      cableWith({ ...swapped, de: null, body }),
      'Classification line says MUSCTA; FM line and page line say MUSCAT.',
    );
  });

  it('is the only one to report the slip', () => {
    const body = '1. (C) The minister opened (ref A)\n\nMUSCAT 00000412 002 OF 002\n\nthe harbor (ref B).';
    assert.deepEqual(codesOf(cableWith({ ...plain, body })), ['class-line-post-misspelt']);
  });

  it('is silent where no second line agrees, or another post is named', () => {
    checkSilent('class-line-post-misspelt', cableWith({ ...plain, de: null }));
    checkSilent(
      'class-line-post-misspelt',
      cableWith({ classLine: 'C O N F I D E N T I A L MANAMA 000412' }),
    );
  });
});

describe('reference-line-missing', () => {
  const body = '1. (C) The minister opened it (⟦ref B⟧).\n\n2. (C) He came again (ref A).';

  it('speaks once, at the first citation', () => {
    checkDiagnostics(
      'reference-line-missing',
      cableWith({ references: null, body }),
      'The text cites ref A and B, but there is no REF line.',
    );
  });

  it('is silent where there is a REF line, or the telegram begins with a later section', () => {
    checkSilent('reference-line-missing', cableWith({ body: body.replace(/[⟦⟧]/g, '') }));
    checkSilent('reference-line-missing', cableWith({ references: null, body: '1. (C) See reftel.' }));
    checkSilent(
      'reference-line-missing',
      cableWith({
        references: null,
        classLine: 'C O N F I D E N T I A L SECTION 02 OF 02 MUSCAT 000412',
        body: body.replace(/[⟦⟧]/g, ''),
      }),
    );
  });
});

describe('several-telegrams', () => {
  it('speaks once, on the first telegram', () => {
    const other = cableWith({
      classLine: 'C O N F I D E N T I A L MUSCAT 000413',
      de: 'DE RUEHMS #0413 0671200',
    });
    const found = parseDocument(`${cableWith()}\n\n${other}`).map(cable =>
      runChecks(cable).map(({ code, message }) => `${code}: ${message}`),
    );
    assert.deepEqual(found, [['several-telegrams: This file holds 2 telegrams.'], []]);
    checkSilent('several-telegrams', cableWith());
  });
});

describe('attributes-mismatch', () => {
  const record = (attributes: string) => `PAGE 01        LISBON 04321  181600Z
ACTION EUR-12

R 181530Z OCT 75
FM AMEMBASSY LISBON
TO SECSTATE WASHDC 5120
C O N F I D E N T I A L LISBON 4321
E.O. 11652: GDS
TAGS: PINT, PO
SUBJECT: HARBOR WORKERS RETURN TO WORK

1. THE HARBOR WORKERS RETURNED ON MONDAY.
DOE

Message Attributes
Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Channel Indicators: n/a
Current Classification: UNCLASSIFIED
${attributes}
`;
  const said = (attributes: string) =>
    parseDocument(record(attributes)).flatMap(cable =>
      runChecks(cable).flatMap(({ code, message }) => (code === 'attributes-mismatch' ? [message] : [])),
    );

  it('compares number, date, station, TAGS and subject', () => {
    assert.deepEqual(said('Document Number: 1975LISBON04322'), [
      'Message Attributes say 1975LISBON04322; the text says 75LISBON4321.',
    ]);
    assert.deepEqual(said('Draft Date: 18 NOV 1975'), [
      'Message Attributes say 18 NOV 1975; the text says 181530Z OCT 75.',
    ]);
    assert.deepEqual(said('From: MADRID'), [
      'Message Attributes say MADRID; the text says AMEMBASSY LISBON.',
    ]);
    assert.deepEqual(said('TAGS: ETRD, SP'), ['Message Attributes say ETRD, SP; the text says PINT PO.']);
    assert.deepEqual(said('Subject: VISIT OF A TRADE MISSION'), [
      'Message Attributes say VISIT OF A TRADE MISSION; the text says HARBOR WORKERS RETURN TO WORK.',
    ]);
  });

  it('is silent where they agree as far as archives print them', () => {
    assert.deepEqual(
      said(
        'Document Number: 1975LISBON04321\nDraft Date: 17 OCT 1975\nFrom: LISBON\nTAGS: PINT, PO, (DOE, JANE)\nSubject: HARBOR WORKERS RETURN',
      ),
      [],
    );
  });
});
