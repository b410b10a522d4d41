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
    ['ends at a blank line', 'THE TALKS GO ON\n\nAND ON', 'THE TALKS GO ON'],
    ['has its entities resolved', 'THE ENVOY&#8217;S TALKS&#33;', 'THE ENVOY’S TALKS!'],
    ['keeps what is no entity', 'THE &#7; TALKS', 'THE &#7; TALKS'],
    ['loses the stroke at its end', 'THE TALKS GO ON\\', 'THE TALKS GO ON'],
    ['may begin below its keyword', '\nTHE TALKS GO ON', 'THE TALKS GO ON'],
  ] as const)
    it(`a subject ${what}`, () =>
      equal(subjectOf(`SUBJECT: ${subject}`), expected ?? subject.replace('\n', ' ')));

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
