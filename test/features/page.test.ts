import { deepEqual, equal } from 'node:assert/strict';
import { Archive } from '../../server/src/archive/archive';
import { parseCable } from '../../server/src/cable/parse';
import type { Page, PageBlock } from '../../server/src/features/page/model';
import { pageOf } from '../../server/src/features/page/page';
import { wholeCables } from '../texts';

import { readFixture } from './reading';

const CABLES = `
    § open.txt
    R 241550Z JAN 07
    FM AMEMBASSY MUSCAT
    TO RUEHC/SECSTATE WASHDC PRIORITY 7816
    S E C R E T SECTION 01 OF 02 MUSCAT 000073
    NOFORN
    E.O. 12958: DECL: 01/24/2017
    TAGS: [PREL](#) [MU](#)
    SUBJECT: TALKS ABOUT
    TALKS
    REF: A. STATE 16868
         B. MUSCAT 00009

    [1](#)1. (S) They talked. As reported in
    ref B, they\\
    ate.

    -- and drank

    FOOD AND DRINK
    --------------

    2. (S) It was cold

    MUSCAT 00000073  002 OF 002


    soup.
    GRAPPO

    § cited.txt
    R 021550Z JAN 07
    UNCLAS MUSCAT 000009
    SUBJECT: FOOD

    1. Text.
`;

const lineText = ({ runs }: PageBlock['parts'][number][number]) =>
  runs
    .map(({ text, ids, place }) => (ids.length > 0 ? `[${text}${place ? ` > ${place.uri}` : ''}]` : text))
    .join('');

const show = ({ kind, number, marking, parts }: PageBlock) => [
  [kind, number, marking].filter(word => word !== null).join(' '),
  ...parts.map(part => part.map(lineText).join(' ')),
];

const field = (page: Page, name: string) => page.header.find(each => each.name === name)?.lines.map(lineText);

describe('reading page', () => {
  const { reading } = readFixture(CABLES);
  const page = pageOf(reading);

  it('names the cable and its markings', () => {
    deepEqual(
      [page.mrn, page.title, page.classification, page.captions, page.signature],
      ['07MUSCAT73', 'TALKS ABOUT TALKS', 'SECRET', ['NOFORN'], 'GRAPPO'],
    );
  });

  it('has a table of the header, with links to what is cited', () => {
    deepEqual(field(page, 'date'), ['Wednesday, 24 January 2007, 15:50 UTC']);
    deepEqual(field(page, 'from'), ['Embassy Muscat (AMEMBASSY MUSCAT)']);
    deepEqual(field(page, 'tags'), ['PREL, MU']);
    deepEqual(field(page, 'declassify'), ['E.O. 12958: DECL: 01/24/2017']);
    deepEqual(field(page, 'references'), ['[A. STATE 16868]', '[B. MUSCAT 00009 > cited.txt]']);
  });

  it('has logical paragraphs without page lines and artefacts', () => {
    deepEqual(page.blocks.map(show), [
      ['paragraph 1 S', 'They talked. As reported in [ref B > cited.txt], they ate.', '-- and drank'],
      ['heading', 'FOOD AND DRINK'],
      ['paragraph 2 S', 'It was cold soup.'],
    ]);
  });

  it('knows the line of the text, and how it is printed there', () => {
    const [first] = page.blocks[0]?.parts[0] ?? [];
    deepEqual([first?.line, first?.original], [12, '[1](#)1. (S) They talked. As reported in']);
  });

  it('keeps text that has no number', () => {
    const { reading: other } = readFixture(`
      § a.txt
      UNCLAS MUSCAT 000009
      SUBJECT: FOOD

      A line before all paragraphs.

      1. Text.
    `);
    deepEqual(pageOf(other).blocks.map(show), [
      ['paragraph', 'A line before all paragraphs.'],
      ['paragraph 1', 'Text.'],
    ]);
  });

  it('shows each line once, and none out of order, whatever the text', () => {
    for (const { path, text } of wholeCables) {
      const cable = parseCable(text);
      const lines = pageOf({ cable, snapshot: Archive.empty }).blocks.flatMap(({ parts }) =>
        parts.flat().map(({ line }) => line),
      );
      deepEqual(lines, [...new Set(lines)], path);
      equal(lines.length > 0 || cable.paragraphs.length === 0, true, path);
    }
  });
});
