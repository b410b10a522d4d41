import { checkImport, type ImportCase } from './importing';
import { madeTelegram, wholeText } from './made';
import { escaped, preformatted, pageAround as wikileaksPage, withLinks } from './madePage';

const telegram = madeTelegram(73);

const inEntities = () =>
  preformatted().replace(/<pre>[\s\S]*?<\/pre>/g, pre => pre.replaceAll('\n', '&#x000A;'));

const plusdText = `Key fingerprint 9EF0 C41A

-----BEGIN PGP PUBLIC KEY BLOCK-----

mQINBFUoCGgBEADFLp+QonWyK8L6SPsNrnhwgfCxCk6OUHRIHReAsgAUXegpfg0b
${'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzABCDEFGHIJKL\n'.repeat(200)}=
-----END PGP PUBLIC KEY BLOCK-----

Content
Show Headers
TALKS ON FISHING RIGHTS
1975 July 12, 13:02 (Saturday)
1975LISBON04321_b
CONFIDENTIAL
UNCLASSIFIED
-- N/A or Blank --

Raw content
Metadata
Print
Share

CONFIDENTIAL

PAGE 01        LISBON 04321  121345Z

ACTION EUR-12

INFO  OCT-01  ISO-00  /024 W
                    --------------------- 031188
R 121302Z JUL 75
FM AMEMBASSY LISBON
TO SECSTATE WASHDC 1234

C O N F I D E N T I A L LISBON 4321

E.O. 11652: GDS
TAGS: PFOR, PO
SUBJECT: TALKS ON FISHING RIGHTS

REF: STATE 115778

1. MINISTER SAID THAT HE WOULD STUDY THE PROPOSAL.

2. EMBASSY WILL REPORT.
CARLUCCI

CONFIDENTIAL


<< END OF DOCUMENT >>



Message Attributes
Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Channel Indicators: n/a
Current Classification: UNCLASSIFIED
Concepts: FISHING RIGHTS, NEGOTIATIONS
Document Number: 1975LISBON04321
Draft Date: 12 JUL 1975
TAGS: PFOR, PO

Raw content
Metadata
Print
Share
`;

const plusdPage = (text: string) => `<!DOCTYPE html>
<html><head><title>Cable: 1975LISBON04321_b</title><style>pre { color: black }</style></head>
<body><div id="top">WikiLeaks <a href="/plusd/">PlusD</a></div>
<div class="tabs"><a href="#">Raw content</a> <a href="#">Metadata</a></div>
<div class="s_key">Canonical ID:</div><div class="s_val">1975LISBON04321_b</div>
<div id="tagged-text"><pre>${escaped(text)}</pre></div>
<div class="tabs"><a href="#">Raw content</a> <a href="#">Metadata</a> <a href="#">Print</a></div>
<p>e-Highlighter</p></body></html>
`;
const plusdTelegram = plusdText.slice(
  plusdText.indexOf('CONFIDENTIAL\n\nPAGE'),
  plusdText.lastIndexOf('\nRaw content'),
);

const wikileaks: Readonly<Record<string, ImportCase>> = {
  'a page': { sources: { '07MUSCAT73.html': wikileaksPage(preformatted()) } },
  'line breaks as entities': { sources: { '07MUSCAT73.html': wikileaksPage(inEntities()) } },
  'no header': {
    sources: {
      '07MUSCAT73.html': wikileaksPage(
        preformatted({
          ...telegram,
          header:
            'This record is a partial extract of the original cable. The full text of the original cable is not available.',
        }),
      ),
    },
  },
  'angle brackets and ampersands': {
    sources: {
      '07MUSCAT73.html': wikileaksPage(
        preformatted(madeTelegram(73, ['Pumps & cranes < 10 tons, write to <MASTER@PORT.GOV>. '])),
      ),
    },
  },
  'no pre': {
    sources: {
      '07MUSCAT73.html': wikileaksPage(
        `<code>${escaped(telegram.header).replaceAll('\n', '<br/>\n')}</code>\n<code>${withLinks(telegram.text).replaceAll('\n', '<br>\n')}</code>`,
      ),
    },
  },
  'neither pre nor code': {
    sources: {
      '07MUSCAT73.html': wikileaksPage(
        `<div>${withLinks(wholeText(telegram)).replaceAll('\n', '<br>')}</div>`,
      ),
    },
  },
  'no text': { sources: { '07MUSCAT73.html': wikileaksPage('<p>This cable was withdrawn.</p>') } },
  'cut in the text': {
    sources: { '07MUSCAT73.html': wikileaksPage(preformatted()).replace(/nearly[\s\S]*$/, 'near') },
  },
  'Windows-1252 and CRLF': {
    sources: {
      '07MUSCAT73.html': Buffer.from(
        wikileaksPage(preformatted().replace('&#182;', '\xb6')).replaceAll('\n', '\r\n'),
        'latin1',
      ),
    },
  },
  'byte order mark': { sources: { '07MUSCAT73.html': `\ufeff${wikileaksPage(preformatted())}` } },
  'a file with two pages': {
    sources: {
      'cables.html':
        wikileaksPage(preformatted()) + wikileaksPage(preformatted(madeTelegram(154)), { id: '07MUSCAT154' }),
    },
  },
  'two pages of one id, equal and not': {
    sources: {
      'a.html': wikileaksPage(preformatted()),
      'b.html': wikileaksPage(preformatted(), { head: '<meta name="mirror">' }),
      'c.html': wikileaksPage(preformatted(madeTelegram(73, ['Corrected copy. ']))),
    },
  },
};

const plusd: Readonly<Record<string, ImportCase>> = {
  'saved as text with a key': { sources: { 'page.txt': plusdText } },
  'saved as text without a key, CRLF': {
    sources: { 'page.txt': plusdText.slice(plusdText.indexOf('Content\n')).replaceAll('\n', '\r\n') },
  },
  'a telegram that begins with its distribution': {
    sources: { 'page.txt': plusdText.replace(/CONFIDENTIAL\n\nPAGE.*\n\n/, '') },
  },
  'saved as HTML': { sources: { '1975LISBON04321_b.html': plusdPage(plusdTelegram) } },
  'saved as HTML without pre': {
    sources: {
      'page.html': plusdPage('').replace('<pre></pre>', escaped(plusdTelegram).replaceAll('\n', '<br />')),
    },
  },
  'no telegram on the page': {
    sources: { 'page.html': plusdPage('-- TEXT NOT AVAILABLE --') },
    from: 'plusd',
  },
  'a class line that does not tell the id': {
    sources: {
      'page.txt': plusdText
        .replace('LISBON 4321', '')
        .replace('PAGE 01        LISBON 04321  121345Z', 'PAGE 01')
        .replace('Document Number: 1975LISBON04321\n', ''),
    },
  },
  'cut in the attributes': {
    sources: { 'page.txt': plusdText.slice(0, plusdText.indexOf('Draft Date') + 8) },
  },
  'cut in the key': { sources: { 'page.txt': plusdText.slice(0, 4000) }, from: 'plusd' },
  'Windows-1252': {
    sources: { 'page.txt': Buffer.from(plusdText.replace('MINISTER', 'M\xcdNISTER'), 'latin1') },
  },
  'byte order mark': { sources: { 'page.html': `\ufeff${plusdPage(plusdTelegram)}` } },
  'lines of a text that look like attributes': {
    sources: {
      'page.html': plusdPage(
        plusdTelegram
          .slice(0, plusdTelegram.indexOf('Message Attributes'))
          .replace(
            '1. MINISTER',
            'Status: OPEN.\n\nType: TALKS.\n\nCopy: NONE.\n\nStatus: SHUT.\n\n1. MINISTER',
          ),
      ),
    },
  },
  'offices above the first page': {
    sources: {
      'page.txt': plusdText.replace('CONFIDENTIAL\n\nPAGE', 'COME-00  EB-03  SIL-01\n\nCONFIDENTIAL\n\nPAGE'),
    },
  },
  'two pages of one id, equal and not': {
    sources: {
      'a.html': plusdPage(plusdTelegram),
      'b.txt': plusdText,
      'c.html': plusdPage(plusdTelegram.replace('STUDY', 'READ')),
    },
  },
};

describe('import of web pages', () => {
  for (const [name, one] of Object.entries(wikileaks))
    it(`WikiLeaks: ${name}`, () => checkImport(`wikileaks-html/${name.replace(/[^\w]+/g, '-')}`, one));
  for (const [name, one] of Object.entries(plusd))
    it(`PlusD: ${name}`, () => checkImport(`plusd/${name.replace(/[^\w]+/g, '-')}`, one));
});
