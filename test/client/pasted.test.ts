import { equal } from 'node:assert/strict';
import { mayHoldCable, readablePaste } from '../../client/src/pasted';
import { makeReadable } from '../../server/src/import/readable';
import { madeTelegram, wholeText } from '../import/made';

const telegram = madeTelegram(73);
const whole = wholeText(telegram);
const plain = whole.replace(/ $/gm, '');
const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page of a site around the telegram, and what a browser copies of it as text. */
const page = `<div><ul><li><a>Browse latest releases</a></li><li><a>Browse by date</a></li></ul>
<table class="cable"><tr><th>Reference ID</th></tr><tr><td><a>07MUSCAT73</a></td></tr></table>
<code><pre>${telegram.header}</pre></code><code><pre>${telegram.text}</pre></code></div>`;
const pageText = `Browse latest releases\nBrowse by date\nReference ID\n07MUSCAT73\n${whole}`;

/** Coloured lines, as VS Code copies them. */
const coloured = `<meta charset='utf-8'><div style="color: #000">${escaped
  .split('\n')
  .map(line => (line === '' ? '<br>' : `<div><span>${line}</span></div>`))
  .join('')}</div>`;

const cases: readonly (readonly [name: string, plain: string, html: string, pasted: string | null])[] = [
  ['a cable', plain, '', null],
  ['prose', 'Dear Ann,\n\nwe took the cable car.', '<p>Dear Ann,</p><p>we took the cable car.</p>', null],
  ['a cable copied in VS Code', plain, coloured, null],
  ['a cable in a page with nothing else', plain, `<pre>${escaped}</pre>`, null],
  ['the source of a page', `<html><body><pre>\n${escaped}</pre></body></html>`, '', plain],
  ['the source of a part of a page', escaped.replaceAll('\n', '<br/>'), '', plain],
  ['the source of another page', '<html><body><p>A story about SIPDIS and TAGS.</p></body></html>', '', null],
  ['a page of a site', pageText, page, whole],
  [
    'a fragment as browsers mark it, with its text on one line',
    plain.replace(/\s+/g, ' '),
    `<html><body>\n<!--StartFragment--><div style="color: red;"><pre style="margin: 0">${escaped}</pre></div><!--EndFragment-->\n</body></html>`,
    plain,
  ],
  [
    'lines of a word processor, whose text has them too',
    plain,
    plain
      .split('\n')
      .map(line => `<p class=MsoNormal>${line || '&nbsp;'}<o:p></o:p></p>`)
      .join('\n'),
    null,
  ],
  ['a cable whose lines only the HTML has', plain.replace(/\s+/g, ' '), `<pre>${escaped}</pre>`, plain],
  [
    'a cable with more in its HTML than a browser shows',
    plain,
    `<p>Hidden words</p><pre>${escaped}</pre>`,
    null,
  ],
  ['a paragraph out of a page', '2. (C) They are not.', '<p>2. (C) They are not.</p>', null],
];

describe('what is pasted', () => {
  for (const [name, text, html, expected] of cases)
    it(`is ${expected === null ? 'left alone' : 'made readable'}: ${name}`, async () => {
      const pasted = await readablePaste(text, html, async () => makeReadable);
      equal(pasted?.replace(/ $/gm, '').trimEnd(), expected?.replace(/ $/gm, '').trimEnd());
    });

  it('loads nothing for other texts and for sound cables', async () => {
    const load = () => {
      throw new Error('loaded');
    };
    equal(await readablePaste('<p>One</p>', '<div><p>One</p></div>', load), null);
    equal(await readablePaste(plain, '', load), null);
    equal(mayHoldCable('The subject: an embassy'), false);
  });
});
