import { doesNotMatch, equal, match } from 'node:assert/strict';
import { commandLink, comparisonHtml } from '../../../client/src/compare/html';
import { plainDocument } from '../../../client/src/page/shell';
import { copies, comparisonWords as words } from './copies';

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
    match(
      plainDocument({ language: 'en', title: '', body: '', style: 'a.css', styleSource: 'src:' }),
      /default-src 'none'; style-src src:/,
    );
  });

  it('puts the arguments of a command into its address', () => {
    equal(commandLink('x.y', 'a"b'), 'command:x.y?%5B%22a%5C%22b%22%5D');
  });
});
