import { deepEqual, equal } from 'node:assert/strict';
import { findInlinePageLine } from '../../server/src/cable/pageLine';
import { cableWith } from './made';

/** The page lines in the text of 08MUSCAT250: station, serial, page and number of pages. */
function checkPageLines(body: string, expected: readonly string[]): void {
  deepEqual(
    cableWith({ body }).pageLines.map(
      ({ post, serial, page, of }) =>
        `${post?.value} ${serial.value}${page && of ? ` ${page.value}/${of.value}` : ''}`,
    ),
    expected,
  );
}

const between = (line: string) => `1. (C) The talks went on.\n\n${line}\n\n2. (C) They ended.`;

describe('page lines', () => {
  for (const [line, expected] of [
    ['MUSCAT 00000250  002 OF 003', 'MUSCAT 00000250 2/3'],
    ['MUSCAT 00000250  002.2 OF 003', 'MUSCAT 00000250 2/3'],
    ['MUSCAT 0000250  002 OF 003', 'MUSCAT 0000250 2/3'],
    ['MUSCAT 000000250  002 OF 003', 'MUSCAT 000000250 2/3'],
    ['MUSCAT 00000250  002OF003', 'MUSCAT 00000250 2/3'],
    ["N'DJAMENA 00000250  002 OF 003", "N'DJAMENA 00000250 2/3"],
    ['PORT-AU-PRINCE 00000250  002 OF 003', 'PORT-AU-PRINCE 00000250 2/3'],
    ['USMISSION USUN NEW YORK 00000250  002 OF 003', null],
    ['USUN NEW YORK 00000250  002 OF 003', 'USUN NEW YORK 00000250 2/3'],
    ['ST. PETERSBURG 00000250  002 OF 003', 'ST. PETERSBURG 00000250 2/3'],
    ['MUSCAT 0000250', 'MUSCAT 0000250'],
    ['MUSCAT 0000000250  002 OF 003', null],
    ['MUSCAT 000250  002 OF 003', null],
    ['MUSCAT 00000250  02 OF 03', null],
  ] as const)
    it(`${expected === null ? 'are not' : 'are'} read: ${line}`, () =>
      checkPageLines(between(line), expected === null ? [] : [expected]));

  it('are read where they broke before the page', () =>
    checkPageLines(between('MUSCAT 00000250\n002 OF 003'), ['MUSCAT 00000250']));

  it('are read where a copy put them into a line of the subject', () => {
    for (const line of [
      'MUSCAT 00000250 001 OF 002',
      'MUSCAT 00000250 001.2 OF 002',
      'MUSCAT    00000250    001    OF    002',
      'DOHA 00000250 001.2  OF 002',
    ]) {
      const { subject, pageLines } = cableWith({ subject: `SUBJECT: The talks ${line} go on` });
      deepEqual([subject?.value, pageLines.length], ['The talks go on', 1], line);
    }
  });

  it('are read where a line holds the shortest and nothing else', () =>
    equal(findInlinePageLine('ROM 00000001 001 OF 001', 0)?.serial.value, '00000001'));

  it('are read where they are all that a line in lower case holds', () =>
    checkPageLines(between('muscat 00000250  002 of 003'), ['muscat 00000250 2/3']));

  it('above the text end no field', () => {
    for (const line of ['MUSCAT 000000250  001 OF 002', 'MUSCAT 00000250\n001OF 002']) {
      const { tags, subject } = cableWith({ tags: `TAGS: PREL\n\n${line}\n\nPGOV, MU` });
      deepEqual(
        [tags?.tags.map(({ value }) => value), subject?.value],
        [['PREL', 'PGOV', 'MU'], 'A SUBJECT'],
      );
    }
  });
});
