import { deepEqual, equal } from 'node:assert/strict';
import { parseCable } from '../../server/src/cable/parse';
import { cableWith } from './made';

const tagsOf = (tags: string) => cableWith({ tags }).tags?.tags.map(({ value }) => value);
const subjectOf = (subject: string) => cableWith({ subject }).subject?.value;

describe('fields above the text', () => {
  it('TAGS go on with a line of codes, over a blank line too', () => {
    for (const line of ['PGOV, MU', 'KDEMX', 'PGOV (SAMPLE, JANE) MU', '[PGOV](#) MU'])
      equal((tagsOf(`TAGS: PREL\n\n${line}`) ?? []).length > 1, true, line);
  });

  it('an executive order may stand behind the pilcrow that a copy put before it', () => {
    for (const order of ['¶E. O. 11652: GDS', '¶ E.O. 11652: GDS', 'E. O. 11652: GDS']) {
      const text = cableWith({}).text.replace('E.O. 12958: DECL: 04/10/2018', order);
      equal(parseCable(text).executiveOrder?.number?.value, '11652', order);
    }
  });

  it('TAGS go on behind a comma, where no blank line stands', () => {
    deepEqual(tagsOf('TAGS: PREL,\nKDEMOCRAT'), ['PREL', 'KDEMOCRAT']);
    deepEqual(tagsOf('TAGS: PREL\nKDEMOCRAT'), ['PREL']);
    deepEqual(tagsOf('TAGS: PREL,\n\nKDEMOCRAT'), ['PREL']);
  });

  for (const [what, subject, expected] of [
    ['goes on in capitals', 'THE TALKS GO ON\nAND ON', 'THE TALKS GO ON AND ON'],
    ['goes on in lower case', 'The talks go on\nand on', 'The talks go on and on'],
    ['goes on with a redaction', 'THE TALKS GO ON\nxxxxxxxxxxxx xxxxxxxxxx WITH XXXX', null],
    ['of few capitals says nothing of its case', 'THE TALKS\nwith the envoys', 'THE TALKS with the envoys'],
    ['in capitals ends before sentences', 'THE TALKS ON\nThe envoy came home.', 'THE TALKS ON'],
    ['ends before the first title of the text', 'THE TALKS RESUME\nI. THE ENVOYS', 'THE TALKS RESUME'],
    ['ends at a blank line', 'THE TALKS RESUME\n\nAND RESUME', 'THE TALKS RESUME'],
    [
      'unfinished at a blank line goes on',
      'THE TALKS RESUME UNDER THE ENVOY’S\n\nEARLY NOTICE',
      'THE TALKS RESUME UNDER THE ENVOY’S EARLY NOTICE',
    ],
    [
      'ends before a request to pass it on',
      'THE TALKS RESUME\nSUGGEST DEPT REPEAT TO OTHER POSTS.',
      'THE TALKS RESUME',
    ],
    [
      'ends before a notice on handling',
      'THE TALKS RESUME\nSENSITIVE BUT UNCLASSIFIED, PLEASE PROTECT',
      'THE TALKS RESUME',
    ],
    ['ends before glued references', 'THE TALKS RESUMEREF: A. SANAA 12 B. DOHA 5', 'THE TALKS RESUME'],
    ['ends before references glued to a number', 'THE TALKS OF 2008Refs: (A) SANAA 12', 'THE TALKS OF 2008'],
    ['has its entities resolved', 'THE ENVOY&#8217;S TALKS&#33;', 'THE ENVOY’S TALKS!'],
    ['keeps what is no entity', 'THE &#7; TALKS', 'THE &#7; TALKS'],
    ['loses the stroke at its end', 'THE TALKS GO ON\\', 'THE TALKS GO ON'],
    ['may begin below its keyword', '\nTHE TALKS GO ON', 'THE TALKS GO ON'],
  ] as const)
    it(`a subject ${what}`, () =>
      equal(subjectOf(`SUBJECT: ${subject}`), expected ?? subject.replace('\n', ' ')));

  it('a subject ends where sentences begin although no blank line, number or other case says so', () => {
    const { subject, paragraphs, signature } = parseCable(
      [
        'R 101302Z APR 74',
        'FM SECSTATE WASHDC',
        'TO AMEMBASSY MUSCAT',
        'UNCLAS STATE 071234',
        'E.O. 11652: N/A',
        'TAGS: ACOM',
        'SUBJECT: NEW FILING RULES',
        'THE DEPARTMENT WILL SEND NEW RULES FOR THE FILING OF PAPERS TO',
        'ALL POSTS BEFORE SUMMER. THEY REPLACE THE OLD ONES.',
        'SAMPLE',
      ].join('\n'),
    );
    deepEqual([subject?.value, paragraphs.length, signature?.value], ['NEW FILING RULES', 1, 'SAMPLE']);
    const wrapped = 'THE NEW RULES FOR THE FILING OF PAPERS THAT WERE SENT TO ALL\nPOSTS BEFORE SUMMER';
    equal(subjectOf(`SUBJECT: ${wrapped}`), wrapped.replace('\n', ' '));
  });

  it('TAGS are known by their codes where a letter of the keyword is wrong', () => {
    for (const keyword of ['TABS:', 'TGAS:', 'AGS:', 'TAGGS:', 'TAG5:', 'TAHS'])
      deepEqual(tagsOf(`${keyword} PREL, MU`), ['PREL', 'MU'], keyword);
    equal(tagsOf('TABS: PREL AND OTHERS'), undefined);
  });

  it('TAGS go on with a title that the end of a line cut, and leave captions out', () => {
    const { tags, captions } = cableWith({ tags: 'TAGS: PREL MU MARITIME\nAFFAIRS SIPDIS' });
    deepEqual(
      tags?.tags.map(({ value }) => value),
      ['PREL', 'MU', 'MARITIME AFFAIRS'],
    );
    deepEqual(
      captions.map(({ value }) => value),
      ['SIPDIS', 'SIPDIS'],
    );
  });

  describe('references', () => {
    const idsOf = (ref: string) => cableWith({ ref }).references?.items.map(({ mrn }) => mrn);

    for (const line of [
      'B. DOHA 5',
      '¶B. DOHA 5',
      '- B. DOHA 5',
      '(B) DOHA 5',
      'b) DOHA 5',
      'DOHA 5',
      '08 DOHA 5',
    ])
      it(`go on over a blank line: ${line}`, () =>
        deepEqual(idsOf(`REF: A. SANAA 12\n\n${line}`), ['08SANAA12', '08DOHA5']));

    it('go on over a blank line with the serial of a station', () =>
      deepEqual(idsOf('REF: A. SANAA 12 B. TEL AVIV\n\n953'), ['08SANAA12', '08TELAVIV953']));

    it('go on with a serial that stands before a letter in parentheses', () =>
      deepEqual(idsOf('REFS: (A) DOHA 5 (B) TEL AVIV\n\n00953 (C) SANAA 12'), [
        '08DOHA5',
        '08TELAVIV953',
        '08SANAA12',
      ]));

    it('may each have a keyword and no stop', () => {
      const { references } = cableWith({ ref: "REF A THE MINISTER'S LETTER\nREF B SANAA 12" });
      deepEqual(
        references?.items.map(({ label, mrn, kind }) => [label?.value, mrn ?? kind]),
        [
          ['A', 'other'],
          ['B', '08SANAA12'],
        ],
      );
    });

    it('end before a notice on handling and before sentences', () => {
      deepEqual(idsOf('REF: SANAA 12\nSensitive but unclassified; not for the internet.'), ['08SANAA12']);
      const text = 'that the talks went on for a while and came\nto nothing. Nobody was surprised at that.';
      deepEqual(
        cableWith({ ref: `REF: A. SANAA 42Q z1 on which he said\n${text}` }).references?.items.length,
        1,
      );
    });

    it('end before a summary', () => {
      for (const line of ['SUMMARY', 'BEGIN SUMMARY: DOHA 77 ASKED.', 'Summary: see Doha 77.'])
        deepEqual(idsOf(`REF: SANAA 12\n${line}`), ['08SANAA12'], line);
    });

    it('keep (C) behind (B), with as many as two lines between', () => {
      const idsAboveText = (ref: string) =>
        cableWith({ ref, authority: '' }).references?.items.map(({ mrn }) => mrn);
      const list = 'REF: (A) SANAA 12\n(B) DOHA 5';
      for (const between of ['', '\nNOTAL', '\nNOTAL\nAND OTHERS'])
        equal(idsAboveText(`${list}${between}\n(C) STATE 4567`)?.at(-1), '08STATE4567', between);
      equal(
        idsAboveText(`${list}\nNOTAL\nAND OTHERS\nAND MORE\n(C) STATE 4567`)?.includes('08STATE4567'),
        false,
      );
    });
  });

  it('the authority goes on with nothing but letters', () => {
    const { authority, paragraphs } = cableWith({
      authority: 'CLASSIFIED BY: DCM JANE Q. DOE; REASON: 1.4(B),\n(C), (D)',
    });
    deepEqual([authority?.reasons, paragraphs.length], [['1.4(b)', '1.4(c)', '1.4(d)'], 1]);
  });

  it('the authority may begin a paragraph behind the first', () => {
    const body =
      '1. (SBU) Text.\n\n2. (U) Classified by DCM Jane Q. Doe, Reasons 1.4\n(b) and (d).\n\n3. (C) Text.';
    const { authority, paragraphs } = cableWith({ authority: '', body });
    deepEqual(
      [authority?.by?.value, authority?.reasons, paragraphs.length],
      ['DCM Jane Q. Doe', ['1.4(b)', '1.4(d)'], 3],
    );
    equal(
      cableWith({ authority: '', body: '1. (C) Text.\n\n2. (C) It was classified by a clerk.' }).authority,
      null,
    );
  });

  it('the authority ends where the line breaks inside its last word', () => {
    const { authority } = cableWith({
      authority: 'Classified By: ATTACHE JANE Q. DOE FO\nR REASONS 1.4 (B)',
    });
    equal(authority?.by?.value, 'ATTACHE JANE Q. DOE');
  });

  it('TAGS may stand behind the subject on its line, below the references too', () => {
    const { subject, tags, references } = cableWith({
      tags: 'REF: SANAA 12',
      subject: 'SUBJECT: A SUBJECT TAGS: PREL, MU',
    });
    deepEqual(
      [subject?.value, tags?.tags.map(({ value }) => value), references?.items.length],
      ['A SUBJECT', ['PREL', 'MU'], 1],
    );
  });

  it('references may stand behind the authority on its line', () => {
    const { references, authority } = cableWith({
      authority: 'Classified By: DCM Jane Q. Doe, Reasons 1.4 (b). REFTELS: A) 2007 SANAA 12, B)2008 DOHA 5',
    });
    deepEqual(
      references?.items.map(({ mrn }) => mrn),
      ['07SANAA12', '08DOHA5'],
    );
    deepEqual(authority?.reasons, ['1.4(b)']);
  });

  it('the authority goes on with its reasons over a blank line', () => {
    for (const [line, reason] of [
      ['REASONS: 1.4 (B)', '1.4(b)'],
      ['for reason 1.5 (b)', '1.5(b)'],
      ['1.4 (b)', '1.4(b)'],
      ['1.5 (B)', '1.5(b)'],
    ] as const)
      deepEqual(
        cableWith({ authority: `Classified By: DCM Jane Q. Doe\n\n${line}` }).authority?.reasons,
        [reason],
        line,
      );
  });

  it('may come behind as many as fifteen lines that belong to none', () => {
    const behind = (count: number) =>
      cableWith({ tags: `TAGS: PREL\nThey go on.${'\nAnd on.'.repeat(count)}` }).subject?.value;
    equal(behind(13), 'A SUBJECT');
    equal(behind(15), undefined);
  });

  it('go on behind the classification line of a later section', () => {
    const { tags, passing } = cableWith({
      tags: 'TAGS: PREL\n\nC O N F I D E N T I A L SECTION 02 OF 02 MUSCAT 000250\n\nPGOV',
    });
    deepEqual([tags?.tags.map(({ value }) => value), passing], [['PREL', 'PGOV'], []]);
  });
});
