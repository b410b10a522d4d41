import type { ComparisonWords } from '../../../client/src/compare/html';
import type { ComparedCopies } from '../../../server/src/lsp/messages';

/** The words of the page of a comparison in English. */
export const comparisonWords: ComparisonWords = {
  title: 'Copies',
  sideBySide: 'Side by side',
  part: 'Part',
  difference: 'Difference',
  line: 'Line {0}',
  absent: 'not there',
  truncated: 'more',
};

/** Two copies that differ in two places. */
export const copies: ComparedCopies = {
  a: { uri: 'file:///cables/one%20two/a.txt', mrn: '07MUSCAT7', text: '' },
  b: { uri: 'file:///cables/b.txt', mrn: '07MUSCAT7', text: '' },
  comparison: {
    differences: [
      { kind: 'reading', part: '¶1', text: 'A reads “<b>”, B “x”.', lineA: 16, lineB: null },
      { kind: 'redaction', part: '¶2', text: 'B blacks out “Tarik”.', lineA: 17, lineB: 18 },
    ],
    truncated: true,
    summary: '2 differences',
  },
};
