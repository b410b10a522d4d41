import { doesNotMatch, equal, match } from 'node:assert/strict';
import { commandLink, comparisonDocument, comparisonHtml } from '../../../client/src/compare/html';
import type { ComparedCopies } from '../../../server/src/lsp/messages';

const words = {
  title: 'Copies',
  sideBySide: 'Side by side',
  part: 'Part',
  difference: 'Difference',
  line: 'Line',
  absent: 'not there',
  truncated: 'more',
};

const copies: ComparedCopies = {
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

describe('the page of a comparison', () => {
  it('names the files and each difference, and links to both places', () => {
    const html = comparisonHtml(copies, words);
    match(html, /<dd>one two\/a\.txt<\/dd>/);
    match(html, /<th scope="row">¶1<\/th>/);
    match(html, /A reads “&lt;b&gt;”/);
    match(html, />Line 17<\/a><\/td><td>not there<\/td>/);
    match(html, /<p>more<\/p>/);
    doesNotMatch(html, /<b>/);
  });

  it('has no table where the copies are alike, and no place for scripts', () => {
    const alike = { ...copies, comparison: { differences: [], truncated: false, summary: 'The same.' } };
    doesNotMatch(comparisonHtml(alike, words), /<table|more/);
    match(comparisonDocument('', 'en', 'a.css', 'src:'), /default-src 'none'; style-src src:/);
  });

  it('puts the arguments of a command into its address', () => {
    equal(commandLink('x.y', 'a"b'), 'command:x.y?%5B%22a%5C%22b%22%5D');
  });
});
