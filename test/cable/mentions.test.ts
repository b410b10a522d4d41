import { deepEqual } from 'node:assert/strict';
import { cableWith } from './made';

const ref = 'REF: A. SANAA 12\nB. 07 MUSCAT 34\nC. DOE EMAIL 3/4/08';

/** What the text of 08MUSCAT250 names, with the references above: words, then id. */
function checkMentions(text: string, expected: readonly string[]): void {
  const { mentions } = cableWith({ ref, body: `1. (C) ${text}` });
  deepEqual(
    mentions.map(({ value, mrn }) => `${value}: ${mrn ?? '-'}`),
    expected,
  );
}

describe('mentions', () => {
  it('name a reference by its letter', () => checkMentions('As said (ref B), no.', ['ref B: 07MUSCAT34']));
  it('name several', () => checkMentions('See refs A and B.', ['refs A: 08SANAA12', 'B: 07MUSCAT34']));
  it('name a range', () =>
    checkMentions('See refs A-C.', ['refs A-C: 08SANAA12', 'refs A-C: 07MUSCAT34', 'refs A-C: -']));
  it('go over the end of a line', () => checkMentions('See ref\nB.', ['ref B: 07MUSCAT34']));
  it('say reftel', () => checkMentions('Reftel demarche was delivered.', ['Reftel: -']));
  it('say reftel with a letter', () => checkMentions('(Reftel A).', ['Reftel A: 08SANAA12']));
  it('say reftel before an article', () => checkMentions('In reftel a number came.', ['reftel: -']));
  it('say septel, which is listed nowhere', () => checkMentions('More septels follow.', ['septels: -']));
  it('are found whichever of their letters are capitals', () => {
    const words = ['RefTel', 'REFtel', 'reFtel', 'SepTel', 'SEPtel', 'SEPTels', 'sePtel'];
    for (const word of words) checkMentions(`See ${word}.`, [`${word}: -`]);
  });
  it('are found in capitals, in whatever order', () =>
    checkMentions('(SEPTEL) ref B, MUSCAT 174, REF A, REFTEL.', [
      'SEPTEL: -',
      'ref B: 07MUSCAT34',
      'MUSCAT 174: 08MUSCAT174',
      'REF A: 08SANAA12',
      'REFTEL: -',
    ]));
  it('are found where the running text begins', () => {
    const { body, mentions } = cableWith({ ref, body: 'Septel tells more.' });
    deepEqual([mentions[0]?.value, mentions[0]?.start], ['Septel', body.start]);
  });
  it('name a cable by its number', () => checkMentions('(08 MUSCAT 174).', ['08 MUSCAT 174: 08MUSCAT174']));
  it('name a cable without its year', () =>
    checkMentions('As told in Muscat 0123.', ['Muscat 0123: 08MUSCAT123']));
  it('name a cable by its id', () => checkMentions('See 07SANAA12, last page.', ['07SANAA12: 07SANAA12']));

  it('name a reference by its letter in lower case', () =>
    checkMentions('As said (refs a & b; ref. C).', ['refs a: 08SANAA12', 'b: 07MUSCAT34', 'ref. C: -']));
  it('name a reference with no blank before its letter', () =>
    checkMentions('See ref(b).', ['ref(b: 07MUSCAT34']));
  it('end a list before a word', () => checkMentions('Ref B and a letter.', ['Ref B: 07MUSCAT34']));
  it('name a range by words', () =>
    checkMentions('See refs A to B.', ['refs A to B: 08SANAA12', 'refs A to B: 07MUSCAT34']));
  it('name the first letter where a range would end outside the list', () =>
    checkMentions('Ref A - I think - said so.', ['Ref A: 08SANAA12']));
  it('say a bare ref in parentheses', () => checkMentions('The note (ref) came.', ['ref: -']));
  it('name a cable of the Department in capitals', () =>
    checkMentions('AS IN PARA 3 STATE 106206 BELIEVE SO.', ['STATE 106206: 08STATE106206']));

  for (const [list, letters] of [
    ['A, B', 'AB'],
    ['A & B', 'AB'],
    ['A/B', 'AB'],
    ['(A) and (B)', 'AB'],
    ['a, and b', 'AB'],
    ['A and\nB', 'AB'],
  ] as const)
    it(`join letters: refs ${list}`, () => {
      const ids: Readonly<Record<string, string>> = { A: '08SANAA12', B: '07MUSCAT34' };
      const { mentions } = cableWith({ ref, body: `1. (C) See refs ${list}.` });
      deepEqual(
        mentions.flatMap(({ mrn }) => mrn ?? []),
        [...letters].map(letter => ids[letter]),
      );
    });
  for (const word of ['-', ' - ', ' through ', ' thru '])
    it(`name a range: refs A${word}C`, () => {
      const { mentions } = cableWith({ ref, body: `1. (C) See refs A${word}C.` });
      deepEqual(
        mentions.map(({ mrn }) => mrn),
        ['08SANAA12', '07MUSCAT34', null],
      );
    });

  for (const [text, id] of [
    ['(Muscat 174)', '08MUSCAT174'],
    ['Muscat 174 and others', '08MUSCAT174'],
    ['Muscat 174: a report', '08MUSCAT174'],
    ['07 MUSCAT 174 told', '07MUSCAT174'],
    ['2007 MUSCAT 174 told', '07MUSCAT174'],
    ['Muscat 174 (07) told', '07MUSCAT174'],
    ['MUSCAT 174 2007.', '07MUSCAT174'],
    ['O7 Muscat 174.', '07MUSCAT174'],
    ['07 MADRID SP 174.', '07MADRID174'],
    ['MUSC 174.', '08MUSCAT174'],
    ['0SLO 174.', '08OSLO174'],
    ['Tel\nAviv 174,', '08TELAVIV174'],
    ['07 N’Djamena 174', '07NDJAMENA174'],
    ['MUSCAT174.', '08MUSCAT174'],
    ['MUSCAT #174.', '08MUSCAT174'],
    ['MUSCAT-174.', '08MUSCAT174'],
    ['07 MUSCAT. 12.', '07MUSCAT12'],
    ['07 MUSCAT’ 174', '07MUSCAT174'],
    ['MUSCAT\r\n174.', '08MUSCAT174'],
    ['in Muscat 1234567.', '07MUSCAT1234567'],
    ['what Muscat 174 describes at length', '08MUSCAT174'],
    ['MUSCAT 174 REFERS', '08MUSCAT174'],
    ['PER MUSCAT 174 PARA 3', '08MUSCAT174'],
    ['para 4 of Muscat 174 should end', '08MUSCAT174'],
    ['MUSCAT 00174 TOO', '08MUSCAT174'],
    ['as MUSCAT 174 reported', '08MUSCAT174'],
    ['STATE 123456 SUPERSEDED IT', '08STATE123456'],
    ['USNATO 1345 THINKS SO', '08USNATO1345'],
    ['EMBTEL 174 HAS IT', '08MUSCAT174'],
    ['Saigon 174.', '08SAIGON174'],
    ['this\nTO DISCUSS, AS IN STATE 123456', '08STATE123456'],
  ] as const)
    it(`name a cable: ${JSON.stringify(text)}`, () => {
      const { mentions } = cableWith({ ref, body: `1. (C) It says ${text}` });
      deepEqual(
        mentions.map(({ mrn }) => mrn),
        [id],
      );
    });

  for (const text of [
    'A number of people came to the Dubai 14.',
    'He spoke in Kuwait in 1991 and in Sanaa. In 2007, he left London 2012.',
    'HE SPOKE IN AMMAN IN 2002.',
    'S E C R E T FINAL SECTION OF 02 SANAA 4321',
    'He refers to 12 KUWAIT 300, which is later than the text.',
    'This is MUSCAT 250 itself.',
    'No ref d is listed.',
    'In 07 MUSCAT 200 percent more came.',
    'In 07 MUSCAT 200% more came.',
    'In 07 MUSCAT 200 million came.',
    'In muscat 200.',
    'In Muscat 12 (07) people came.',
    'Muscat 12345678.',
    'MUSCAT 00000174 002 OF 002',
    'MUSCAT 174/2.',
    'MUSCAT (174).',
    '07 MUSCAT 4.',
    'Muscat 150245Z MAR 08.',
    'Muscat 1502452 MAP 08.',
    'of which\nMUSCAT 260\n',
    'The preftel B, sep A and refs-A.',
    'He met 12 people on April 12, 2008.',
    'In Muscat 200 people came.',
    'IN MUSCAT 1200 REPORTED SICK.',
    'PAGE MUSCAT 0249',
    'QUOTE\nC O N F I D E N T I A L SANAA 00321\nE.O. 12958: N/A',
    'Muscat 75008 is a postal code.',
    'SANAA 123.5 RIALS.',
    'AT STATE 1040 FORMS LIE.',
    'UNCLAS .321944 TOSEC 190125',
    'of which\nTO AMEMBASSY SANAA 4321\n',
    'At 241550Z JAN 07 it was over.',
    'The F 16 and the Tornado 123.',
    'See paragraph 12 and section 04.',
    'The referee had a preference.',
    'Reference was made to article 51.',
  ])
    it(`are not found in: ${text}`, () => checkMentions(text, []));
});
