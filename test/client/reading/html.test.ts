import { equal, match } from 'node:assert/strict';
import { pageHtml, standalonePage } from '../../../client/src/reading/html';
import { paperStyle } from '../../../client/src/reading/style';
import type { Page } from '../../../server/src/lsp/messages';
import { pageWords as words } from './words';

const run = (text: string) => ({ text, ids: [], place: null });
const at = { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } };

const page: Page = {
  mrn: '07MUSCAT73',
  title: '<script>alert(1)</script>',
  classification: 'SECRET',
  captions: ['NOFORN'],
  header: [{ name: 'from', lines: [{ line: 1, original: 'FM AMEMBASSY', runs: [run('Embassy')] }] }],
  blocks: [
    {
      kind: 'heading',
      number: null,
      marking: null,
      parts: [[{ line: 8, original: 'FOOD', runs: [run('FOOD')] }]],
    },
    {
      kind: 'paragraph',
      number: 2,
      marking: 'S/NF',
      parts: [
        [
          {
            line: 9,
            original: '[1](#)2. (S/NF) As in "ref A",',
            runs: [
              run('As in '),
              { text: 'ref A', ids: ['07MUSCAT9'], place: { uri: 'file:///w/a%20b.txt', range: at } },
              run(' and '),
              { text: 'ref B', ids: ['06STATE1'], place: null },
            ],
          },
        ],
        [{ line: 11, original: '-- they ate', runs: [run('-- they ate')] }],
      ],
    },
  ],
  signature: 'GRAPPO',
};

describe('reading page as HTML', () => {
  const html = pageHtml(page, words);

  it('takes no word of the cable for markup', () => {
    equal(html.includes('<script>'), false);
    match(html, /<h1 lang="en" dir="ltr">&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/h1>/);
    match(html, /title="Line 10: \[1\]\(#\)2\. \(S\/NF\) As in &quot;ref A&quot;,"/);
  });

  it('shows markings, the header and the number a paragraph means', () => {
    match(html, /<span class="badge secret">SECRET<\/span> <span class="badge noforn">NOFORN<\/span>/);
    match(html, /<tr><th scope="row">From<\/th><td lang="en" dir="ltr">.*Embassy.*<\/td><\/tr>/);
    match(html, /<p data-line="9"><span class="number">2\.<\/span> <span class="portion">\(S\/NF\)<\/span> /);
    match(html, /<p data-line="11"><span class="line" data-line="11"/);
    match(html, /<h2 data-line="8">/);
  });

  it('links what is here, and says of the rest that it is not', () => {
    match(
      html,
      /<a href="#" data-uri="file:\/\/\/w\/a%20b\.txt" data-start="3:2" title="07MUSCAT9">ref A<\/a>/,
    );
    match(html, /<span class="absent" title="06STATE1: not here">ref B<\/span>/);
  });

  it('is a file of its own without scripts and links', () => {
    const file = standalonePage(page, words, 'es');
    match(file, /^<!DOCTYPE html>\n<html lang="es" dir="ltr">/);
    equal(/<a |<script|file:\/\//.test(file), false);
    match(file, /default-src 'none'/);
    match(file, /As in ref A/);
    match(file, /@top-left \{ content: "07MUSCAT73";/);
    match(file, /@bottom-center \{ content: "SECRET";/);
    match(file, /counter\(page\) " \/ " counter\(pages\)/);
  });

  it('has nothing in the style of paper that could end it', () => {
    const style = paperStyle('a"; } </style><b>', null);
    equal(/<|"a"/.test(style), false);
    match(style, /content: "a\\22 \\3b {2}\\7d {2}\\3c \\2f style\\3e \\3c b\\3e ";/);
  });
});
