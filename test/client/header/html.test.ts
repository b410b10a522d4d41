import { doesNotMatch, match } from 'node:assert/strict';
import { headerHtml } from '../../../client/src/header/html';

const words = { title: 'Header', line: 'Line', printed: 'As printed', meaning: 'Meaning', truncated: 'more' };

describe('the page of a header', () => {
  it('links to each line and escapes what the cable says', () => {
    const lines = [
      {
        line: 3,
        text: 'ZNY <b>',
        is: 'security warning',
        codes: [{ code: 'ZNY', reading: 'handle as classified', notes: ['A & B'] }],
      },
    ];
    const html = headerHtml({ mrn: null, lines, truncated: true }, 'file:///a.txt', words);
    match(html, /command:reftel\.openPlace\?[^"]+">4<\/a>/);
    match(html, /<code lang="en" dir="ltr">ZNY &lt;b&gt;<\/code>/);
    match(html, /<dt lang="en" dir="ltr">ZNY<\/dt><dd>handle as classified\. A &amp; B<\/dd>/);
    match(html, /<p>more<\/p>/);
    doesNotMatch(html, /<b>/);
  });
});
