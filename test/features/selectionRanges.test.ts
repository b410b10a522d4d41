import assert from 'node:assert/strict';
import { selectionsAt } from '../../server/src/features/selectionRanges';
import { textOf } from '../../server/src/text/span';
import { seeds } from '../seeds';
import { readFixture } from './reading';

/** The selections at the caret, one after the other, line breaks as `⏎`; the last two (body, all) are left out. */
function checkSelections(text: string, ...expected: readonly string[]): void {
  const { file, reading } = readFixture(text);
  const spans = selectionsAt(reading.cable, file.caret?.offset ?? -1);
  const shown = spans.map(span => textOf(file.text, span).replaceAll('\n', '⏎'));
  assert.deepEqual(shown.slice(0, expected.length), expected);
}

const body = (text: string) => `
    P 141412Z FEB 07
    FM AMEMBASSY MUSCAT
    TO RUEHC/SECSTATE WASHDC 7700
    C O N F I D E N T I A L MUSCAT 000154
    TAGS: PREL MU
    SUBJECT: MORE TALKS
    REF: A. 07 MUSCAT 71
         B. 07 MUSCAT 72

    ${text}
`;

describe('selections', () => {
  it('grow from the word by sentence and paragraph to the section', () => {
    checkSelections(
      body(
        '1. (C) First.\n\n    A HEADING\n    ---------\n\n    2. (C) He came. They ta▮lked to Mr. Smith. He left.',
      ),
      'talked',
      'They talked to Mr. Smith.',
      'He came. They talked to Mr. Smith. He left.',
      '2. (C) He came. They talked to Mr. Smith. He left.',
      'A HEADING⏎---------⏎⏎2. (C) He came. They talked to Mr. Smith. He left.',
    );
  });

  it('keep a paragraph together over a page line', () => {
    checkSelections(
      body('1. (C) They did\n\n    MUSCAT 00000154 002 OF 002\n\n    not ▮talk. He left.'),
      'talk',
      'They did⏎⏎MUSCAT 00000154 002 OF 002⏎⏎not talk.',
    );
  });

  it('take a reference as one', () => {
    checkSelections(body('1. (C) He said so (ref ▮B).'), 'B', 'ref B', 'He said so (ref B).');
  });

  it('grow from the word by field to the header', () => {
    checkSelections(
      body('1. (C) Text.').replace('WASHDC', '▮WASHDC'),
      'WASHDC',
      'RUEHC/SECSTATE WASHDC 7700',
    );
    checkSelections(body('1. (C) Text.').replace('MORE', 'MO▮RE'), 'MORE', 'SUBJECT: MORE TALKS');
  });

  it('end with the whole text and always grow, wherever the caret is', () => {
    for (const { text } of seeds) {
      const { reading } = readFixture(text);
      for (let offset = 0; offset <= text.length; offset += 7) {
        const spans = selectionsAt(reading.cable, offset);
        assert.deepEqual(spans.at(-1), { start: 0, end: reading.cable.text.length });
        spans.reduce((inner, outer) => {
          assert.ok(outer.start <= inner.start && inner.end <= outer.end);
          assert.ok(outer.end - outer.start > inner.end - inner.start);
          return outer;
        });
      }
    }
  });
});
